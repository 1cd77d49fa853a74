package briefing

import (
	"strings"
	"time"
)

// Verdict is what a person makes of capital's answer to one position.
type Verdict string

// The verdicts; the empty one accepts.
const (
	VerdictAccept Verdict = "accept"
	VerdictEdit   Verdict = "edit"   // accepted in words that a person gave
	VerdictReject Verdict = "reject" // not taken over; capital gets an answer
)

// Reply is an answer of capital's that a person here has decided on. What the
// cells claimed of its author stands apart from who accepted it.
type Reply struct {
	Batch    ID        `cbor:"1,keyasint" json:"batch"`
	SHA256   string    `cbor:"2,keyasint" json:"sha256"` // of the returned file
	Row      int       `cbor:"3,keyasint" json:"row"`
	Verdict  Verdict   `cbor:"4,keyasint" json:"verdict"`
	Decision Decision  `cbor:"5,keyasint" json:"decision"`
	Text     string    `cbor:"6,keyasint,omitempty" json:"text,omitempty"` // capital's own words
	Claimed  Claim     `cbor:"7,keyasint" json:"claimed"`
	By       string    `cbor:"8,keyasint,omitempty" json:"accepted_by,omitempty"`
	At       time.Time `cbor:"9,keyasint" json:"accepted_at"`
	// Reference under which the answer was agreed or reached us.
	Reference string `cbor:"10,keyasint,omitempty" json:"reference,omitempty"`
}

// Voice is what one returned workbook says of a position, whether or not a
// person has decided on it.
type Voice struct {
	ReturnAnswer

	File   string    `json:"file"`
	SHA256 string    `json:"sha256"`
	At     time.Time `json:"at"`
}

// speaker is whose word an answer is: the ministry that the cells claim; where
// they claim none, the file itself.
func speaker(ministry, file string) string {
	if key := Fold(strings.TrimSpace(ministry)); key != "" {
		return key
	}
	return "\x00" + file
}

// settledBy tells whether the position is as the last accepted answer of the
// batch has left it.
func (p *Position) settledBy(batch ID) bool {
	if len(p.Replies) == 0 {
		return false
	}
	last := p.Replies[len(p.Replies)-1]
	return last.Batch == batch && last.At.Equal(p.Changed)
}

// replyTo finds what was decided on a row of a file; nil where it is open.
func (p *Position) replyTo(batch ID, sha256 string, row int) *Reply {
	for i := range p.Replies {
		r := &p.Replies[i]
		if r.Batch == batch && r.SHA256 == sha256 && r.Row == row {
			return r
		}
	}
	return nil
}

// Consolidated is the state that the accepted answers of a batch add up to,
// each ministry by its last word: approved by all that want something, or
// partly where one approves and another wants it redrafted or deferred. Where
// nobody approves, redrafting weighs more than deferring, and both more than
// no objection. StateReturned where nobody wants anything.
func (p *Position) Consolidated(batch ID) PositionState {
	last := map[string]Reply{}
	for _, r := range p.Replies {
		if r.Batch == batch && r.Verdict != VerdictReject {
			last[speaker(r.Claimed.Ministry, r.SHA256)] = r
		}
	}
	said := map[Decision]bool{}
	for _, r := range last {
		said[r.Decision] = true
	}
	approved := said[DecisionApprove] || said[DecisionChanges]
	switch {
	case approved && (said[DecisionRedraft] || said[DecisionDefer]):
		return StatePartlyCleared
	case said[DecisionChanges]:
		return StateClearedChanged
	case approved:
		return StateCleared
	case said[DecisionRedraft]:
		return StateRedraft
	case said[DecisionDefer]:
		return StateDeferred
	case said[DecisionNoObject]:
		return StateNoObjection
	}
	return StateReturned
}
