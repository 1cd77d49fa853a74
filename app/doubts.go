package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// doubtRow is a block that was read with doubts.
type doubtRow struct{ block, text string }

// doubtList lists the doubtful blocks, with why, to step through. It takes no
// room where there is none.
type doubtList struct {
	s      *shell
	rows   []doubtRow
	list   *listView
	count  *widget.Label
	chosen func(block string)
	mute   bool // the selection follows the text, nobody chose
	top    *fyne.Container
}

// doubtsShown is how many doubts are on the screen at once.
const doubtsShown = 3

func newDoubtList(s *shell, chosen func(block string)) *doubtList {
	d := &doubtList{s: s, chosen: chosen, count: section("")}
	d.list = newListView(func() int { return len(d.rows) }, func() fyne.CanvasObject { return container.New(snug(9), line("")) }, d.update)
	d.list.HideSeparators = true
	d.list.OnSelected = func(i widget.ListItemID) {
		if !d.mute && i < len(d.rows) {
			d.chosen(d.rows[i].block)
		}
	}
	keys := aside(s.say("import.doubts.keys"))
	keys.SizeName, keys.Alignment, keys.Wrapping, keys.Truncation = theme.SizeNameCaptionText, fyne.TextAlignTrailing, fyne.TextWrapOff, fyne.TextTruncateEllipsis
	head := container.NewBorder(nil, nil, d.count, nil, keys)
	d.top = container.NewBorder(head, widget.NewSeparator(), nil, nil, &fyne.Container{Layout: listHeight{d}, Objects: []fyne.CanvasObject{d.list}})
	return d
}

func (d *doubtList) update(i widget.ListItemID, o fyne.CanvasObject) {
	o.(*fyne.Container).Objects[0].(*widget.Label).SetText(d.rows[i].text)
}

// listHeight is as high as the doubts on the screen.
type listHeight struct{ d *doubtList }

// Layout fills the space.
func (h listHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	leastWidth(0).Layout(objects, size)
}

// MinSize is that of the rows shown.
func (h listHeight) MinSize([]fyne.CanvasObject) fyne.Size {
	rows := float32(min(len(h.d.rows), doubtsShown))
	return fyne.NewSize(0, rows*(h.d.list.CreateItem().MinSize().Height+theme.Padding()))
}

// show lists the doubtful blocks of a text.
func (d *doubtList) show(blocks []briefing.Block) {
	d.rows = nil
	text := briefing.Text{Blocks: blocks}
	for i := range blocks {
		if len(blocks[i].Doubts) > 0 {
			d.rows = append(d.rows, doubtRow{blocks[i].ID, d.say(&text, &blocks[i])})
		}
	}
	d.list.Refresh()
	setVisible(d.top, len(d.rows) > 0)
}

// say is where a block stands and why it is doubtful.
func (d *doubtList) say(text *briefing.Text, b *briefing.Block) string {
	place := shorten(b.Text, 40)
	if b.Label != "" {
		place = text.LabelOf(b).Say(b.Kind, d.s.words)
	}
	if b.Page > 0 {
		place = joined(" · ", d.s.say("import.source.page", "Page", b.Page), place)
	}
	why := make([]string, len(b.Doubts))
	for i, code := range b.Doubts {
		why[i] = d.s.say("doubt." + code)
	}
	return joined(" — ", place, joined(" · ", why...))
}

// follow marks a block's doubt, where it has one.
func (d *doubtList) follow(block string) {
	at := -1
	for i, r := range d.rows {
		if r.block == block {
			at = i
			break
		}
	}
	d.mute = true
	defer func() { d.mute = false }()
	if at < 0 {
		d.list.UnselectAll()
		d.count.SetText(d.s.say("import.doubts", "Count", len(d.rows)))
		return
	}
	d.list.Select(at)
	d.count.SetText(d.s.say("import.doubts.at", "At", at+1, "Of", len(d.rows)))
}

// next is the block of the next doubt behind a block, or before it where by is
// negative, round the end; empty for none.
func (d *doubtList) next(blocks []briefing.Block, block string, by int) string {
	doubtful := func(i int) bool { return len(blocks[i].Doubts) > 0 }
	at := 0
	for i := range blocks {
		if blocks[i].ID == block {
			at = i
		}
	}
	for n := 1; n <= len(blocks); n++ {
		if i := ((at+by*n)%len(blocks) + len(blocks)) % len(blocks); doubtful(i) {
			return blocks[i].ID
		}
	}
	return ""
}

// doubter is a page with doubts to step through.
type doubter interface {
	doubtful() bool
	stepDoubt(by int)
}

func (s *shell) doubter() doubter {
	if p, ok := s.pages[s.shown].(doubter); ok && p.doubtful() {
		return p
	}
	return nil
}

// doubts tells whether there are doubts to step through.
func (s *shell) doubts() bool { return s.doubter() != nil }

// doubt goes to the next doubt, or back.
func (s *shell) doubt(by int) {
	if p := s.doubter(); p != nil {
		p.stepDoubt(by)
	}
}

// typedDoubt goes back while Shift is held.
func (s *shell) typedDoubt() {
	by := 1
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		by = -1
	}
	s.doubt(by)
}
