package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// positionPanel shows and edits our position: stance, state, what to say, and
// shut until asked for, what must not be seen.
type positionPanel struct {
	i       *inspector
	w       briefing.Words
	stance  *stancePicker
	state   *statePanel
	trouble *troubleBar
	ranking *rankingPanel
	facts   *factsPanel
	fields  map[briefing.Field]*fieldBox
	secrets *shutter
	more    *shutter
	scroll  *container.Scroll
	// spelling looks through the field that is written in.
	spelling *spelling
	top      fyne.CanvasObject
}

func newPositionPanel(i *inspector) *positionPanel {
	p := &positionPanel{i: i, w: i.s.words, fields: map[briefing.Field]*fieldBox{}}
	p.scroll = container.NewScroll(nil) // both ways: large text may be wider than the pane
	p.spelling = newSpelling(p)
	p.stance = newStancePicker(p.w, i.setStance)
	p.state = newStatePanel(i)
	p.trouble = newTroubleBar(i)
	p.ranking = newRankingPanel(p)
	p.facts = newFactsPanel(p)
	p.secrets = newShutter(p.w.Say("inspector.secrets"), p.boxes(secretFields))
	p.secrets.private = true
	p.more = newShutter(p.w.Say("inspector.more"), p.boxes(moreFields()))
	p.scroll.Content = p.column()
	p.top = p.scroll
	return p
}

func (p *positionPanel) column() fyne.CanvasObject {
	history := newQuietButton(p.w.Say("history.open"), func() { p.i.showHistory() })
	remove := newQuietButton(p.w.Say("inspector.remove"), func() { p.i.removePosition() })
	parts := []fyne.CanvasObject{p.stance, p.state.top, p.trouble.top, p.ranking.top}
	parts = append(parts, p.boxes(mainFields)...)
	parts = append(parts, p.facts.top, p.secrets.top, p.more.top, container.NewHBox(history, layout.NewSpacer(), remove))
	return container.New(layout.NewCustomPaddedLayout(2, 8, 4, 12), container.New(layout.NewCustomPaddedVBoxLayout(2), parts...))
}

// boxes makes the fields' boxes.
func (p *positionPanel) boxes(fields []briefing.Field) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range fields {
		out = append(out, p.fieldBox(f).box)
	}
	return out
}

// fieldBox makes a field's box, once.
func (p *positionPanel) fieldBox(f briefing.Field) *fieldBox {
	if b := p.fields[f]; b != nil {
		return b
	}
	b := newFieldBox(f, p.w, p.scroll, p.typed, p.left)
	p.fields[f] = b
	return b
}

// typed takes a key over into the draft.
func (p *positionPanel) typed(f briefing.Field, text string) {
	d := p.i.draft
	if d == nil || d.want.Text(f) == text {
		return
	}
	d.want.SetText(f, text)
	p.i.typed()
	p.spelling.typed(p.fields[f])
	if f == briefing.FieldSpeakingNote {
		p.facts.count(text)
	}
}

// left saves at once when a field loses the focus.
func (p *positionPanel) left() {
	if p.i.draft != nil {
		p.i.keep.save(p.i.draft)
	}
}

// fill shows the draft.
func (p *positionPanel) fill() {
	d := p.i.draft
	p.spelling.follow(d)
	p.stance.show(d.want.Stance)
	p.state.fill(d)
	p.trouble.fill(d)
	p.ranking.fill(d)
	p.facts.fill(&d.want)
	for _, b := range p.fields {
		b.show(&d.want)
	}
	p.secrets.mark(countTexts(&d.want, secretFields))
	p.more.mark(countTexts(&d.want, moreFields()))
}

func countTexts(p *briefing.Position, fields []briefing.Field) int {
	n := 0
	for _, f := range fields {
		if p.Text(f) != "" {
			n++
		}
	}
	return n
}

// focus opens the shutter a field is behind and puts the cursor into it.
func (p *positionPanel) focus(f briefing.Field) {
	b := p.fields[f]
	if b == nil {
		return
	}
	switch {
	case f.Secret():
		p.secrets.open(true)
	case countTexts(&briefing.Position{Texts: map[briefing.Field]string{f: "?"}}, moreFields()) > 0:
		p.more.open(true)
	}
	p.i.s.focus(b.edit)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, b.box.Position().Y-40)))
}

// closeSecrets hides what neighbours must not see.
func (p *positionPanel) closeSecrets() { p.secrets.open(false) }

// shutter is a heading that opens and shuts what is under it.
type shutter struct {
	title  string
	button *button
	inside *fyne.Container
	top    *fyne.Container
	filled int
	// private marks what neighbours must not see.
	private bool
}

func newShutter(title string, inside []fyne.CanvasObject) *shutter {
	sh := &shutter{title: title, inside: container.New(layout.NewCustomPaddedVBoxLayout(2), inside...)}
	sh.button = newQuietButton(title, func() { sh.open(!sh.inside.Visible()) })
	sh.button.Alignment = widget.ButtonAlignLeading
	sh.inside.Hide()
	sh.top = container.New(layout.NewCustomPaddedVBoxLayout(0), sh.button, sh.inside)
	sh.name()
	return sh
}

// open shows or hides what is inside.
func (sh *shutter) open(open bool) {
	setVisible(sh.inside, open)
	sh.name()
}

// mark says how many of the fields inside hold something.
func (sh *shutter) mark(filled int) {
	if sh.filled != filled {
		sh.filled = filled
		sh.name()
	}
}

func (sh *shutter) name() {
	sign := "▸ "
	if sh.inside.Visible() {
		sign = "▾ "
	}
	var icon fyne.Resource
	switch {
	case sh.private && sh.inside.Visible():
		icon = theme.NewWarningThemedResource(theme.VisibilityIcon())
	case sh.private:
		icon = theme.VisibilityOffIcon()
	}
	text := counted(sign+sh.title, sh.filled)
	if sh.button.Text != text || sh.button.Icon != icon {
		sh.button.Text, sh.button.Icon = text, icon
		sh.button.Refresh()
	}
}
