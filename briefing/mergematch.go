package briefing

import (
	"slices"
	"sync"
)

// A row that comes back is recognized by four signals, as each is lost by
// some program or hand: the hidden columns, the reference in front, the
// reference at the end, and the locked words themselves.

// rowIndex finds the rows of a batch by each signal. A value is -1 where
// several rows share it.
type rowIndex struct {
	batch *Batch
	ids   map[string]int
	refs  map[string]int
	exact map[string]int
	// words forgives case and spaces; it costs a hash a row, and is made when
	// the first row comes back that is not word for word ours.
	words func() map[string]int
}

func indexRows(b *Batch) rowIndex {
	x := rowIndex{batch: b, ids: map[string]int{}, refs: map[string]int{}, exact: map[string]int{}}
	for i := range b.Rows {
		row := &b.Rows[i]
		x.ids[row.Position.String()] = i
		x.refs[refKey(row.Ref)] = i
		put(x.exact, exactKey(row.said), i)
	}
	x.words = sync.OnceValue(func() map[string]int {
		words := make(map[string]int, len(b.Rows))
		for i := range b.Rows {
			put(words, wordsKey(b.Rows[i].said), i)
		}
		return words
	})
	return x
}

func put(m map[string]int, key string, row int) {
	if _, twice := m[key]; twice {
		row = -1
	}
	m[key] = row
}

func (r *BatchRow) said(c ReviewColumn) string { return r.Sent[string(c)] }

// exactKey is the words that a row is about, as they stand.
func exactKey(text func(ReviewColumn) string) string {
	return text(ColPara) + "\x00" + text(ColText) + "\x00" + text(ColLine)
}

// wordsKey is their fingerprint.
func wordsKey(text func(ReviewColumn) string) string {
	return TextHash(text(ColPara)) + TextHash(text(ColText)) + TextHash(text(ColLine))
}

// byWords is the row that says the same; -1 for none or several.
func (x rowIndex) byWords(row *ReturnedRow) int {
	if i, ok := x.exact[exactKey(row.Text)]; ok {
		return i
	}
	if i, ok := x.words()[wordsKey(row.Text)]; ok {
		return i
	}
	return -1
}

// match is what the signals of a row say together.
type match struct {
	row     int // of the batch; -1 for none
	doubts  []string
	foreign string // a reference that is good but not of this batch
}

// match weighs the signals of a returned row.
func (x rowIndex) match(row *ReturnedRow) match {
	out := match{row: -1}
	votes := map[int]int{}
	if id := row.Text(ColID); id != "" {
		if i, ok := x.ids[id]; ok {
			votes[i]++
		} else {
			out.foreign = id
		}
	}
	for _, c := range []ReviewColumn{ColRef, ColRefAgain} {
		x.byRef(row.Text(c), votes, &out)
	}
	if i := x.byWords(row); i >= 0 {
		votes[i]++
	}
	best, tie := most(votes)
	switch {
	case best < 0:
		return out
	case tie:
		out.foreign = row.anything()
		return out
	}
	out.row = best
	if votes[best] == 1 {
		out.doubts = append(out.doubts, "row_one_signal")
	}
	if len(votes) > 1 || out.foreign != "" {
		out.doubts = append(out.doubts, "row_signals_differ")
	}
	out.foreign = ""
	return out
}

// most is the row with the most votes; tie tells that it shares them.
func most(votes map[int]int) (best int, tie bool) {
	best = -1
	for i, n := range votes {
		switch {
		case best < 0 || n > votes[best]:
			best, tie = i, false
		case n == votes[best]:
			tie = true
		}
	}
	return best, tie
}

// byRef counts a printed reference; one whose check fails says nothing, but
// is asked about.
func (x rowIndex) byRef(printed string, votes map[int]int, out *match) {
	if printed == "" {
		return
	}
	ref, ok := ParseRef(printed)
	if !ok {
		if !slices.Contains(out.doubts, "ref_damaged") {
			out.doubts = append(out.doubts, "ref_damaged")
		}
		return
	}
	if i, ok := x.refs[refKey(ref)]; ok {
		votes[i]++
		return
	}
	out.foreign = ref
}
