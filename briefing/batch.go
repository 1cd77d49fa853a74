package briefing

import "time"

// BatchState is how far a trip to capital has come.
type BatchState string

// The states of a batch.
const (
	BatchPrepared   BatchState = "prepared"
	BatchSent       BatchState = "sent"
	BatchReceived   BatchState = "received"
	BatchValidated  BatchState = "validated"
	BatchReconciled BatchState = "reconciled"
	BatchClosed     BatchState = "closed"
	BatchRejected   BatchState = "rejected"
)

// Batch is one trip of a workbook to capital and back. Its rows are the
// manifest: what was sent, word for word.
type Batch struct {
	ID       ID         `cbor:"1,keyasint" json:"id"` // also the workbook's identity
	Number   int        `cbor:"2,keyasint" json:"number"`
	To       string     `cbor:"3,keyasint,omitempty" json:"to,omitempty"`
	Due      Date       `cbor:"4,keyasint,omitempty" json:"due,omitempty"`
	Mark     string     `cbor:"5,keyasint,omitempty" json:"mark,omitempty"`
	Language string     `cbor:"6,keyasint" json:"language"`
	State    BatchState `cbor:"7,keyasint" json:"state"`
	Created  time.Time  `cbor:"8,keyasint" json:"created"`
	Author   string     `cbor:"9,keyasint,omitempty" json:"author,omitempty"`
	Rows     []BatchRow `cbor:"10,keyasint" json:"rows"`
	Meeting  ID         `cbor:"11,keyasint,omitempty" json:"meeting,omitempty"`
}

// BatchRow is one position as it was sent.
type BatchRow struct {
	Ref      string            `cbor:"1,keyasint" json:"ref"` // IC/2005/13-P12-O2
	Note     ID                `cbor:"2,keyasint" json:"note"`
	Position ID                `cbor:"3,keyasint,omitempty" json:"position,omitempty"`
	Base     uint64            `cbor:"4,keyasint" json:"base"` // the position's revision
	Subject  Subject           `cbor:"5,keyasint" json:"subject"`
	Sent     map[string]string `cbor:"6,keyasint" json:"sent"` // column code → text
	Sum      string            `cbor:"7,keyasint" json:"sum"`  // fingerprint of the locked text
}

// Waiting counts the positions of the batch that no returned workbook answers.
func (b *Batch) Waiting(back []*Return) int {
	answered := map[ID]bool{}
	for _, r := range back {
		for _, a := range r.Answers {
			answered[a.Position] = true
		}
	}
	n := 0
	for i := range b.Rows {
		if !answered[b.Rows[i].Position] {
			n++
		}
	}
	return n
}
