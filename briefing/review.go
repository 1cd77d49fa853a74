package briefing

import (
	"slices"
	"strings"
	"time"
)

// Review is capital's workbook: what we ask to be cleared, row by row. It has
// passed the gate.
type Review struct {
	Batch     Batch
	Title     string
	Meeting   string // the session prepared for, with its date
	From      string // the mission
	Contact   string
	Mark      string
	Demo      string
	Languages []string // of ballots and lists: the batch's own
	Rows      []ReviewRow
	Ballots   []Ballot
	// Restricted says that fallback and red line were ticked and travel along.
	Restricted bool
	// Others says that others' stances travel along.
	Others bool
	// Remarks says that our annotations travel along.
	Remarks bool
	// Rounds says that earlier rounds are shown.
	Rounds bool
}

// ReviewRow is one row of the Review sheet.
type ReviewRow struct {
	Ref, ID, Base, Sum               string // readable id, position id, revision, fingerprint
	Item, Para, Text, Ask            string
	Stance                           Stance
	Line, Points, Question, Ministry string
	ReplyBy                          Date
	Fallback, RedLine, OthersStances string // only when ticked
	Remarks                          string // annotations, only when ticked
	Changed, Earlier                 string // since the last round, and what was said in those before
	OurAnswer                        string
	Family                           Family
}

// Ballot is the choice of k of n options for capital to make.
type Ballot struct {
	Ref, Ask  string
	Para      string
	Text      string // the paragraph that asks
	Choose    int
	OwnOption bool
	Options   []BallotOption
}

// BallotOption is one option with our ranking of it.
type BallotOption struct {
	Ref, Code, Title, Text string
	Place                  int // 0 not ranked
	Own                    bool
}

// ReviewChoice says which positions go to capital and what travels along.
type ReviewChoice struct {
	// Positions to send, whatever their state; nil for all that are in draft
	// or ready.
	Positions []ID
	// Ministry sends only the rows that it answers for; empty for all.
	Ministry string
	// Restricted sends fallbacks and red lines along, Others the stances of
	// other delegations, Remarks our annotations. They are ticked on purpose.
	Restricted, Others, Remarks bool
	// Earlier are the rounds that a row shows, the newest first, by positions.
	// The Desk fills it; nil shows none.
	Earlier map[ID][]EarlierRound
}

// EarlierRound is a trip to capital that a position has made before.
type EarlierRound struct {
	Number  int
	At      time.Time
	Sent    map[string]string // column code → text
	Answers []ReturnAnswer
}

// Picks tells whether the position goes to capital.
func (c ReviewChoice) Picks(p *Position) bool {
	if c.Ministry != "" && !strings.EqualFold(strings.TrimSpace(p.Text(FieldMinistry)), strings.TrimSpace(c.Ministry)) {
		return false
	}
	if c.Positions != nil {
		return slices.Contains(c.Positions, p.ID)
	}
	return p.State == StateDraft || p.State == StateReady
}

// Decision is what capital says of a row, by its code in the catalogue
// ("sheet.decision.approve").
type Decision string

// The decisions. Only a person's acceptance of one clears a position; no
// objection is never an approval.
const (
	DecisionApprove    Decision = "approve"
	DecisionChanges    Decision = "approve_with_changes"
	DecisionRedraft    Decision = "redraft"
	DecisionNoPosition Decision = "no_position"
	DecisionDefer      Decision = "defer"
	DecisionNoObject   Decision = "no_objection"
)

// Decisions lists them in the order of the drop-down.
var Decisions = []Decision{
	DecisionApprove, DecisionChanges, DecisionRedraft, DecisionNoPosition, DecisionDefer, DecisionNoObject,
}

// CommentType weighs capital's remark, by its code in the catalogue
// ("sheet.comment_type.critical").
type CommentType string

// The weights.
const (
	CommentCritical    CommentType = "critical"
	CommentSubstantive CommentType = "substantive"
	CommentEditorial   CommentType = "editorial"
)

// CommentTypes lists them from the heaviest.
var CommentTypes = []CommentType{CommentCritical, CommentSubstantive, CommentEditorial}
