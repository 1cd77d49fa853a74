package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// returnedPage shows what a workbook from capital would change, row by row,
// for a person to accept, edit or reject. What is decided is kept here until
// it is taken in, all in one act; nothing is saved before that.
type returnedPage struct {
	s     *shell
	name  string
	data  []byte
	found *briefing.Reconciliation // nil while none is shown
	// decided are the rows that a person has decided on, by their places in
	// found.Rows.
	decided map[int]briefing.Acceptance

	lines   []returnedLine // all of the workbook
	rows    []int          // those that the filter leaves, as places in lines
	at      int            // the selected one in rows
	filters []*filterChip
	only    answerFilter

	title    *widget.Label
	summary  *widget.Label
	notice   *widget.Label // the same file again, or why nothing is taken in
	approve  *button
	take     *button
	list     *keyedList
	none     *widget.Label
	detail   *fyne.Container
	verdicts *fyne.Container
	shown    fyne.CanvasObject
	top      *fyne.Container
}

func newReturnedPage(s *shell) page {
	p := &returnedPage{s: s, title: heading(""), summary: line(""), notice: prose(""), list: &keyedList{}}
	p.summary.Importance, p.notice.Importance = widget.LowImportance, widget.WarningImportance
	p.detail = container.New(layout.NewCustomPaddedVBoxLayout(-4))
	p.approve = newButton(s.say("answer.approve_all"), p.askApproveAll)
	p.take = newMainButton("", p.takeIn)
	p.list.ExtendBaseWidget(p.list)
	p.list.Length = func() int { return len(p.rows) }
	p.list.CreateItem, p.list.UpdateItem = newReturnedItem, p.fillItem
	p.list.OnSelected = p.selected
	p.list.onRune, p.list.onStep = p.letter, p.step
	p.none = aside(s.say("answer.filter_empty"))
	p.verdicts = p.newVerdicts()
	p.shown = p.build()
	p.top = container.NewStack(p.empty())
	return p
}

func (p *returnedPage) object() fyne.CanvasObject { return p.top }

// empty asks for a workbook.
func (p *returnedPage) empty() fyne.CanvasObject {
	text := prose(p.s.say("answer.empty"))
	text.Alignment = fyne.TextAlignCenter
	act := container.NewHBox(layout.NewSpacer(), newMainButton(p.s.say("answer.import"), p.s.chooseAnswer), layout.NewSpacer())
	return container.New(column(460), container.NewVBox(gap(0, 80), text, act))
}

func (p *returnedPage) build() fyne.CanvasObject {
	chips := container.New(layout.NewRowWrapLayout())
	for f := range answerFilters {
		c := newFilterChip(func() { p.choose(f) })
		p.filters = append(p.filters, c)
		chips.Add(c)
	}
	save := newButton(p.s.say("answer.save"), p.saveAgain)
	buttons := container.NewCenter(container.NewHBox(save, p.approve, p.take))
	head := container.NewBorder(nil, nil, nil, buttons, container.New(&stacked{}, p.title, p.summary))
	keys := aside(p.s.say("answer.keys"))
	keys.SizeName = theme.SizeNameCaptionText
	foot := newGround(colorPanel, container.NewVBox(widget.NewSeparator(), container.NewPadded(p.verdicts), keys))
	right := container.NewBorder(nil, foot, nil, nil, container.NewVScroll(roomy(p.detail)))
	left := container.NewBorder(container.NewVBox(p.none), nil, nil, nil, p.list)
	split := container.NewHSplit(left, right)
	split.SetOffset(0.36)
	above := container.NewVBox(roomy(head), p.notice, container.NewPadded(chips), widget.NewSeparator())
	return container.NewBorder(above, nil, nil, nil, split)
}

// propose shows a workbook that was read; what was decided on another is
// dropped.
func (p *returnedPage) propose(name string, data []byte, found *briefing.Reconciliation) {
	p.name, p.data, p.decided, p.only, p.at = name, data, map[int]briefing.Acceptance{}, answerAll, 0
	p.swap(found)
	p.top.Objects = []fyne.CanvasObject{p.shown}
	p.top.Refresh()
	p.list.ScrollToTop()
	p.goTo(p.firstOpen())
}

// reload compares the workbook with what is held now; what was decided and
// still can be stays decided.
func (p *returnedPage) reload() {
	if p.found == nil {
		return
	}
	desk, name, data := p.s.desk(), p.name, p.data
	var found *briefing.Reconciliation
	p.s.quick(func(ctx context.Context) (err error) {
		found, err = desk.ReadReturn(ctx, name, data)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.s.fail(err)
		case name == p.name && p.found != nil:
			p.swap(found)
			p.goTo(p.at)
		}
	})
}

// swap shows another comparison of the same file.
func (p *returnedPage) swap(found *briefing.Reconciliation) {
	p.found = found
	for i := range p.decided {
		if i >= len(found.Rows) || !found.Rows[i].Resolvable() {
			delete(p.decided, i)
		}
	}
	number := 0
	if found.Batch != nil {
		number = found.Batch.Number
	}
	p.title.SetText(p.s.say("answer.title", "Number", number, "Name", p.name))
	p.notice.SetText(p.sayNotice())
	setVisible(p.notice, p.notice.Text != "")
	p.lines = linesOf(found)
	p.filter()
}

// sayNotice is what stands above all: that nothing can be taken in, or that
// the file was taken in before.
func (p *returnedPage) sayNotice() string {
	switch {
	case p.found.Blocked():
		return p.s.say("answer.blocked")
	case p.found.Stored:
		return p.s.say("answer.stored")
	}
	return ""
}

// saveAgain writes the file out as it came.
func (p *returnedPage) saveAgain() {
	data := p.data
	p.s.saveCopy(p.s.say("answer.save"), p.name, func(context.Context) ([]byte, error) { return data, nil })
}

// proceed takes in: the page's main act.
func (p *returnedPage) proceed() {
	if p.found == nil {
		p.s.chooseAnswer()
		return
	}
	press(p.take)
}
