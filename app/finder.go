package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// target is one thing that Ctrl+K can go to.
type target struct {
	text  string // what is shown
	kind  string // what it is, to the right
	fold  string // what typed words are looked for in
	first bool   // stands before the others where it fits: a paragraph's number
	do    func()
}

// find opens the finder: commands, notes, paragraphs and delegations, by a few
// letters of their names.
func (s *shell) find() {
	if s.open == nil || s.inDialog() {
		return
	}
	f := &finder{s: s, all: s.targets(), input: newField(s.say("finder.hint"))}
	f.list = newListView(
		func() int { return len(f.hits) },
		func() fyne.CanvasObject {
			kind := widget.NewLabel("")
			kind.Importance = widget.LowImportance
			return container.NewBorder(nil, nil, nil, kind, line(""))
		},
		f.update,
	)
	f.list.HideSeparators = true
	f.list.OnSelected = func(i widget.ListItemID) {
		if !f.mute {
			f.at = i
			f.take()
		}
	}
	f.input.OnChanged = f.filter
	f.input.OnSubmitted = func(string) { f.take() }
	f.input.onKey = f.key
	box := container.NewGridWrap(fyne.NewSize(580, 360), container.NewBorder(f.input, nil, nil, nil, f.list))
	f.hide = s.modal("", box, f.input)
	f.filter("")
}

type finder struct {
	s     *shell
	all   []target
	hits  []target
	at    int
	mute  bool
	input *field
	list  *listView
	hide  func()
}

func (f *finder) update(i widget.ListItemID, o fyne.CanvasObject) {
	row := o.(*fyne.Container)
	row.Objects[0].(*widget.Label).SetText(f.hits[i].text)
	row.Objects[1].(*widget.Label).SetText(f.hits[i].kind)
}

// filter keeps what holds every word typed.
func (f *finder) filter(typed string) {
	f.hits = matching(f.all, typed)
	f.at = 0
	f.list.Refresh()
	f.list.ScrollToTop()
	f.mark()
}

// matching keeps the targets that hold every word, those that come first for
// the very words before the others.
func matching(all []target, typed string) []target {
	want := strings.Fields(briefing.Fold(typed))
	var first, rest []target
	for _, t := range all {
		if !holdsAll(t.fold, want) {
			continue
		}
		if t.first && len(want) > 0 && strings.HasPrefix(t.fold, strings.Join(want, " ")) {
			first = append(first, t)
		} else if !t.first || len(want) > 0 {
			rest = append(rest, t)
		}
	}
	return append(first, rest...)
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (f *finder) key(key fyne.KeyName) bool {
	by, ok := steps[key]
	if ok {
		f.at = max(0, min(f.at+by, len(f.hits)-1))
		f.mark()
	}
	return ok
}

// steps are the arrows that go along a list.
var steps = map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}

func (f *finder) mark() {
	f.mute = true
	defer func() { f.mute = false }()
	if f.at < 0 || f.at >= len(f.hits) {
		f.list.UnselectAll()
		return
	}
	f.list.Select(f.at)
}

// take closes the finder and does what is marked.
func (f *finder) take() {
	if f.at < 0 || f.at >= len(f.hits) {
		return
	}
	do := f.hits[f.at].do
	f.hide()
	do()
}

// targets lists what the finder knows: commands that can run, notes,
// paragraphs of the open note, delegations.
func (s *shell) targets() []target {
	var all []target
	for _, c := range s.list {
		if !s.can(c) || c.code == "find" {
			continue
		}
		name := s.name(c)
		// Found by its own words, not by what it would act on: who looks for a
		// symbol must not undo its import.
		all = append(all, target{text: name, kind: s.keyName(c.shortcut), fold: briefing.Fold(s.keyTitle(c)), do: c.run})
	}
	for _, n := range s.held.notes {
		text := strings.TrimSpace(n.Symbol + "  " + oneLine(n.Title))
		all = append(all, target{text: text, kind: s.say("finder.note"), fold: briefing.Fold(text), do: func() { s.openNote(n.ID, "") }})
	}
	if d := s.dossier(); d != nil {
		all = append(all, s.paragraphTargets(d)...)
		all = append(all, s.delegationTargets(d)...)
	}
	return all
}

func (s *shell) paragraphTargets(d *briefing.Dossier) []target {
	var all []target
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		if b.Kind != briefing.KindParagraph && b.Kind != briefing.KindAgendaItem {
			continue
		}
		text := b.Label + "  " + oneLine(b.Text)
		all = append(all, target{
			text: text, kind: d.Text.LabelOf(b).Say(b.Kind, s.words), fold: briefing.Fold(text), first: true,
			do: func() {
				s.show(pageNote)
				s.selectBlock(b.ID)
			},
		})
	}
	return all
}

// delegationTargets list who is in the room; choosing one shows the matrix.
func (s *shell) delegationTargets(d *briefing.Dossier) []target {
	var all []target
	for _, x := range d.Delegations {
		name := x.Name(s.words.Language())
		kind := s.say("delegation.kind." + string(x.Kind))
		all = append(all, target{
			text: name, kind: kind, fold: briefing.Fold(name + " " + x.Code), first: true,
			do: func() { s.show(pageMatrix) },
		})
	}
	return all
}

// askParagraph goes to a paragraph by its number.
func (s *shell) askParagraph() {
	var hide func()
	number := newField(s.say("goto.hint"))
	wrong := aside(" ")
	number.OnSubmitted = func(typed string) {
		l, err := briefing.ParseLabel(typed)
		if err == nil {
			var b *briefing.Block
			if b, err = s.dossier().Text.Find(l); err == nil {
				hide()
				s.show(pageNote)
				s.selectBlock(b.ID)
				return
			}
		}
		wrong.SetText(s.say("goto.wrong"))
	}
	hide = s.modal(s.say("goto.title"), atLeastWide(320, container.NewVBox(number, wrong)), number)
}
