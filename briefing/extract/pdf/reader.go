package pdf

import (
	"cmp"
	"slices"
	"strings"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// reader turns pages into passages.
type reader struct {
	sheets []*sheet
	pages  [][]block
	size   float64 // of the type of the text
	join   *joiner
	body   bool // prose was seen: the cover is over
}

// mostTagged is the part of a page's signs that the structure must hold to be
// believed.
const mostTagged = 0.5

func newReader(sheets []*sheet) *reader {
	r := &reader{sheets: sheets, size: textSize(sheets), join: &joiner{}}
	for _, s := range sheets {
		r.pages = append(r.pages, r.blocksOf(s))
	}
	markEdges(sheets, r.pages)
	for i := range r.pages {
		r.pages[i] = markNotes(r.pages[i], r.size)
	}
	r.join = newJoiner(r.pages)
	return r
}

// textSize is the size that most signs of a document are set in.
func textSize(sheets []*sheet) float64 {
	sizes := map[float64]int{}
	for _, s := range sheets {
		for _, g := range s.glyphs {
			sizes[g.font.size]++
		}
	}
	return commonest(sizes)
}

// blocksOf reads the blocks of a page.
func (r *reader) blocksOf(s *sheet) []block {
	upright := slices.DeleteFunc(slices.Clone(s.glyphs), func(g glyph) bool { return g.font.turned })
	if len(upright)*2 < len(s.glyphs) {
		upright = s.glyphs
	}
	page := *s
	page.glyphs = upright
	blocks, rest := tagged(&page)
	if float64(len(upright)-len(rest)) < mostTagged*float64(len(upright)) {
		return paragraphs(masthead(columns(lines(upright), s), s))
	}
	outside := masthead(columns(lines(rest), s), s)
	for i := range blocks {
		masthead(blocks[i].lines, s)
	}
	return r.aroundTagged(s, mend(grids(sorted(blocks))), paragraphs(outside))
}

// widestTitle is the part of the page's width that the lines of a masthead take
// at most.
const widestTitle = 0.6

// masthead marks the short lines at the top of the first page.
func masthead(rows []line, s *sheet) []line {
	for i := range rows {
		if s.number != 1 || rows[i].y < s.height/2 {
			break
		}
		rows[i].aside = rows[i].aside || rows[i].right-rows[i].left < widestTitle*s.width
	}
	return rows
}

// aroundTagged puts what the structure does not hold before and behind the
// blocks that it holds: running heads and job numbers, and the masthead of the
// first page.
func (r *reader) aroundTagged(s *sheet, blocks, rest []block) []block {
	highest := 0.0
	for _, b := range blocks {
		if len(b.lines) > 0 {
			highest = max(highest, b.top())
		}
	}
	var above, below []block
	for _, b := range rest {
		switch {
		case b.bottom() > highest || b.bottom() > s.height/2 && s.number == 1:
			above = append(above, b)
		default:
			below = append(below, b)
		}
	}
	for _, side := range [][]block{above, below} {
		for i := range side {
			if s.number == 1 && side[i].top() > s.height/2 || !atEdge(side[i], s) && sentence.Prose(r.join.join(side[i].lines).Text) {
				continue // a masthead, or text that was forgotten
			}
			if side[i].lines[0].raisedMark() != "" {
				continue // a note
			}
			side[i].hint = manuscript.HintFurniture
		}
	}
	return slices.Concat(above, blocks, below)
}

// passages are those of all pages, halves that a page end tore apart joined.
func (r *reader) passages() []manuscript.Passage {
	var out []manuscript.Passage
	var ends []block // the block that each passage ends with
	for i, blocks := range r.pages {
		if r.sheets[i].picture {
			out, ends = append(out, r.sheets[i].scan()), append(ends, block{})
		}
		for _, b := range blocks {
			for _, p := range r.passage(b, r.sheets[i].number) {
				p.Place = b.place(r.sheets[i].height)
				if at := r.torn(out, ends, p, b); at >= 0 {
					out[at].Rich = r.join.mend(out[at].Rich, p.Rich)
					ends[at] = b
					continue
				}
				out, ends = append(out, p), append(ends, b)
			}
		}
	}
	return out
}

// passage makes passages of a block: one, or those of the cells of a table
// that only lays out text.
func (r *reader) passage(b block, page int) []manuscript.Passage {
	if b.hint == manuscript.HintTable {
		return r.table(b, page)
	}
	p := manuscript.Passage{Hint: b.hint, Level: b.level, Page: page}
	p.Rich = r.join.join(b.lines)
	if len(b.mark) > 0 {
		p.Rich = r.join.join(b.mark).Join("\t", p.Rich)
	}
	if p.Text == "" {
		return nil
	}
	switch p.Hint {
	case manuscript.HintNote:
		p.Label, p.Rich = splitMark(p.Rich)
	case manuscript.HintHeading:
		if sentence.Prose(p.Text) || strings.HasSuffix(p.Text, ".") && strings.Contains(p.Text, " ") {
			p.Hint, p.Level = manuscript.HintNone, 0
		}
	case manuscript.HintNone, manuscript.HintBullet, manuscript.HintQuote, manuscript.HintFurniture, manuscript.HintTable, manuscript.HintTitle:
	}
	r.body = r.body || p.Hint == manuscript.HintNone && sentence.Prose(p.Text)
	return []manuscript.Passage{p}
}

// table reads the cells of a table.
func (r *reader) table(b block, page int) []manuscript.Passage {
	var rows [][]string
	var cells, notes []manuscript.Passage
	cover := !r.body
	for _, tr := range b.rows {
		var row []string
		for _, cell := range tr {
			var inner []manuscript.Passage
			for _, k := range cell.rows[0] {
				inner = append(inner, r.passage(k, page)...)
			}
			row = append(row, manuscript.CellText(inner))
			for _, p := range inner {
				if p.Hint == manuscript.HintNote {
					notes = append(notes, p)
				}
				cells = append(cells, p)
			}
		}
		rows = append(rows, row)
	}
	cells = manuscript.Labelled(cells)
	if cover || manuscript.LaysOut(rows, cells) {
		return cells
	}
	return append([]manuscript.Passage{manuscript.TableOf(rows, page)}, notes...)
}

// torn is the passage before that p goes on, or -1: the last of the text on
// the page before, cut off within a sentence at the end of a full line.
func (r *reader) torn(out []manuscript.Passage, ends []block, p manuscript.Passage, b block) int {
	if p.Hint != manuscript.HintNone && !b.spans || len(b.lines) == 0 || b.lines[0].marked() && !stray(b.lines[0]) || len(b.mark) > 0 {
		return -1
	}
	for i, q := range slices.Backward(out) {
		if q.Hint == manuscript.HintFurniture || q.Hint == manuscript.HintNote {
			continue
		}
		if q.Page != p.Page-1 || q.Hint != p.Hint && q.Hint != manuscript.HintBullet || !r.goesOn(q, ends[i], p, b) {
			return -1
		}
		return i
	}
	return -1
}

// stray tells whether a line starts with a number that counts nothing: a year.
func stray(l line) bool {
	s := sign.Read(l.text())
	return s.Form == sign.Number && s.N > highestMark
}

// highestMark is the highest number that a paragraph has.
const highestMark = 999

// goesOn tells by the last line of a and the first of b whether one paragraph
// runs on from page to page.
func (r *reader) goesOn(q manuscript.Passage, a block, p manuscript.Passage, b block) bool {
	if a.spans && b.spans {
		return true
	}
	if len(a.lines) == 0 || sentence.Ends(q.Text) || len(q.Text) < 60 || len(q.Text) > manuscript.LongestPassage {
		return false
	}
	last, first := a.lines[len(a.lines)-1], b.lines[0]
	end := last.end()
	for _, l := range a.lines {
		end = max(end, l.end())
	}
	sameType := cmp.Compare(last.size, first.size) == 0 && last.bold() == first.bold()
	return sameType && last.end() > end-raggedEdge*(end-last.start()) && len(p.Text) > 0
}
