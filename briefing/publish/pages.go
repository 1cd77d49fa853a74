package publish

import (
	"strings"

	"placard/briefing"
)

// estimatePages tells on which page each bookmark will stand, by setting the
// paper roughly: nobody but the reader's own program knows for certain.
func estimatePages(p *briefing.Paper, l look, names *bookmarks) map[string]int {
	e := &estimate{look: l, page: 1, room: l.height - l.top - l.bottom, at: map[string]int{}}
	if len(p.Cover) > 0 {
		e.page++
	}
	listed := contentsLines(p)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Kind == briefing.PaperContents {
			for range listed(b.Level) + 2 {
				e.take(e.line(l.body, 252) + 70)
			}
			continue
		}
		e.block(b, after(p.Blocks, i))
		if name, _ := names.of(b); name != "" {
			e.at[name] = e.landed
		}
	}
	return e.at
}

func contentsLines(p *briefing.Paper) func(level int) int {
	return func(level int) int {
		n := 0
		for i := range p.Blocks {
			if p.Blocks[i].Kind == briefing.PaperHeading && p.Blocks[i].Level <= max(level, 1) {
				n++
			}
		}
		return n
	}
}

// estimate sets blocks into pages by height alone.
type estimate struct {
	look   look
	room   int // of a page
	used   int
	page   int
	landed int // where the last block began
	at     map[string]int
}

// take uses height on the page, or on the next where it doesn't fit.
func (e *estimate) take(height int) {
	if e.used > 0 && e.used+height > e.room {
		e.page++
		e.used = 0
	}
	e.used += height
}

// line is the height of a line of type; Calibri's own is 1.22 of its size.
func (e *estimate) line(half, leading int) int {
	return half * twip / pointHalf * 122 / 100 * leading / 240
}

// block sets a block; a heading goes with the first lines of the next.
func (e *estimate) block(b, next *briefing.PaperBlock) {
	switch b.Kind {
	case briefing.PaperPageBreak:
		if e.used > 0 {
			e.page, e.used = e.page+1, 0
		}
		return
	case briefing.PaperTable:
		e.table(b.Table)
		return
	case briefing.PaperHeading, briefing.PaperText, briefing.PaperQuote, briefing.PaperBullet, briefing.PaperCall,
		briefing.PaperBox, briefing.PaperContents, briefing.PaperSpeech, briefing.PaperSmall:
	}
	s := e.look.shape(b)
	lines := wrapped(b.Title+" "+joinedText(b.Runs), s.size, e.look.text()-s.indent)
	line := e.line(s.size, s.leading)
	if s.before > 0 && e.used > 0 {
		e.used += s.before
	}
	e.fit(b, next, lines, line)
	e.landed = e.page
	for range lines {
		e.take(line)
	}
	e.used += s.after
	for _, r := range b.Runs {
		if r.Note != "" {
			e.used += wrapped(r.Note, e.look.small, e.look.text())*e.line(e.look.small, 240) + 160
		}
	}
}

// fit moves to the next page what must not be split: a heading from its text,
// a call-out or box, the first two lines of a paragraph.
func (e *estimate) fit(b, next *briefing.PaperBlock, lines, line int) {
	need := min(lines, 2) * line
	switch {
	case b.Kind == briefing.PaperCall || b.Kind == briefing.PaperBox:
		need = lines * line
	case b.Together && next != nil:
		need = lines*line + 3*e.line(e.look.body, e.look.leading)
	}
	if e.used > 0 && e.used+need > e.room {
		e.page, e.used = e.page+1, 0
	}
}

// table sets row by row; no row is split.
func (e *estimate) table(t *briefing.PaperTableBody) {
	if t == nil || len(t.Rows) == 0 {
		return
	}
	widths := columns(t, e.look.text())
	head := 0
	for i, row := range t.Rows {
		lines := 1
		for k, c := range row {
			if k < len(widths) && len(row) == len(widths) {
				lines = max(lines, wrapped(joinedText(c.Runs), e.look.table, widths[k]-170))
			}
		}
		height := lines*e.line(e.look.table, 245) + 120
		if i < t.Head {
			head += height
		}
		before := e.page
		e.take(height)
		if i == 0 {
			e.landed = e.page
		}
		if e.page > before && i >= t.Head {
			e.used += head
		}
	}
	e.used += 160
}

// shape is what a style means for the height of a block.
type shape struct{ size, leading, before, after, indent int }

func (l look) shape(b *briefing.PaperBlock) shape {
	switch b.Kind {
	case briefing.PaperHeading:
		level := min(max(b.Level, 1), 4) - 1
		before := [4]int{240, 240, 180, 140}
		after := [4]int{220, 60, 50, 40}
		return shape{l.headings[level], 240, before[level], after[level], 0}
	case briefing.PaperQuote:
		return shape{l.quote, l.leading, 60, 120, 454}
	case briefing.PaperBullet:
		return shape{l.body, l.leading, 0, 60, listIndent * max(b.Level, 1)}
	case briefing.PaperCall:
		return shape{l.call, l.leading, 160, 60 + l.call*12, 397}
	case briefing.PaperBox:
		return shape{l.body, l.leading, 0, 60 + l.body*12, 396}
	case briefing.PaperSpeech:
		return shape{l.speech, l.speechLeading, 0, 160, 0}
	case briefing.PaperSmall:
		return shape{l.small, 252, 0, 100, 0}
	case briefing.PaperText, briefing.PaperTable, briefing.PaperContents, briefing.PaperPageBreak:
	}
	if b.Title != "" {
		return shape{l.body, l.leading, 0, 120, 567}
	}
	return shape{l.body, l.leading, 0, 120, 0}
}

func joinedText(runs []briefing.PaperRun) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.Text)
	}
	return out.String()
}
