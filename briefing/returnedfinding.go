package briefing

import "strings"

// Weight says what a finding asks of the person who reads it.
type Weight string

// The weights, from the heaviest.
const (
	WeighBlock Weight = "block" // nothing of the workbook is taken in
	WeighAsk   Weight = "ask"   // a person must decide
	WeighWarn  Weight = "warn"  // something is lost or was overwritten
	WeighFix   Weight = "fix"   // read as something else than was written
	WeighNew   Weight = "new"   // not asked for, brought along
	WeighNote  Weight = "note"  // good to know
)

// Weights lists them in the order of a report.
var Weights = []Weight{WeighBlock, WeighAsk, WeighWarn, WeighFix, WeighNew, WeighNote}

// Finding is one line of the report on a workbook. Its words are in the
// catalogue under "returned.<code>".
type Finding struct {
	Weight Weight       `json:"weight"`
	Code   string       `json:"code"`
	Sheet  string       `json:"sheet,omitempty"`
	Cell   string       `json:"cell,omitempty"`
	Ref    string       `json:"ref,omitempty"`
	Column ReviewColumn `json:"column,omitempty"`
	Was    string       `json:"was,omitempty"`
	Is     string       `json:"is,omitempty"`
	Count  int          `json:"count,omitempty"`
}

// Say is the finding in a language, its place first.
func (f Finding) Say(w Words) string {
	column := string(f.Column)
	if column != "" && !f.Column.Hidden() {
		column = w.Say("sheet.col." + string(f.Column))
	}
	place := JoinText("!", f.Sheet, f.Cell)
	return JoinText(": ", JoinText(" · ", place, f.Ref), w.Say("returned."+f.Code,
		"Was", f.Was, "Is", f.sayIs(w), "Count", f.Count, "Column", column))
}

// sayIs is what was found, a code of a list as the list spells it.
func (f Finding) sayIs(w Words) string {
	code, rest, more := strings.Cut(f.Is, " · ")
	switch f.Code {
	case "ministries_differ", "answered_before":
		code = sayListed(ColDecision, code, w)
	case "word_read":
		code = sayListed(f.Column, code, w)
	default:
		return f.Is
	}
	if more {
		return code + " · " + rest
	}
	return code
}

// sayListed is a word of a column's list by its code.
func sayListed(c ReviewColumn, code string, w Words) string {
	switch {
	case code == "":
		return "–"
	case c == ColDecision:
		return w.Say("sheet.decision." + code)
	case c == ColType:
		return w.Say("sheet.comment_type." + code)
	case c == ColNewStance:
		return Stance(code).Say(w)
	}
	return code
}
