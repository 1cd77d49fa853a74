package app

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// spellAfter is how long after the last key a field is looked through, and
// spellWords how many words it is told of at once.
const (
	spellAfter = 900 * time.Millisecond
	spellWords = 6
)

// spelling looks through the field that is written in, beside the UI goroutine,
// and lists under it what no dictionary knows: the toolkit's fields cannot
// underline.
type spelling struct {
	p     *positionPanel
	box   *fieldBox // the field whose words were found
	found []briefing.Misspelling
	stop  func()
	of    *draft
	round int // counts the looks, so that a late one goes nowhere
}

func newSpelling(p *positionPanel) *spelling { return &spelling{p: p, stop: func() {}} }

// typed starts the clock again after a key.
func (l *spelling) typed(b *fieldBox) {
	s := l.p.i.s
	l.stop()
	if s.Spelling == nil || s.open == nil {
		return
	}
	l.stop = s.jobs.later(spellAfter, func() { l.look(b, func() {}) })
}

// follow forgets what was found once another position is shown.
func (l *spelling) follow(d *draft) {
	if l.of == d {
		return
	}
	l.of = d
	l.round++
	if l.box != nil {
		l.box.unknown.Hide()
		l.found = nil
	}
}

// look looks a field through and shows what it found, then calls then.
func (l *spelling) look(b *fieldBox, then func()) {
	s, x, text := l.p.i.s, l.p.i.x, b.edit.Text
	if s.Spelling == nil || s.open == nil || x == nil {
		return
	}
	l.stop()
	l.round++
	round := l.round
	languages := []string{x.Settings.Language, s.words.Language(), x.Note.Language}
	var found []briefing.Misspelling
	s.beside(func(ctx context.Context) (err error) {
		found, err = s.Spelling.Unknown(ctx, languages, text, x.Knows, spellWords)
		return err
	}, func(err error) {
		if err != nil || round != l.round || b.edit.Text != text {
			return
		}
		l.show(b, found)
		then()
	})
}

// show lists the unknown words under their field.
func (l *spelling) show(b *fieldBox, found []briefing.Misspelling) {
	if l.box != nil && l.box != b {
		l.box.unknown.Hide()
	}
	l.box, l.found = b, found
	words := make([]string, 0, len(found))
	for _, m := range found {
		words = append(words, m.Word)
	}
	b.unknown.SetText(l.p.w.Say("spelling.unknown", "Words", strings.Join(words, ", ")))
	b.unknown.OnTapped = l.offer
	setVisible(b.unknown, len(found) > 0)
	b.box.Refresh()
}

// offer opens a menu of the unknown words, each with words like it.
func (l *spelling) offer() {
	if len(l.found) == 0 {
		return
	}
	menu := fyne.NewMenu("")
	for _, m := range l.found {
		item := fyne.NewMenuItem(m.Word, nil)
		item.ChildMenu = fyne.NewMenu("", l.remedies(m)...)
		menu.Items = append(menu.Items, item)
	}
	under := l.box.unknown
	widget.ShowPopUpMenuAtRelativePosition(menu, l.p.i.s.window.Canvas(), fyne.NewPos(0, under.Size().Height), under)
}

func (l *spelling) remedies(m briefing.Misspelling) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, like := range m.Like {
		out = append(out, fyne.NewMenuItem(like, func() { l.mend(m.Word, like) }))
	}
	if len(out) == 0 {
		none := fyne.NewMenuItem(l.p.w.Say("spelling.none"), nil)
		none.Disabled = true
		out = append(out, none)
	}
	add := fyne.NewMenuItem(l.p.w.Say("spelling.add", "Word", m.Word), func() { l.keep(m.Word) })
	return append(out, fyne.NewMenuItemSeparator(), add)
}

// mend puts a word in another's place, wherever it stands in the field.
func (l *spelling) mend(wrong, right string) {
	b := l.box
	b.edit.SetText(replaceWord(b.edit.Text, wrong, right))
	l.look(b, func() {})
}

// replaceWord replaces a word where it stands by itself.
func replaceWord(text, wrong, right string) string {
	var out strings.Builder
	for rest := text; ; {
		before, after, found := strings.Cut(rest, wrong)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if unicode.IsLetter(last) || unicode.IsLetter(next) {
			out.WriteString(wrong)
		} else {
			out.WriteString(right)
		}
		rest = after
	}
}

// keep adds a word to the vault's own; undo takes it out again.
func (l *spelling) keep(word string) {
	s, b := l.p.i.s, l.box
	desk := s.open
	s.quick(func(ctx context.Context) error { return desk.KeepWord(ctx, word) }, func(err error) {
		s.fail(err)
		s.refreshThen(func() { l.look(b, func() {}) })
	})
}

// checkSpelling looks the field that is written in through, at once.
func (s *shell) checkSpelling() {
	e := s.writing()
	i, ok := s.side.(*inspector)
	if p, own := s.pages[s.shown].(answerer); own {
		i, ok = p.side().(*inspector)
	}
	if e == nil || !ok {
		return
	}
	for _, b := range i.position.fields {
		if b.edit != e {
			continue
		}
		l := i.position.spelling
		l.look(b, func() {
			if len(l.found) == 0 {
				s.note(s.say("spelling.fine"))
			}
			l.offer()
		})
	}
}
