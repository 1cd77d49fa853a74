package briefing

import "time"

// Return is a workbook as it came back, byte for byte, with what was read in
// it. What a cell claims of a person stands here; what a person here accepted
// stands in the clearances and the history.
type Return struct {
	ID      ID             `cbor:"1,keyasint" json:"id"`
	Batch   ID             `cbor:"2,keyasint" json:"batch"`
	Name    string         `cbor:"3,keyasint" json:"name"`
	SHA256  string         `cbor:"4,keyasint" json:"sha256"`
	Bytes   []byte         `cbor:"5,keyasint" json:"bytes"`
	At      time.Time      `cbor:"6,keyasint" json:"at"`
	Author  string         `cbor:"7,keyasint,omitempty" json:"author,omitempty"`
	Answers []ReturnAnswer `cbor:"8,keyasint,omitempty" json:"answers,omitempty"`
}

// ReturnAnswer is what capital said of one position.
type ReturnAnswer struct {
	Position ID       `cbor:"1,keyasint" json:"position"`
	Decision Decision `cbor:"2,keyasint,omitempty" json:"decision,omitempty"`
	Stance   Stance   `cbor:"3,keyasint,omitempty" json:"stance,omitempty"`
	Text     string   `cbor:"4,keyasint,omitempty" json:"text,omitempty"`
	Limits   string   `cbor:"5,keyasint,omitempty" json:"limits,omitempty"`
	Comment  string   `cbor:"6,keyasint,omitempty" json:"comment,omitempty"`
	Type     string   `cbor:"7,keyasint,omitempty" json:"type,omitempty"`
	Ministry string   `cbor:"8,keyasint,omitempty" json:"ministry,omitempty"`
	Person   string   `cbor:"9,keyasint,omitempty" json:"name,omitempty"`
	Date     Date     `cbor:"10,keyasint,omitempty" json:"date,omitempty"`
	Row      int      `cbor:"11,keyasint,omitempty" json:"row,omitempty"`
}

// answers of a reconciliation, those of blank rows left out.
func (r *Reconciliation) answers() []ReturnAnswer {
	var out []ReturnAnswer
	for i := range r.Rows {
		x := &r.Rows[i]
		if !x.Answered() {
			continue
		}
		out = append(out, ReturnAnswer{
			Position: x.Sent.Position, Decision: x.Decision, Stance: x.Stance, Text: x.Text, Limits: x.Limits,
			Comment: x.Comment, Type: x.Type, Ministry: x.Claimed.Ministry, Person: x.Claimed.Name, Date: x.Claimed.Date, Row: x.Row,
		})
	}
	return out
}
