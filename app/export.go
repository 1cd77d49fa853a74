package app

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// exportLanguages are the languages that papers and workbooks speak.
var exportLanguages = []string{"en", "fr", "es"}

// saveFile asks where to, then writes the file whole or not at all while the
// window goes on; done runs once it is there.
func (s *shell) saveFile(title, name string, write func(context.Context, io.Writer, briefing.Progress) error, done func()) {
	s.pickSave(title, name, func(path string) {
		path = ending(path, filepath.Ext(name))
		s.leave()
		s.run(title, func(ctx context.Context, progress briefing.Progress) error {
			return briefing.WriteFile(path, func(w io.Writer) error { return write(ctx, w, progress) })
		}, func(err error) {
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				s.fail(err)
			default:
				s.note(s.say("exporting.written", "Name", filepath.Base(path)))
				done()
			}
		})
	})
}

// ending gives a path the extension of what is written: no program opens a PDF
// that is called a document.
func ending(path, ext string) string {
	if strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	return path + ext
}

// fileName makes a file's name of what is in it, without what file systems
// refuse.
func fileName(ext string, parts ...string) string {
	name := strings.Join(compact(parts...), " ")
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	return name + ext
}

// tickList offers what leaves the vault only when ticked for this export.
type tickList struct {
	w       briefing.Words
	parts   []briefing.Part
	checks  []*check
	changed func()
	top     *fyne.Container
}

func newTickList(w briefing.Words, changed func()) *tickList {
	return &tickList{w: w, changed: changed, top: container.New(layout.NewCustomPaddedVBoxLayout(-6))}
}

// offer offers which of the parts may be ticked for an audience; ticks that it
// still offers stay.
func (t *tickList) offer(g briefing.Gate, parts []briefing.Part) {
	ticked := t.ticked()
	t.parts, t.checks = nil, nil
	t.top.RemoveAll()
	for _, part := range parts {
		if !tickable(g, part) {
			continue
		}
		c := newCheck(t.w.Say("part."+string(part)), func(bool) { t.changed() })
		c.Checked = ticked[part]
		t.parts, t.checks = append(t.parts, part), append(t.checks, c)
		t.top.Add(c)
	}
	if len(t.parts) == 0 {
		t.top.Add(smallLabel(t.w.Say("exporting.no_ticks")))
	}
	t.top.Refresh()
}

// tickable tells whether a tick makes the difference for a part.
func tickable(g briefing.Gate, part briefing.Part) bool {
	shut, open := g, g
	shut.Ticked, open.Ticked = nil, map[briefing.Part]bool{part: true}
	return !shut.Open(part, true) && open.Open(part, true)
}

func (t *tickList) ticked() map[briefing.Part]bool {
	out := map[briefing.Part]bool{}
	for i, p := range t.parts {
		if t.checks[i].Checked {
			out[p] = true
		}
	}
	return out
}

// contentsView says what an export will hold before anything leaves the
// vault: the mark, what is counted, what goes in and what is held back.
type contentsView struct {
	w   briefing.Words
	top *fyne.Container
}

func newContentsView(w briefing.Words) *contentsView {
	return &contentsView{w: w, top: container.New(layout.NewCustomPaddedVBoxLayout(-11))}
}

// show shows contents; counts are sentences to put before them.
func (v *contentsView) show(c briefing.Contents, counts ...string) {
	v.top.RemoveAll()
	mark := c.Mark
	if mark == "" {
		mark = v.w.Say("exporting.no_mark")
	}
	v.top.Add(section(v.w.Say("exporting.mark_is", "Mark", mark)))
	for _, text := range counts {
		v.top.Add(prose(text))
	}
	v.list(v.w.Say("exporting.goes_in"), c.Parts, theme.ConfirmIcon())
	v.list(v.w.Say("exporting.held_back"), c.Shut, theme.CancelIcon())
	v.top.Refresh()
}

func (v *contentsView) list(title string, parts []briefing.Part, icon fyne.Resource) {
	if len(parts) == 0 {
		return
	}
	v.top.Add(gap(0, 16))
	v.top.Add(section(title))
	for _, p := range parts {
		text := prose(v.w.Say("part." + string(p)))
		v.top.Add(container.NewBorder(nil, nil, widget.NewIcon(icon), nil, text))
	}
}

// holding leaves of contents only the parts that a kind of paper has room for:
// nothing is said to leave that does not.
func holding(c briefing.Contents, parts []briefing.Part) briefing.Contents {
	other := func(p briefing.Part) bool { return !slices.Contains(parts, p) }
	c.Parts = slices.DeleteFunc(slices.Clone(c.Parts), other)
	c.Shut = slices.DeleteFunc(slices.Clone(c.Shut), other)
	return c
}

// languageChoice is a drop-down of the languages of papers, in the one given.
func languageChoice(w briefing.Words, language string, changed func()) *dropDown {
	s := choice(w, "language.", exportLanguages, func(string) { changed() })
	if language == "" {
		language = w.Language()
	}
	showChoice(s, exportLanguages, language)
	if s.SelectedIndex() < 0 {
		showChoice(s, exportLanguages, exportLanguages[0])
	}
	return s
}

func chosenLanguage(s *dropDown) string { return exportLanguages[max(0, s.SelectedIndex())] }
