package briefing

import (
	"cmp"
	"slices"
)

// Reconciliation compares a returned workbook three ways: as sent, as
// returned, as held now. It changes nothing.
type Reconciliation struct {
	Batch    *Batch          `json:"batch"` // nil where no batch of this vault fits
	Returned *Returned       `json:"returned"`
	Rows     []ReviewedRow   `json:"rows"`
	Points   []ReturnedPoint `json:"points,omitempty"`
	Findings []Finding       `json:"findings"`
	// Stored says that the same file was taken in before.
	Stored bool `json:"stored"`
}

// ReviewedRow is capital's answer to one position.
type ReviewedRow struct {
	Sent  *BatchRow `json:"-"`
	Ref   string    `json:"ref"`
	Sheet string    `json:"sheet"`
	Row   int       `json:"row"`
	// Decision is empty where capital gave none: blank is no answer.
	Decision Decision `json:"decision,omitempty"`
	Stance   Stance   `json:"stance,omitempty"`
	Text     string   `json:"text,omitempty"`
	Limits   string   `json:"limits,omitempty"`
	Comment  string   `json:"comment,omitempty"`
	Type     string   `json:"type,omitempty"`
	// Claimed is who the cells say has answered; nobody has checked it.
	Claimed Claim         `json:"claimed"`
	Fields  []FieldMerge  `json:"fields"`
	Remarks []Remark      `json:"remarks,omitempty"`
	Doubts  []Finding     `json:"doubts,omitempty"`
	State   PositionState `json:"state"` // of the position now
	// Others are what other workbooks that came back say of the position.
	Others []Voice `json:"others,omitempty"`
	// Reply is what a person made of this very answer; nil where it is open.
	Reply *Reply `json:"reply,omitempty"`

	now *Standing
}

// Claim is what cells say of the person who answered.
type Claim struct {
	Ministry string `cbor:"1,keyasint,omitempty" json:"ministry,omitempty"`
	Name     string `cbor:"2,keyasint,omitempty" json:"name,omitempty"`
	Date     Date   `cbor:"3,keyasint,omitempty" json:"date,omitempty"`
}

// FieldMerge is one thing a row says, three ways.
type FieldMerge struct {
	Column   ReviewColumn `json:"column"`
	Sent     string       `json:"sent"`
	Returned string       `json:"returned"`
	Now      string       `json:"now"`
}

// Moved tells whether we changed it since it was sent.
func (f FieldMerge) Moved() bool { return f.Sent != f.Now }

// Conflict tells whether both sides changed it, and not alike.
func (f FieldMerge) Conflict() bool { return f.Moved() && f.Returned != "" && f.Returned != f.Now }

// Answered tells whether capital wrote anything in the row.
func (r *ReviewedRow) Answered() bool {
	return r.Decision != "" || r.Stance != StanceNone || r.Text+r.Limits+r.Comment != ""
}

// Moved tells whether the position is not what capital looked at any more.
func (r *ReviewedRow) Moved() bool {
	return r.now == nil || r.now.Position == nil || !r.now.Settled && slices.ContainsFunc(r.Fields, FieldMerge.Moved)
}

// Position as it is held now; nil where it was removed.
func (r *ReviewedRow) Position() *Position {
	if r.now == nil {
		return nil
	}
	return r.now.Position
}

// Asks tells whether a person has something to decide before the answer
// counts.
func (r *ReviewedRow) Asks() bool { return asked(r.Doubts) }

// Changes tells whether capital wants other words, another stance or limits.
func (r *ReviewedRow) Changes() bool {
	return r.Text != "" || r.Stance != StanceNone || r.Limits != ""
}

// Open tells whether the row's answer can be accepted as it stands: it has a
// decision, nobody has decided on it, and the position waits for it.
func (r *ReviewedRow) Open() bool {
	waits := r.State == StateSent || r.State == StateReturned || r.now != nil && r.now.Settled
	return r.Decision != "" && r.Reply == nil && waits && !r.Moved()
}

// Resolvable tells whether a person can settle the row in words of its own
// although the position was changed since it was sent.
func (r *ReviewedRow) Resolvable() bool {
	drafted := r.State == StateDraft || r.State == StateReady
	return r.Reply == nil && (r.Answered() || r.Asks()) && r.Position() != nil && (r.Open() || drafted || r.State == StateSent || r.State == StateReturned)
}

// Approvals accepts, in one go, every plain "Approve" that raises no question.
// The cells say who approved; c fills what they leave open.
func (r *Reconciliation) Approvals(c Clearance) []Acceptance {
	var out []Acceptance
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Decision != DecisionApprove || row.Changes() || row.Asks() || !row.Open() {
			continue
		}
		out = append(out, Acceptance{Row: i, Clearance: row.Signed(c)})
	}
	return out
}

// Signed is a clearance by whom the row's cells name; c fills what they leave
// open.
func (r *ReviewedRow) Signed(c Clearance) Clearance {
	c.Name = cmp.Or(r.Claimed.Name, c.Name)
	c.Department = cmp.Or(r.Claimed.Ministry, c.Department)
	if r.Claimed.Date.Full() && r.Claimed.Date.Valid() {
		c.Date = r.Claimed.Date
	}
	return c
}

// Blocked tells whether nothing of the workbook can be taken in.
func (r *Reconciliation) Blocked() bool { return r.count(WeighBlock) > 0 }

// Unsettled counts what a person has to decide.
func (r *Reconciliation) Unsettled() int { return r.count(WeighAsk) }

func (r *Reconciliation) count(w Weight) int {
	n := 0
	for _, f := range r.Findings {
		if f.Weight == w {
			n++
		}
	}
	return n
}
