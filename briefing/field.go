package briefing

// Field is one thing a person types about a position. Fields are data so that
// editors, workbooks, packs, diffs and the allow-list all speak of the same
// ones.
type Field uint8

// The text fields of a position. The numbers are stored: never reuse one.
const (
	FieldOneLiner Field = iota + 1
	FieldObjective
	FieldRationale
	FieldLine
	FieldPoints
	FieldIfRaised
	FieldIfPressed
	FieldFallback
	FieldRedLine
	FieldTactics
	FieldConditions
	FieldWording
	FieldAgreedLanguage
	FieldLinkages
	FieldSpeakingNote
	FieldEOP
	FieldPressLine
	FieldQuestion
	FieldMinistry
	FieldCapitalText
	FieldCapitalComment
	FieldOurAnswer
	FieldLandingZone
	FieldBackgroundOpen
	FieldBackgroundClosed
	FieldOwnOption
	FieldPreviousDecisions
)

// fieldNames are the codes of the fields in JSON, on the command line and in
// the catalogue ("field.line_to_take").
var fieldNames = map[Field]string{
	FieldOneLiner: "one_liner", FieldObjective: "objective", FieldRationale: "rationale",
	FieldLine: "line_to_take", FieldPoints: "points", FieldIfRaised: "if_raised",
	FieldIfPressed: "if_pressed", FieldFallback: "fallback", FieldRedLine: "red_line",
	FieldTactics: "tactics", FieldConditions: "conditions", FieldWording: "wording",
	FieldAgreedLanguage: "agreed_language", FieldLinkages: "linkages",
	FieldSpeakingNote: "speaking_note", FieldEOP: "eop", FieldPressLine: "press_line",
	FieldQuestion: "question", FieldMinistry: "ministry", FieldCapitalText: "capital_text",
	FieldCapitalComment: "capital_comment", FieldOurAnswer: "our_answer",
	FieldLandingZone: "landing_zone", FieldBackgroundOpen: "background_open",
	FieldBackgroundClosed: "background_closed", FieldOwnOption: "own_option",
	FieldPreviousDecisions: "previous_decisions",
}

// Fields lists every field in the order of editors and packs.
var Fields = []Field{
	FieldOneLiner, FieldObjective, FieldLine, FieldSpeakingNote, FieldPoints, FieldIfRaised,
	FieldIfPressed, FieldWording, FieldAgreedLanguage, FieldOwnOption, FieldRationale,
	FieldFallback, FieldRedLine, FieldTactics, FieldConditions, FieldQuestion, FieldMinistry,
	FieldCapitalText, FieldCapitalComment, FieldOurAnswer, FieldLandingZone, FieldLinkages,
	FieldBackgroundOpen, FieldBackgroundClosed, FieldPreviousDecisions, FieldEOP, FieldPressLine,
}

// String is the field's code.
func (f Field) String() string { return fieldNames[f] }

// ParseField finds a field by its code.
func ParseField(code string) (Field, bool) {
	for f, name := range fieldNames {
		if name == code {
			return f, true
		}
	}
	return 0, false
}

// MarshalText writes the code.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the code.
func (f *Field) UnmarshalText(text []byte) error {
	got, ok := ParseField(string(text))
	if !ok {
		return ErrInvalid.Because(nil, "Value", string(text))
	}
	*f = got
	return nil
}

// Secret tells whether the field is collapsed on the screen until asked for:
// neighbours sit close.
func (f Field) Secret() bool {
	return f == FieldFallback || f == FieldRedLine || f == FieldTactics || f == FieldConditions
}
