package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// facts is the form of what the document says of itself.
func (p *importPage) facts() fyne.CanvasObject {
	n := &p.found.Note
	form := newFacts(p.s)
	bind := func(key string, text *string) {
		form.add(key, *text).OnChanged = func(typed string) { *text = strings.TrimSpace(typed) }
	}
	wide := func(key string, text *string) {
		f := newTextField(2)
		f.SetText(oneLine(*text))
		f.OnChanged = func(typed string) { *text = oneLine(typed) }
		form.put(key, f)
	}
	date := func(key string, d *briefing.Date) { p.bindDate(form.add(key, string(*d)), d) }
	bind("note.symbol", &n.Symbol)
	wide("note.title", &n.Title)
	bind("note.organization", &n.Organization)
	wide("note.body", &n.Body)
	bind("note.session", &n.Session)
	date("note.date", &n.Date)
	date("note.meeting_date", &n.MeetingDate)
	bind("note.language", &n.Language)
	return form.grid
}

// bindDate keeps a date while what is typed is one.
func (p *importPage) bindDate(f *field, d *briefing.Date) {
	f.PlaceHolder = p.s.say("date.hint")
	f.Validator = func(typed string) error {
		if !briefing.Date(strings.TrimSpace(typed)).Valid() {
			return briefing.ErrInvalid
		}
		return nil
	}
	f.OnChanged = func(typed string) {
		if typed = strings.TrimSpace(typed); briefing.Date(typed).Valid() {
			*d = briefing.Date(typed)
		}
	}
}

// meetings are the meetings proposed; a tick makes one.
func (p *importPage) meetings() fyne.CanvasObject {
	box := container.NewVBox()
	if len(p.found.Meetings) == 0 {
		box.Add(aside(p.s.say("import.no_meeting")))
	}
	for i := range p.found.Meetings {
		box.Add(p.meeting(i))
	}
	return box
}

func (p *importPage) meeting(i int) fyne.CanvasObject {
	s, m := p.s, &p.found.Meetings[i]
	accept := newCheck(s.say("meeting.role."+orNone(m.Role)), func(yes bool) { p.found.Accept[i] = yes })
	accept.Checked = p.found.Accept[i]
	form := newFacts(s)
	title := newTextField(2)
	title.SetText(oneLine(m.Title))
	title.OnChanged = func(typed string) { m.Title = oneLine(typed) }
	form.put("meeting.title", title)
	p.bindDate(form.add("meeting.start", string(m.Start)), &m.Start)
	p.bindDate(form.add("meeting.end", string(m.End)), &m.End)
	box := container.NewVBox(accept, form.grid)
	if m.Agenda != nil && len(m.Agenda.Items) > 0 {
		box.Add(indented(8, aside(s.say("import.agenda", "Count", len(m.Agenda.Items), "Symbol", m.Agenda.Symbol))))
	}
	return newCard(roomy(box))
}
