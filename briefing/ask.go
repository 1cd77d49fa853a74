package briefing

// AskClass says how a note wants something of its reader.
type AskClass string

// The classes of ask. SOFT ones are weak; DEADLINE is a property of an ask,
// not an ask; FORMAL-VERB counts in draft decisions and resolutions only.
const (
	AskViews    AskClass = "views"
	AskChoose   AskClass = "choose"
	AskPropose  AskClass = "propose"
	AskRequest  AskClass = "request"
	AskInvite   AskClass = "invite"
	AskMayWish  AskClass = "maywish"
	AskHeading  AskClass = "heading"
	AskSoft     AskClass = "soft"
	AskDeadline AskClass = "deadline"
	AskFormal   AskClass = "formal-verb"
)

// Strength of an ask.
const (
	Strong = "strong"
	Soft   = "soft"
)

// AskState is what a person made of a suggested ask.
type AskState string

// The states of an ask.
const (
	AskSuggested AskState = "suggested"
	AskConfirmed AskState = "confirmed"
	AskRefused   AskState = "refused"
	AskMerged    AskState = "merged"
)

// Ask is a place where the note wants something of its reader. It is a
// suggestion with its reason until a person confirms, merges or refuses it.
type Ask struct {
	ID       ID       `cbor:"1,keyasint" json:"-"`
	Note     ID       `cbor:"2,keyasint" json:"-"`
	Code     string   `cbor:"3,keyasint" json:"id"` // readable, unique in the note: "12"
	Block    string   `cbor:"4,keyasint" json:"block"`
	Class    AskClass `cbor:"5,keyasint" json:"class"`
	Strength string   `cbor:"6,keyasint" json:"strength"`
	Reason   Reason   `cbor:"7,keyasint" json:"reason"`
	Options  []Option `cbor:"8,keyasint,omitempty" json:"options,omitempty"`
	// Choose is how many options are to be chosen; 0 where it is no choice.
	Choose    int  `cbor:"9,keyasint,omitempty" json:"choose,omitempty"`
	OwnOption bool `cbor:"10,keyasint,omitempty" json:"own_option,omitempty"`
	// SummaryOf lists the labels of paragraphs whose asks this one announces;
	// such an ask is shown, not counted as open.
	SummaryOf  []string `cbor:"11,keyasint,omitempty" json:"summary_of,omitempty"`
	Due        Date     `cbor:"12,keyasint,omitempty" json:"due,omitempty"`
	State      AskState `cbor:"13,keyasint,omitempty" json:"state,omitempty"`
	MergedInto ID       `cbor:"14,keyasint,omitempty" json:"-"`
	Also       []Reason `cbor:"15,keyasint,omitempty" json:"also,omitempty"` // weaker reasons in the same paragraph
}

// Reason is why an ask was suggested: the words found and the phrase that
// found them.
type Reason struct {
	Class    AskClass `cbor:"1,keyasint" json:"class"`
	Words    string   `cbor:"2,keyasint" json:"words"`
	Start    int      `cbor:"3,keyasint" json:"start"` // bytes into the block's text
	End      int      `cbor:"4,keyasint" json:"end"`
	Evidence string   `cbor:"5,keyasint,omitempty" json:"evidence,omitempty"`
}

// Option is one of the things to choose from.
type Option struct {
	Code  string `cbor:"1,keyasint" json:"id"`    // "1", "2"; the own option is "own"
	Block string `cbor:"2,keyasint" json:"block"` // the block that states it
	Title string `cbor:"3,keyasint" json:"title"`
}

// OwnOption is the code of the option a delegation proposes itself.
const OwnOption = "own"

// Open tells whether the ask waits for an answer of ours: strong, not
// refused or merged, and not only announcing another.
func (a *Ask) Open() bool {
	return a.Strength == Strong && a.State != AskRefused && a.State != AskMerged && len(a.SummaryOf) == 0
}
