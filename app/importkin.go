package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// kinCard says what the vault holds of the document under review: an earlier
// text with its symbol, which it may revise, or papers of its family. Ticked,
// the note is linked and goes to the same meeting.
func (p *importPage) kinCard(i *importItem) fyne.CanvasObject {
	s, found := p.s, i.found
	var other *briefing.Note
	key, link := "import.kin.family", found.Relate
	switch {
	case len(i.kin.Earlier) > 0:
		other, key, link = i.kin.Earlier[0], "import.kin.earlier", found.Revise
	case len(i.kin.Family) > 0:
		other = i.kin.Family[0]
	default:
		return nil
	}
	link(other)
	tick := newCheck(s.say(key+".yes"), func(yes bool) {
		if yes {
			link(other)
		} else {
			found.StandAlone()
		}
		p.showFacts()
	})
	tick.Checked = true
	about := prose(s.say(key, "Symbol", other.Symbol, "Date", dated(other.Date, s.words)))
	see := newQuietButton(s.say("import.kin.open"), func() { s.openNote(other.ID, "") })
	return newGround(colorMark, container.NewPadded(container.NewBorder(nil, nil, nil, container.NewCenter(see), container.NewVBox(about, tick))))
}

// sayThere says that the vault holds the same file already, and opens it.
func (s *shell) sayThere(i *importItem) {
	var hide func()
	name := noteName(i.kin.Same)
	no := newButton(s.say("window.close"), func() { hide() })
	ok := newMainButton(s.say("import.there.open"), func() {
		hide()
		s.openNote(i.note, "")
	})
	content := prose(s.say("import.there", "Name", i.name, "Note", name))
	hide = s.modal(s.say("import.there.title"), atLeastWide(420, content), nil, no, ok)
}
