package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// meetingPage shows the meetings of the open note: facts, agenda, documents.
type meetingPage struct {
	s    *shell
	body *fyne.Container
	top  fyne.CanvasObject
}

func newMeetingPage(s *shell) page {
	p := &meetingPage{s: s, body: container.NewVBox()}
	p.top = container.NewVScroll(roomy(p.body))
	return p
}

func (p *meetingPage) object() fyne.CanvasObject { return p.top }

// reload sets the newest reading out anew.
func (p *meetingPage) reload() {
	d := p.s.dossier()
	p.body.Objects = nil
	if d == nil || len(d.Meetings) == 0 {
		p.body.Add(container.New(column(460), container.NewVBox(gap(0, 60), prose(p.s.say("meeting.none")))))
		p.body.Refresh()
		return
	}
	for i, m := range d.Meetings {
		if i == 1 {
			p.body.Add(section(p.s.say("meeting.linked")))
		}
		p.body.Add(p.card(d, m))
	}
	p.body.Refresh()
}

func (p *meetingPage) card(d *briefing.Dossier, m *briefing.Meeting) fyne.CanvasObject {
	s := p.s
	edit := newButton(s.say("meeting.edit"), func() { p.edit(d, m) })
	head := container.NewBorder(nil, nil, nil, container.NewCenter(edit), heading(oneLine(m.Title)))
	facts := prose(joined("  ·  ", m.Organization, m.Session, days(m.Start, m.End, s.words), m.Place, m.Room, s.say("dossier."+orNone(string(m.State)))))
	facts.Importance = widget.LowImportance
	box := container.NewVBox(head, facts)
	if len(m.Silences) > 0 {
		box.Add(prose(joined(" ", s.say("meeting.silence"), briefing.SpellSilences(m.Silences))))
	}
	if m.Agenda != nil && len(m.Agenda.Items) > 0 {
		box.Add(widget.NewSeparator())
		box.Add(section(joined(" · ", s.say("meeting.agenda"), m.Agenda.Symbol, dated(m.Agenda.Date, s.words))))
		box.Add(p.agenda(m.Agenda))
	}
	if len(m.Documents) > 0 {
		box.Add(widget.NewSeparator())
		box.Add(section(s.say("meeting.documents")))
		box.Add(p.documents(m.Documents))
	}
	return newCard(roomy(box))
}

// days writes from when to when.
func days(start, end briefing.Date, w briefing.Words) string {
	if end == "" || end == start {
		return dated(start, w)
	}
	return w.Say("date.range", "Start", dated(start, w), "End", end.Say(w))
}

// agenda is a table: item, time, title; a line of it goes to the item.
func (p *meetingPage) agenda(a *briefing.Agenda) fyne.CanvasObject {
	rows := container.NewVBox()
	cluster := ""
	for _, item := range a.Items {
		if item.Cluster != "" && item.Cluster != cluster {
			cluster = item.Cluster
			l := prose(cluster)
			l.TextStyle.Italic = true
			rows.Add(l)
		}
		when := joined(" ", dated(item.Slot.Date, p.s.words), between(item.Slot.Start, item.Slot.End))
		number := widget.NewLabelWithStyle(p.s.say("note.item", "Label", item.Label), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		left := container.NewHBox(atLeastWide(70, number), atLeastWide(170, widget.NewLabel(when)))
		var right fyne.CanvasObject
		if item.Block != "" && p.s.dossier().Text.Block(item.Block) != nil {
			right = container.NewCenter(newQuietButton(p.s.say("library.open"), func() {
				p.s.show(pageNote)
				p.s.selectBlock(item.Block)
			}))
		}
		rows.Add(container.NewBorder(nil, nil, left, right, prose(oneLine(item.Title))))
	}
	return rows
}

// between writes a time of day from when to when.
func between(start, end string) string {
	if end == "" {
		return start
	}
	return start + "–" + end
}

// documents lists the papers with how far each has come.
func (p *meetingPage) documents(docs []briefing.Document) fyne.CanvasObject {
	rows := container.NewVBox()
	for _, doc := range docs {
		ink := colorMuted
		if doc.Status == briefing.DocumentExpected {
			ink = familyDoubt + ".ink"
		}
		sign := newChip(p.s.say("document."+string(doc.Status)), ink, false)
		rows.Add(container.NewBorder(nil, nil, nil, sign, prose(joined("   ", doc.Symbol, doc.Title))))
	}
	return rows
}

// edit changes a meeting's facts.
func (p *meetingPage) edit(d *briefing.Dossier, m *briefing.Meeting) {
	s := p.s
	fresh, base, desk := *m, d.Base(m), s.open
	form := newFacts(s)
	title := form.add("meeting.title", m.Title)
	org := form.add("meeting.organization", m.Organization)
	session := form.add("meeting.session", m.Session)
	place := form.add("meeting.place", m.Place)
	room := form.add("meeting.room", m.Room)
	start := form.add("meeting.start", string(m.Start))
	end := form.add("meeting.end", string(m.End))
	silence := form.add("meeting.silence", briefing.SpellSilences(m.Silences))
	silence.SetPlaceHolder(s.say("meeting.silence.hint"))
	var hide func()
	ok := newMainButton(s.say("window.save"), func() {
		fresh.Title, fresh.Organization, fresh.Session = title.Text, org.Text, session.Text
		fresh.Place, fresh.Room = place.Text, room.Text
		fresh.Start, fresh.End = briefing.Date(start.Text), briefing.Date(end.Text)
		var err error
		if fresh.Silences, err = briefing.ParseSilences(silence.Text); err != nil {
			s.fail(err) // over the form, which keeps what was typed
			return
		}
		hide()
		s.quick(func(ctx context.Context) error { return desk.SaveMeeting(ctx, &fresh, base) }, s.fail)
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	hide = s.modal(s.say("meeting.edit.title"), atLeastWide(520, form.grid), title, no, ok)
}

// factNames is the width of the names in a form of facts.
const factNames = 108

// facts is a form of short fields with their names to the left.
type facts struct {
	s    *shell
	grid *fyne.Container
}

func newFacts(s *shell) *facts { return &facts{s: s, grid: container.NewVBox()} }

// add adds a field named by a catalogue key.
func (f *facts) add(key, text string) *field {
	e := newField("")
	e.SetText(text)
	f.put(key, e)
	return e
}

// put adds any widget under a name.
func (f *facts) put(key string, o fyne.CanvasObject) {
	name := widget.NewLabel(f.s.say(key))
	name.Importance = widget.LowImportance
	name.Truncation = fyne.TextTruncateEllipsis
	f.grid.Add(container.NewBorder(nil, nil, fixedWide(factNames, name), nil, o))
}
