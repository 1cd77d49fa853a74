package briefing

// packPart sets one part of a brief; nothing where the part is empty.
type packPart func(*packBuilder, *packItem) []PaperBlock

// packLayout is a variant: which parts of a brief it sets and what stands
// around them. What the parts may say is the gate's matter.
type packLayout struct {
	cover    bool
	contents bool
	overview bool
	agenda   bool // and documents, abbreviations
	source   bool // paragraph table and text of the note at the end
	running  bool // a list of what will be said, with times, instead of the overview
	large    bool
	// needsItems: the paper would be empty without a brief.
	needsItems bool
	wants      func(*packItem) bool
	// apart tells whether an item begins a page after the one before.
	apart func(before, it *packItem) bool
	parts []packPart
}

// packLayouts are the variants. The order of parts is that in which a hurried
// reader stops reading.
var packLayouts = map[Variant]packLayout{
	VariantFull: {
		cover: true, contents: true, overview: true, agenda: true, source: true,
		wants: everything, apart: unlessBrief,
		parts: []packPart{
			partTitle, partAsked, partObjective, partLine, partSpeakingNote, partPoints,
			partReactive, partWording, partRestricted, partRanking, partOptions, partOthers, partBackground,
			partPrevious, partCapital, partVote, partPress, partRemarks,
		},
	},
	VariantOnePage: {
		cover: true, overview: true, needsItems: true,
		wants: everything, apart: always,
		parts: []packPart{
			partTitle, partAskedShort, partObjective, partLine, partPoints, partReactive,
			partWording, partRestricted, partRankingShort, partOthersShort,
		},
	},
	VariantSpeaking: {
		running: true, large: true, needsItems: true,
		wants: (*packItem).speaks, apart: always,
		parts: []packPart{partTitle, partSpeech, partSpeechPoints, partReactive, partOptions, partVote},
	},
	VariantRestricted: {
		cover: true, needsItems: true,
		wants: (*packItem).secret, apart: never,
		parts: []packPart{partSecretTitle, partRestricted, partOptions},
	},
}

func everything(*packItem) bool { return true }

func always(_, _ *packItem) bool { return true }

func never(_, _ *packItem) bool { return false }

// unlessBrief lets paragraphs and unanswered asks follow each other on a page;
// whatever has a brief of its own begins one.
func unlessBrief(before, it *packItem) bool { return !before.slight() || !it.slight() }
