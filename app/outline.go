package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// outlineRow is one line of the outline.
type outlineRow struct {
	text  string
	level int
	title bool   // names a part and goes nowhere
	page  string // shown when the line is chosen
	note  briefing.ID
	block string
	asks  bool // goes to the next open ask
	wide  bool // in bold: an open note
}

// outlineRows lists the notes, the open one with its headings, and the pages.
func outlineRows(h *held, w briefing.Words) []outlineRow {
	rows := []outlineRow{{text: w.Say("page.library"), page: pageLibrary}}
	if h.dossier != nil {
		rows = append(rows, outlineRow{text: w.Say("page.meeting"), page: pageMeeting})
	}
	if len(h.notes) > 0 {
		rows = append(rows, outlineRow{text: w.Say("outline.notes"), title: true})
	}
	for _, n := range h.notes {
		open := h.dossier != nil && n.ID == h.dossier.Note.ID
		rows = append(rows, outlineRow{text: nameAmong(n, h.notes), note: n.ID, wide: open})
		if open {
			rows = append(rows, headingRows(h.dossier, w)...)
		}
	}
	if h.dossier == nil {
		return rows
	}
	t := h.dossier.Tally()
	return append(rows,
		outlineRow{text: w.Say("outline.work"), title: true},
		outlineRow{text: w.Say("outline.asks", "Total", t.Asks, "Open", t.Asks-t.Answered), asks: true},
		outlineRow{text: w.Say("page.triage"), page: pageTriage},
		outlineRow{text: w.Say("page.matrix"), page: pageMatrix},
		outlineRow{text: w.Say("page.capital"), page: pageCapital},
		outlineRow{text: w.Say("page.pack"), page: pagePack},
	)
}

// headingRows lists the headings of the open note, and its agendas.
func headingRows(d *briefing.Dossier, w briefing.Words) []outlineRow {
	var rows []outlineRow
	agenda := false
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		row := outlineRow{text: oneLine(b.Text), note: d.Note.ID, block: b.ID, level: 1}
		switch {
		case b.Kind == briefing.KindHeading:
			row.level = max(1, b.Level)
		case b.Kind == briefing.KindAnnex:
		case b.Slot != nil && !agenda, b.Kind == briefing.KindAgendaItem && !agenda:
			agenda = true
			row.text, row.level = w.Say("outline.agenda"), 2
		default:
			continue
		}
		rows = append(rows, row)
	}
	return rows
}

// noteName is what people call a note: its symbol, else its title or file.
func noteName(n *briefing.Note) string {
	for _, s := range []string{n.Symbol, n.Title, n.Source.Name} {
		if s != "" {
			return oneLine(s)
		}
	}
	return "–"
}

// nameAmong is a note's name, with its language where others have the same.
func nameAmong(n *briefing.Note, all []*briefing.Note) string {
	name := noteName(n)
	for _, other := range all {
		if other.ID != n.ID && noteName(other) == name {
			return joined(" · ", name, strings.ToUpper(n.Language))
		}
	}
	return name
}

// oneLine is a text with its line ends made spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// outline is the list to the left.
type outline struct {
	s    *shell
	rows []outlineRow
	list *listView
	mute bool   // a selection of ours, not the user's
	read string // the block that is being read: selected, or scrolled to
}

func newOutline(s *shell) *outline {
	o := &outline{s: s}
	o.list = newListView(
		func() int { return len(o.rows) },
		newOutlineItem,
		func(i widget.ListItemID, item fyne.CanvasObject) { o.rows[i].put(item) },
	)
	o.list.HideSeparators = true
	o.list.OnSelected = o.chosen
	return o
}

func (o *outline) object() fyne.CanvasObject { return o.list }

// reload lists anew and marks where we are.
func (o *outline) reload() {
	o.rows = outlineRows(&o.s.held, o.s.words)
	o.list.Refresh()
	o.mark()
}

// mark selects the line of the page shown, or of the heading being read.
func (o *outline) mark() {
	at := -1
	for i, r := range o.rows {
		switch {
		case r.page != "" && r.page == o.s.shown:
			at = i
		case o.s.shown == pageNote && r.block == "" && r.wide:
			at = i
		case o.s.shown == pageNote && r.block != "" && o.before(r.block):
			at = i
		}
	}
	o.mute = true
	if at < 0 {
		o.list.UnselectAll()
	} else {
		o.list.Select(at)
	}
	o.mute = false
}

// before tells whether a block stands at or before the selected one.
func (o *outline) before(block string) bool {
	d := o.s.dossier()
	for i := range d.Text.Blocks {
		switch d.Text.Blocks[i].ID {
		case block:
			return true
		case o.read:
			return false
		}
	}
	return false
}

// follow marks the heading over a block.
func (o *outline) follow(block string) {
	o.read = block
	o.mark()
}

func (o *outline) chosen(i widget.ListItemID) {
	if o.mute || i >= len(o.rows) {
		return
	}
	switch r := o.rows[i]; {
	case r.title:
		o.mark()
	case r.asks:
		o.s.nextAsk()
	case r.page != "":
		o.s.show(r.page)
	default:
		o.s.openNote(r.note, r.block)
	}
}

// newOutlineItem is a line: a step in, then its text.
func newOutlineItem() fyne.CanvasObject {
	return &fyne.Container{Layout: snug(7), Objects: []fyne.CanvasObject{line("")}}
}

// put shows the row in a line of the list.
func (r outlineRow) put(item fyne.CanvasObject) {
	box := item.(*fyne.Container)
	label := box.Objects[0].(*widget.Label)
	label.TextStyle.Bold = r.wide || r.title
	label.Importance = widget.MediumImportance
	if r.title || r.level > 1 {
		label.Importance = widget.LowImportance
	}
	text := r.text
	if r.title {
		text = strings.ToUpper(text)
	}
	label.SetText(strings.Repeat("    ", r.level) + text)
}
