package reader

import "strings"

// spot is a place in the text: a row and a byte of it.
type spot struct{ row, at int }

func (s spot) before(t spot) bool { return s.row < t.row || s.row == t.row && s.at < t.at }

// phrase is the text the user selected, from where the mouse went down to
// where it is now. The zero phrase selects nothing.
type phrase struct{ from, to spot }

func (p phrase) empty() bool { return p.from == p.to }

// ordered is the phrase in reading order.
func (p phrase) ordered() (first, last spot) {
	if p.to.before(p.from) {
		return p.to, p.from
	}
	return p.from, p.to
}

func (p phrase) touches(row int) bool {
	first, last := p.ordered()
	return !p.empty() && row >= first.row && row <= last.row
}

// within is the span of a row's text the phrase covers; start equals end where
// it covers none.
func (p phrase) within(row int, rows []Row) (start, end int) {
	if !p.touches(row) {
		return 0, 0
	}
	first, last := p.ordered()
	end = len(rows[row].words())
	if row == first.row {
		start = first.at
	}
	if row == last.row {
		end = min(last.at, end)
	}
	return min(start, end), end
}

// text is what the phrase says, a line a row.
func (p phrase) text(rows []Row) string {
	first, last := p.ordered()
	var out []string
	for i := first.row; i <= last.row && i < len(rows); i++ {
		start, end := p.within(i, rows)
		out = append(out, rows[i].words()[start:end])
	}
	return strings.Join(out, "\n")
}

// Phrase is the span the user selected, in bytes of its row's text; an empty id
// means nothing is selected. Of a selection across paragraphs it is the part in
// the first it covers.
func (r *Reader) Phrase() (id string, start, end int) {
	first, last := r.phrase.ordered()
	for i := first.row; i <= last.row && i < len(r.rows); i++ {
		if start, end := r.phrase.within(i, r.rows); start < end {
			return r.rows[i].ID, start, end
		}
	}
	return "", 0, 0
}

// setPhrase selects text without telling the page.
func (r *Reader) setPhrase(p phrase) {
	if p == r.phrase {
		return
	}
	r.phrase = p
	r.redraw()
}

// tellPhrase tells the page of a finished selection.
func (r *Reader) tellPhrase() {
	if id, start, end := r.Phrase(); id != "" && r.OnPhrase != nil {
		r.OnPhrase(id, start, end)
	}
}

// copied is what Ctrl+C takes: the phrase, or else the selected block.
func (r *Reader) copied() string {
	if !r.phrase.empty() {
		return r.phrase.text(r.rows)
	}
	if r.selected >= 0 && r.selected < len(r.rows) {
		return r.rows[r.selected].words()
	}
	return ""
}
