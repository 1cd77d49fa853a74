package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// returnedLine is one line of the list: a row that answers a position, a point
// of capital's own, or a line of the report. The others are -1.
type returnedLine struct{ row, point, finding int }

// linesOf lists what a workbook brings: its answers first, those that ask
// before the rest, then new points, then the report by weight. Rows that were
// left blank come last.
func linesOf(r *briefing.Reconciliation) []returnedLine {
	var asks, answers, blank, out []returnedLine
	for i := range r.Rows {
		l := returnedLine{row: i, point: -1, finding: -1}
		row := &r.Rows[i]
		switch {
		case row.Asks() && row.Reply == nil:
			asks = append(asks, l)
		case row.Answered() || len(row.Remarks) > 0:
			answers = append(answers, l)
		default:
			blank = append(blank, l)
		}
	}
	out = append(asks, answers...)
	for i := range r.Points {
		out = append(out, returnedLine{row: -1, point: i, finding: -1})
	}
	for i := range r.Findings {
		out = append(out, returnedLine{row: -1, point: -1, finding: i})
	}
	return append(out, blank...)
}

// answerFilter is a kind of line to look at alone.
type answerFilter int

// The filters, in the order of their chips.
const (
	answerAll answerFilter = iota
	answerOpen
	answerConflicts
	answerApproved
	answerChanged
	answerOther
	answerRemarks
	answerNew
	answerReport
	answerFilters // how many there are
)

var answerFilterNames = [answerFilters]string{
	"answer.only.all", "answer.only.open", "answer.only.conflicts", "answer.only.approved", "answer.only.changed",
	"answer.only.other", "answer.only.remarks", "answer.only.new", "answer.only.report",
}

// passes tells whether a line is of the filter's kind.
func (p *returnedPage) passes(f answerFilter, l returnedLine) bool {
	switch {
	case f == answerAll:
		return l.finding < 0 || !told(&p.found.Findings[l.finding])
	case l.point >= 0:
		return f == answerNew
	case l.finding >= 0:
		return f == answerReport || f == answerNew && p.found.Findings[l.finding].Weight == briefing.WeighNew
	}
	row := &p.found.Rows[l.row]
	switch f { //nolint:exhaustive // the others are not about rows
	case answerOpen:
		_, decided := p.decided[l.row]
		return !decided && (row.Decision != "" || row.Asks()) && row.Resolvable()
	case answerConflicts:
		return inConflict(row, p.found.Returned.SHA256)
	case answerApproved:
		return row.Decision == briefing.DecisionApprove && !row.Changes()
	case answerChanged:
		return row.Changes()
	case answerOther:
		return row.Decision != "" && row.Decision != briefing.DecisionApprove && row.Decision != briefing.DecisionChanges
	case answerRemarks:
		return row.Comment != "" || len(row.Remarks) > 0
	}
	return false
}

// told tells whether a line of the report stands elsewhere too: with its row
// or point, or above the list.
func told(f *briefing.Finding) bool {
	return f.Ref != "" || f.Code == "point_new" || f.Code == "row_new" || f.Code == "already_stored"
}

// inConflict tells whether the row meets other words of ours or of another
// ministry's.
func inConflict(row *briefing.ReviewedRow, file string) bool {
	return row.Decision != "" && row.Moved() || slices.ContainsFunc(row.Fields, briefing.FieldMerge.Conflict) ||
		slices.ContainsFunc(row.Lasting(file), row.Against)
}

// choose looks at one kind of line alone.
func (p *returnedPage) choose(f answerFilter) {
	p.only = f
	p.filter()
	p.goTo(0)
	p.s.focus(p.list)
}

// filter lists the lines of the chosen kind and counts all kinds.
func (p *returnedPage) filter() {
	p.rows = p.rows[:0]
	var counts [answerFilters]int
	for i, l := range p.lines {
		for f := range answerFilters {
			if p.passes(f, l) {
				counts[f]++
			}
		}
		if p.passes(p.only, l) {
			p.rows = append(p.rows, i)
		}
	}
	for f, c := range p.filters {
		c.set(answerFilter(f) == p.only)
		c.name(p.s.say(answerFilterNames[f]), counts[f])
		setVisible(c, counts[f] > 0 || answerFilter(f) <= answerOpen || answerFilter(f) == p.only)
	}
	setVisible(p.none, len(p.rows) == 0)
	p.count()
	p.list.Refresh()
}

// line is the selected one; ok is false for none.
func (p *returnedPage) line() (l returnedLine, ok bool) {
	if p.at < 0 || p.at >= len(p.rows) {
		return returnedLine{row: -1, point: -1, finding: -1}, false
	}
	return p.lines[p.rows[p.at]], true
}

// goTo selects a line, the last where there are fewer.
func (p *returnedPage) goTo(at int) {
	p.at = min(at, len(p.rows)-1)
	if p.at < 0 {
		p.list.UnselectAll()
		p.showDetail()
		return
	}
	p.list.Select(p.at)
	p.showDetail() // the list is silent where the line was selected before
}

func (p *returnedPage) step(by int) {
	if to := p.at + by; to >= 0 && to < len(p.rows) {
		p.list.Select(to)
	}
}

func (p *returnedPage) selected(i widget.ListItemID) {
	p.at = i
	p.showDetail()
}

// newReturnedItem is a line: what it is about, who and when below, and what
// becomes of it at the right.
func newReturnedItem() fyne.CanvasObject {
	foot := line("")
	foot.Importance, foot.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	sign := container.NewHBox(newChip("", colorMuted, false), gap(10, 0)) // beside the scroll bar
	return container.NewBorder(nil, nil, nil, sign, container.New(&stacked{}, line(""), foot))
}

func (p *returnedPage) fillItem(i widget.ListItemID, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	text := parts[0].(*fyne.Container).Objects
	l := p.lines[p.rows[i]]
	head, foot := p.sayLine(l)
	text[0].(*widget.Label).SetText(head)
	text[1].(*widget.Label).SetText(foot)
	word, ink, solid := p.sign(l)
	parts[1].(*fyne.Container).Objects[0].(*chip).set(word, ink, solid)
}
