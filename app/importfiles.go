package app

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// filesBar says how far the chosen documents have come, where there are
// several, and what can be done with all of them.
type filesBar struct {
	p     *importPage
	where *widget.Label
	sweep *button
	top   *fyne.Container
}

func newFilesBar(p *importPage) *filesBar {
	b := &filesBar{p: p, where: line("")}
	b.sweep = newButton("", func() { p.queue.sweep() })
	list := newButton(p.s.say("import.files"), p.listFiles)
	b.top = container.NewPadded(container.NewBorder(nil, nil, nil, container.NewHBox(b.sweep, list), b.where))
	b.top.Hide()
	return b
}

// reload counts the queue.
func (b *filesBar) reload() {
	q, s := b.p.queue, b.p.s
	setVisible(b.top, q.several())
	at, plain := 0, 0
	for n, i := range q.items {
		if i == q.now {
			at = n + 1
		}
		if i.plain() {
			plain++
		}
	}
	where := ""
	if at > 0 {
		where = s.say("import.files.at", "At", at, "Of", len(q.items), "Name", q.now.name)
	}
	said := func(key string, state importState) string {
		if n := q.count(state); n > 0 {
			return s.say(key, "Count", n)
		}
		return ""
	}
	b.where.SetText(joined("  ·  ", where, said("import.files.waiting", importWaiting), said("import.files.failed", importFailed),
		said("import.files.there", importThere), said("import.files.saved", importSaved)))
	b.sweep.SetText(s.say("import.files.sweep", "Count", plain))
	setVisible(b.sweep, plain > 0)
}

// listFiles lists the documents with what became of each.
func (p *importPage) listFiles() {
	s := p.s
	rows := container.NewVBox()
	var hide func()
	for _, i := range p.queue.items {
		rows.Add(p.fileRow(i, func() { hide() }))
		rows.Add(widget.NewSeparator())
	}
	scroll := container.NewVScroll(rows)
	ok := newMainButton(s.say("window.close"), func() { hide() })
	hide = s.modal(s.say("import.files.title"), container.NewGridWrap(fyne.NewSize(620, 360), scroll), nil, ok)
}

// fileRow is one document: its name, what became of it, the one act left.
func (p *importPage) fileRow(i *importItem, hide func()) fyne.CanvasObject {
	s := p.s
	text, act, do := "", "", func() {}
	switch i.state {
	case importWaiting:
		text = s.say("import.file.waiting")
	case importReady:
		text, act = s.say("import.file.ready", "Count", i.found.Note.Doubts), s.say("import.file.review")
		do = func() { p.queue.show(i); p.queue.changed() }
	case importThere, importSaved:
		text, act = s.say("import.file.saved"), s.say("library.open")
		if i.state == importThere {
			text = s.say("import.file.there")
		}
		do = func() { s.openNote(i.note, "") }
	case importDropped:
		text = s.say("import.file.dropped")
	case importFailed:
		text = faultOf(i.err, s.words).what
		if errors.Is(i.err, briefing.ErrEncrypted) {
			act, do = s.say("import.file.password"), func() { p.queue.askPassword(i) }
		}
	}
	name := section(i.name)
	name.Truncation = fyne.TextTruncateEllipsis
	words := container.New(&stacked{}, name, aside(text))
	if act == "" {
		return words
	}
	b := newButton(act, func() {
		hide()
		do()
	})
	return container.NewBorder(nil, nil, nil, container.NewCenter(b), words)
}
