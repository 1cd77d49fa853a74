package app

import (
	"net/url"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/app/reader"
	"placard/briefing"
)

// notePage shows the open note with its inspector beside it.
type notePage struct {
	s     *shell
	title *widget.Label
	about *widget.Label
	text  *reader.Reader
	rows  map[string]reader.Row // as shown, by block
	note  briefing.ID           // whose rows they are
	split *container.Split
	pane  *fyne.Container
	left  fyne.CanvasObject
	// inspects says that the inspector is shown; beside is the text to the
	// right of the note, nil without one.
	inspects bool
	beside   *besidePane
}

func newNotePage(s *shell) page {
	p := &notePage{s: s, title: heading(""), about: line(""), text: reader.New(), rows: map[string]reader.Row{}, inspects: true}
	p.about.Importance = widget.LowImportance
	p.text.OnSelect = s.selectBlock
	p.text.OnCopy = s.clip.put
	p.text.OnOpen = p.open
	p.text.OnVisible = p.reads
	p.text.OnMoved = p.moved
	p.text.OnMark = func(string) { s.side.focusField("annotations") }
	p.text.OnSecondary = p.menu
	p.text.SetZoom(100)
	head := container.New(&stacked{}, p.title, p.about)
	p.left = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, p.text)
	s.side = newInspector(s)
	p.split = container.NewHSplit(p.left, s.side.object())
	p.split.SetOffset(s.prefs.FloatWithFallback(prefInspector, 0.62))
	p.pane = container.NewStack(p.split)
	return p
}

func (p *notePage) object() fyne.CanvasObject { return p.pane }

// reload shows the newest reading. Only rows that changed are set anew, so
// that the place in the text stays.
func (p *notePage) reload() {
	d := p.s.dossier()
	if d == nil {
		return
	}
	p.title.SetText(oneLine(d.Note.Title))
	p.about.SetText(noteFacts(d, p.s.words))
	rows := noteRows(d, p.s.words)
	if p.note == d.Note.ID && len(rows) == len(p.rows) {
		for _, row := range rows {
			if !reflect.DeepEqual(p.rows[row.ID], row) {
				p.text.UpdateRow(row)
			}
		}
	} else {
		p.text.SetRows(rows)
	}
	p.note, p.rows = d.Note.ID, byID(rows)
	p.s.side.reload()
	if p.beside != nil {
		p.beside.reload()
	}
	if p.s.block != "" && p.text.Selected() != p.s.block {
		p.s.selectBlock(p.s.block) // it was selected on another page
	}
}

// reads tells the outline what is being read.
func (p *notePage) reads(id string) {
	p.s.touch()
	if p.s.shown == pageNote {
		p.s.frame.outline.follow(id)
	}
}

// moved takes the text beside along.
func (p *notePage) moved(id string, hidden float64) {
	if p.beside != nil {
		p.beside.lead(0, p.beside.text, id, hidden)
	}
}

func byID(rows []reader.Row) map[string]reader.Row {
	m := make(map[string]reader.Row, len(rows))
	for _, r := range rows {
		m[r.ID] = r
	}
	return m
}

// noteFacts is the line under the note's title.
func noteFacts(d *briefing.Dossier, w briefing.Words) string {
	n := d.Note
	parts := []string{n.Symbol, n.Body, dated(n.Date, w)}
	if n.MeetingDate != "" {
		parts = append(parts, w.Say("note.for_meeting", "Date", n.MeetingDate.Say(w)))
	}
	parts = append(parts, w.Say("note.paragraphs", "Count", n.Paragraphs))
	return joined(" · ", parts...)
}

// dated writes a date; nothing where there is none.
func dated(d briefing.Date, w briefing.Words) string {
	if d == "" {
		return ""
	}
	return d.Say(w)
}

// joined puts a sign between the texts that say something.
func joined(sign string, texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, oneLine(t))
		}
	}
	return strings.Join(out, sign)
}

// selectBlock marks a block in the text.
func (p *notePage) selectBlock(id string) {
	if p.note != p.s.held.note {
		p.reload()
	}
	if p.text.Selected() != id {
		p.text.Select(id)
		if kids := p.s.dossier().Text.Children(id); len(kids) > 0 && kids[0].Kind != briefing.KindParagraph {
			p.text.Reveal(kids[len(kids)-1].ID) // the options of a choice, as far as they fit
		}
		p.text.Reveal(id)
	}
	if p.beside != nil {
		p.beside.follow(id)
	}
}

// phrase is what is selected inside the selected block.
func (p *notePage) phrase() (start, end int) {
	id, start, end := p.text.Phrase()
	if id != p.s.block {
		return 0, 0
	}
	return start, end
}

// open follows a link: to a block of this note, or out to the system.
func (p *notePage) open(link string) {
	if block, ok := strings.CutPrefix(link, "#"); ok {
		p.s.selectBlock(block)
		return
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return
	}
	p.s.confirm(p.s.say("note.link.title"), p.s.say("note.link.leaves", "Address", link), p.s.say("note.link.yes"), func() {
		if err := p.s.App.OpenURL(u); err != nil {
			p.s.fail(err)
		}
	})
}

// menu offers what can be done with a block, where the mouse is.
func (p *notePage) menu(id string, at fyne.Position) {
	p.s.selectBlock(id)
	var items []*fyne.MenuItem
	for _, code := range []string{"copy_quotation", "annotate", "line", "ask_confirm", "ask_refuse", "ask_merge"} {
		for _, c := range p.s.list {
			if c.code == code && p.s.can(c) {
				item := fyne.NewMenuItem(p.s.name(c), c.run)
				item.Shortcut = c.shortcut
				items = append(items, item)
			}
		}
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.s.window.Canvas(), at)
}

// toggleInspector shows or hides what stands to the right of the note.
func (s *shell) toggleInspector() {
	s.show(pageNote)
	p, ok := s.pages[pageNote].(*notePage)
	if !ok {
		return
	}
	s.keepSplits()
	p.inspects = !p.inspects
	p.arrange()
}

// arrange puts what is shown side by side: the note, a text beside it, the
// inspector.
func (p *notePage) arrange() {
	text := p.left
	if p.beside != nil {
		text = container.NewHSplit(p.left, p.beside.top)
	}
	p.pane.Objects = []fyne.CanvasObject{text}
	if p.inspects {
		p.split.Leading = text
		p.split.Refresh()
		p.pane.Objects = []fyne.CanvasObject{p.split}
	}
	p.pane.Refresh()
}

// inspect shows the inspector where it is hidden.
func (p *notePage) inspect() {
	if !p.inspects {
		p.inspects = true
		p.arrange()
	}
}

// stacked lays lines out close under each other: a label's padding alone
// parts them too far.
type stacked struct{}

// Layout overlaps the labels' padding.
func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h - tightness
	}
}

// tightness is by how much stacked lines come closer.
const tightness = 10

// MinSize is the height of the lines so stacked.
func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height - tightness
	}
	size.Height += tightness
	return size
}
