package app

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// templateDialog offers recurring language, the user's own first: a few letters
// narrow it, Return inserts.
type templateDialog struct {
	s        *shell
	into     *editor
	block    string
	selected string // what was selected in the field
	all      []briefing.Template
	hits     []briefing.Template
	at       int
	mute     bool
	words    briefing.Words // in the language of the templates
	input    *field
	language *dropDown
	list     *listView
	text     *widget.Label
	remove   *button
	hide     func()
}

// templateSize is the list's.
var templateSize = fyne.NewSize(620, 300)

// insertTemplate opens the templates for the field that is written in.
func (s *shell) insertTemplate() {
	e := s.writing()
	if e == nil {
		return
	}
	d := &templateDialog{s: s, into: e, block: s.block, selected: cmp.Or(e.SelectedText(), e.Text), input: newField(s.say("writing.hint")), text: prose("")}
	d.list = newListView(func() int { return len(d.hits) }, func() fyne.CanvasObject {
		whose := widget.NewLabel("")
		whose.Importance = widget.LowImportance
		return container.NewBorder(nil, nil, nil, whose, line(""))
	}, d.update)
	d.list.OnSelected = func(i widget.ListItemID) { d.take(i) }
	d.input.OnChanged = func(string) { d.filter() }
	d.input.OnSubmitted = func(string) { d.insert() }
	d.input.onKey = d.key
	d.language = languageChoice(s.words, s.words.Language(), d.offer)
	d.show()
}

func (d *templateDialog) show() {
	s := d.s
	d.remove = newQuietButton(s.say("writing.remove"), d.forget)
	keep := newQuietButton(s.say("writing.keep"), d.keep)
	no := newButton(s.say("window.cancel"), func() { d.hide() })
	yes := newMainButton(s.say("writing.insert"), d.insert)
	shown := container.NewVScroll(d.text)
	shown.SetMinSize(fyne.NewSize(0, 84))
	head := container.NewBorder(nil, nil, nil, d.language, d.input)
	foot := container.NewVBox(widget.NewSeparator(), shown, aside(s.say("writing.about")))
	content := container.NewGridWrap(templateSize.AddWidthHeight(0, 130), container.NewBorder(head, foot, nil, nil, d.list))
	d.hide = s.modal(s.say("writing.templates"), content, d.input, d.remove, keep, no, yes)
	d.offer()
}

// offer lists the templates of the language chosen.
func (d *templateDialog) offer() {
	d.words = d.s.words.In(chosenLanguage(d.language))
	d.all = d.s.held.settings.TemplatesIn(d.words)
	d.filter()
}

// filter keeps what holds every word typed.
func (d *templateDialog) filter() {
	d.hits = d.hits[:0]
	want := strings.Fields(briefing.Fold(d.input.Text))
	for _, t := range d.all {
		if holdsAll(briefing.Fold(t.Name+" "+t.Text), want) {
			d.hits = append(d.hits, t)
		}
	}
	d.list.Refresh()
	d.take(0)
}

func (d *templateDialog) update(i widget.ListItemID, o fyne.CanvasObject) {
	t, row := d.hits[i], o.(*fyne.Container)
	row.Objects[0].(*widget.Label).SetText(joined(": ", t.Name, shorten(t.Text, 60)))
	whose := "writing.shipped"
	if d.s.held.settings.Own(t) {
		whose = "writing.own"
	}
	row.Objects[1].(*widget.Label).SetText(d.s.say(whose))
}

// take shows a template in full, as it would be put.
func (d *templateDialog) take(i int) {
	if d.mute {
		return
	}
	d.at = i
	own := false
	d.text.SetText("")
	if i < len(d.hits) {
		d.mute = true
		d.list.Select(i)
		d.mute = false
		d.text.SetText(d.filled())
		own = d.s.held.settings.Own(d.hits[i])
	}
	setVisible(d.remove, own)
}

func (d *templateDialog) filled() string { return d.s.dossier().FillTemplate(d.hits[d.at], d.block) }

// key goes along the list while letters are typed.
func (d *templateDialog) key(key fyne.KeyName) bool {
	by := steps[key]
	if by == 0 {
		return false
	}
	if to := d.at + by; to >= 0 && to < len(d.hits) {
		d.take(to)
	}
	return true
}

// insert puts the template at the cursor.
func (d *templateDialog) insert() {
	if d.at >= len(d.hits) {
		return
	}
	text := d.filled()
	d.hide()
	d.s.focus(d.into)
	d.into.insert(text)
}

// forget removes one of the user's own; undo brings it back.
func (d *templateDialog) forget() {
	t, desk := d.hits[d.at], d.s.open
	d.hide()
	d.s.quick(func(ctx context.Context) error { return desk.ForgetTemplate(ctx, t) }, d.s.fail)
}

// keep asks for a name and keeps what was selected in the field, else all of
// it.
func (d *templateDialog) keep() {
	s, text := d.s, d.selected
	t := briefing.Template{Language: d.words.Language(), Text: text}
	d.hide()
	if text == "" {
		s.note(s.say("writing.keep.nothing"))
		return
	}
	name := newField("")
	var hide func()
	save := func() {
		hide()
		t.Name = name.Text
		desk := s.open
		s.quick(func(ctx context.Context) error { return desk.KeepTemplate(ctx, t) }, s.fail)
	}
	name.OnSubmitted = func(string) { save() }
	no := newButton(s.say("window.cancel"), func() { hide() })
	yes := newMainButton(s.say("window.save"), save)
	form := widget.NewForm(widget.NewFormItem(s.say("writing.name"), name))
	hide = s.modal(s.say("writing.keep.title"), atLeastWide(480, container.NewVBox(aside(shorten(text, 200)), form)), name, no, yes)
}
