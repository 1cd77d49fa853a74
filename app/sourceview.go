package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// sourceColumns is where the source's lines are broken for the screen.
const sourceColumns = 40

// sourceRow is a line of the source, or what of it fits on the screen.
type sourceRow struct {
	line int
	text string
}

// sourceView shows a document's own text beside what was recognised in it, the
// selected block's lines marked. Documents that are no text have none.
type sourceView struct {
	s     *shell
	text  *sourceText // nil for none
	spans map[string]lineSpan
	rows  []sourceRow
	now   lineSpan
	list  *listView
	where *widget.Label // page and lines, in words
	top   fyne.CanvasObject
}

func newSourceView(s *shell) *sourceView {
	v := &sourceView{s: s, where: smallLabel("")}
	v.list = newListView(func() int { return len(v.rows) }, newSourceRow, v.update)
	v.list.HideSeparators = true
	v.list.OnSelected = func(i widget.ListItemID) { v.list.Unselect(i) }
	v.where.Wrapping, v.where.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	v.top = container.NewBorder(v.where, nil, nil, nil, container.NewHScroll(v.list))
	return v
}

func (v *sourceView) object() fyne.CanvasObject { return v.top }

// newSourceRow is as wide as a row may be, in letters of one width.
func newSourceRow() fyne.CanvasObject {
	text := widget.NewLabelWithStyle(strings.Repeat("m", sourceColumns+6), fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
	text.SizeName = theme.SizeNameCaptionText
	return container.New(snug(12), newGround(theme.ColorNameBackground, text))
}

func (v *sourceView) update(i widget.ListItemID, o fyne.CanvasObject) {
	row, ground := v.rows[i], o.(*fyne.Container).Objects[0].(*ground)
	ground.fill = theme.ColorNameBackground
	if v.now.from <= row.line && row.line <= v.now.to {
		ground.fill = colorMark
	}
	ground.Refresh()
	number := "      "
	if i == 0 || v.rows[i-1].line != row.line {
		number = strconv.Itoa(row.line)
		number = strings.Repeat(" ", max(0, 4-len(number))) + number + "  "
	}
	ground.content.(*widget.Label).SetText(number + row.text)
}

// show takes another document's text; nil for one that is no text, or none.
func (v *sourceView) show(text *sourceText) {
	v.text, v.rows, v.now = text, nil, lineSpan{}
	if text != nil {
		v.rows = brokenLines(text.lines)
	}
	v.list.Refresh()
}

// brokenLines breaks lines for the screen, between words where there are any.
func brokenLines(lines []string) []sourceRow {
	width := func(text string) float32 { return float32(len([]rune(text))) }
	var rows []sourceRow
	for n, line := range lines {
		rest := strings.ReplaceAll(strings.TrimRight(line, " \f"), "\t", "    ")
		for first := true; first || rest != ""; first = false {
			cut := rowEnd(rest, sourceColumns, width)
			rows = append(rows, sourceRow{n + 1, rest[:cut]})
			rest = rest[cut:]
		}
	}
	return rows
}

// align finds the lines of the blocks anew: they were corrected.
func (v *sourceView) align(blocks []briefing.Block) {
	if v.text != nil {
		v.spans = v.text.align(blocks)
	}
}

// point marks a block's lines and says where they stand; nil for none.
func (v *sourceView) point(b *briefing.Block) {
	v.now = lineSpan{}
	if b == nil {
		v.where.SetText("")
		return
	}
	var page, lines string
	if b.Page > 0 {
		page = v.s.say("import.source.page", "Page", b.Page)
	}
	if v.text != nil {
		v.now = v.spans[b.ID]
	}
	if v.now.from > 0 {
		lines = v.s.say("import.source.lines", "From", v.now.from, "To", v.now.to)
	}
	v.where.SetText(joined(" · ", page, lines))
	v.list.Refresh()
	v.reveal()
}

// reveal scrolls to the marked lines, with what follows them.
func (v *sourceView) reveal() {
	last := -1
	for i, r := range v.rows {
		if v.now.from > 0 && r.line == v.now.from {
			last = i
			break
		}
	}
	if last >= 0 {
		v.list.ScrollTo(min(last+4, len(v.rows)-1))
		v.list.ScrollTo(max(0, last-1))
	}
}
