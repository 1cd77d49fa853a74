package manuscript

import (
	"placard/briefing/extract/sign"
)

// SignOf reads the mark of a passage: the one its source computed, or the one
// typed at its start.
func SignOf(p Passage) sign.Sign {
	if p.Label != "" && p.Hint != HintNote {
		s := sign.Read(p.Label + "\tx") // a mark alone is none
		s.End = 0
		return s
	}
	return sign.Read(p.Text)
}

// JoinMarks puts numbers that stand on a line of their own in front of what
// follows them, as programs that take text out of pages write them.
func JoinMarks(passages []Passage) []Passage {
	var out []Passage
	for _, p := range passages {
		last := len(out) - 1
		if last >= 0 && p.Hint == HintNone && !sign.Read(p.Text).Marks() && LoneMark(out[last]) {
			mark := out[last]
			p.Rich, p.Glued = mark.Join(" ", p.Rich), mark.Glued
			out = out[:last]
		}
		out = append(out, p)
	}
	return out
}

// LoneMark tells a number with its stop from a page number.
func LoneMark(p Passage) bool {
	if p.Hint != HintNone || len(p.Text) > 12 {
		return false
	}
	s := sign.Read(p.Text + "\tx")
	switch s.Form {
	case sign.Number, sign.Letter, sign.Roman, sign.UpperRoman, sign.Capital:
		return s.End == len(p.Text)+1 && (s.Style != "" || s.Form == sign.UpperRoman || s.Form == sign.Capital)
	case sign.Note:
		return s.End == len(p.Text)+1
	case sign.None, sign.Dotted, sign.Point, sign.Bullet, sign.Item, sign.Star, sign.Rule:
	}
	return false
}
