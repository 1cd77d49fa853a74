package briefing

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
		"Was", f.Was, "Is", f.Is, "Count", f.Count, "Column", column))
}
