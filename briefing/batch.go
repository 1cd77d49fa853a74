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
	// Ballots are the choices that were sent along.
	Ballots []BatchBallot `cbor:"12,keyasint,omitempty" json:"ballots,omitempty"`
	// Previous is the batch that this is the next round of; Round counts from
	// 1, 0 in batches older than the count.
	Previous ID  `cbor:"13,keyasint,omitempty" json:"previous,omitzero"`
	Round    int `cbor:"14,keyasint,omitempty" json:"round,omitempty"`
	// Seal authenticates the workbook as a whole.
	Seal string `cbor:"15,keyasint,omitempty" json:"seal,omitempty"`
}

// BatchBallot is a choice as it was sent.
type BatchBallot struct {
	Ref     string        `cbor:"1,keyasint" json:"ref"` // without its check character
	Note    ID            `cbor:"2,keyasint" json:"note"`
	Block   string        `cbor:"3,keyasint" json:"block"`
	Ask     string        `cbor:"4,keyasint" json:"ask"`
	Choose  int           `cbor:"5,keyasint" json:"choose"`
	Options []BatchOption `cbor:"6,keyasint" json:"options"`
}

// BatchOption is one thing to choose, as it was sent.
type BatchOption struct {
	Ref   string `cbor:"1,keyasint" json:"ref"`
	Code  string `cbor:"2,keyasint" json:"code"`
	Title string `cbor:"3,keyasint" json:"title"`
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
