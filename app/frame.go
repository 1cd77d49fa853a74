package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// frame is what stands around every page: header, outline and strip.
type frame struct {
	s       *shell
	header  *header
	outline *outline
	strip   *strip
	middle  *fyne.Container
	shield  *shield
	split   *container.Split
	body    *fyne.Container
	top     fyne.CanvasObject
}

func newFrame(s *shell) *frame {
	f := &frame{s: s, header: newHeader(s), outline: newOutline(s), strip: newStrip(s), middle: container.NewStack(), shield: newShield(s)}
	f.split = container.NewHSplit(newGround(colorPanel, f.outline.object()), container.NewHScroll(f.middle))
	f.split.SetOffset(s.prefs.FloatWithFallback(prefOutline, 0.2))
	f.body = container.NewStack(f.split)
	rule := func() fyne.CanvasObject { return widget.NewSeparator() }
	f.top = container.NewBorder(
		container.NewVBox(newGround(colorPanel, f.header.object()), rule()),
		container.NewVBox(rule(), newGround(colorPanel, f.strip.object())),
		nil, nil, f.body,
	)
	return f
}

func (f *frame) object() fyne.CanvasObject { return f.top }

// put shows a page in the middle.
func (f *frame) put(o fyne.CanvasObject) {
	if len(f.middle.Objects) > 0 && f.middle.Objects[0] == o {
		return
	}
	f.middle.Objects = []fyne.CanvasObject{o, f.shield}
	f.middle.Refresh()
	f.shield.raise()
}

// reload shows the newest reading.
func (f *frame) reload() {
	f.header.reload()
	f.outline.reload()
	f.strip.reload()
}

// toggleOutline shows or hides the outline; its width is remembered.
func (f *frame) toggleOutline() {
	f.showOutline(f.body.Objects[0] != f.split)
}

// showOutline shows the outline or hides it.
func (f *frame) showOutline(shown bool) {
	if shown == (f.body.Objects[0] == f.split) {
		return
	}
	f.body.Objects = []fyne.CanvasObject{f.split}
	if !shown {
		f.s.keepSplits()
		f.body.Objects = []fyne.CanvasObject{f.split.Trailing}
	}
	f.body.Refresh()
}

// keepSplits remembers the widths of the panes.
func (s *shell) keepSplits() {
	if s.frame == nil {
		return
	}
	s.prefs.SetFloat(prefOutline, s.frame.split.Offset)
	if n, ok := s.pages[pageNote].(*notePage); ok {
		s.prefs.SetFloat(prefInspector, n.split.Offset)
	}
}

// header is the line under the menu: where we are, whether it is saved, how
// the papers are marked.
type header struct {
	s     *shell
	title *widget.Label
	demo  *chip
	mark  *chip
	state *widget.Label
	top   fyne.CanvasObject
}

func newHeader(s *shell) *header {
	h := &header{s: s, title: line(""), state: widget.NewLabel("")}
	h.title.TextStyle.Bold = true
	h.demo = newChip(s.say("window.demo"), colorDemo, true)
	h.mark = newChip("", colorMuted, false)
	h.state.Importance = widget.LowImportance
	find := newButton(s.say("window.find", "Key", s.keyName(on(fyne.KeyK))), s.find)
	find.Icon = theme.SearchIcon()
	right := container.NewHBox(container.NewCenter(find), h.state, h.mark, gap(2, 0))
	left := container.NewHBox(gap(2, 0), h.demo)
	h.top = container.NewBorder(nil, nil, left, right, h.title)
	h.reload()
	return h
}

func (h *header) object() fyne.CanvasObject { return h.top }

// reload shows the meeting, the mark and whether this is a demo.
func (h *header) reload() {
	title := h.s.say("window.no_note")
	if d := h.s.dossier(); d != nil {
		title = d.Note.Title
		if len(d.Meetings) > 0 {
			title = d.Meetings[0].Title
		}
	}
	h.title.SetText(title)
	h.s.window.SetTitle(h.s.say("window.title_of", "Title", title))
	mark := h.s.held.settings.Mark
	h.mark.set(mark, colorMuted, false)
	setVisible(h.mark, mark != "")
	setVisible(h.demo, h.s.isDemo())
	if h.state.Text == "" {
		h.s.saved()
	}
}
