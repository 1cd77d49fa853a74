package pack

import "placard/briefing"

// part sets one part of a brief; nothing where the part is empty.
type part func(*build, *item) []briefing.PaperBlock

// layout is a variant: which parts of a brief it sets and what stands
// around them. What the parts may say is the gate's matter.
type layout struct {
	cover    bool
	contents bool
	overview bool
	agenda   bool // and documents, abbreviations
	source   bool // paragraph table and text of the note at the end
	running  bool // a list of what will be said, with times, instead of the overview
	large    bool
	snug     bool // an item keeps to its page
	// needsItems: the paper would be empty without a brief.
	needsItems bool
	wants      func(*item) bool
	// apart tells whether an item begins a page after the one before.
	apart func(before, it *item) bool
	parts []part
}

// layouts are the variants. The order of parts is that in which a hurried
// reader stops reading; options follow whole, so that no part of their ask
// reads as one of the last option's.
var layouts = map[briefing.Variant]layout{
	briefing.VariantFull: {
		cover: true, contents: true, overview: true, agenda: true, source: true,
		wants: everything, apart: unlessBrief,
		parts: []part{
			partTitle, partAsked, partObjective, partLine, partSpeakingNote, partPoints,
			partReactive, partWording, partRestricted, partRanking, partOthers, partBackground,
			partPrevious, partCapital, partVote, partPress, partRemarks, partOptions,
		},
	},
	briefing.VariantOnePage: {
		cover: true, overview: true, snug: true, needsItems: true,
		wants: everything, apart: always,
		parts: []part{
			partTitle, partAskedShort, partObjective, partLine, partPoints, partReactive,
			partWording, partRestricted, partRankingShort, partOthersShort,
		},
	},
	briefing.VariantSpeaking: {
		running: true, large: true, needsItems: true,
		wants: (*item).speaks, apart: always,
		parts: []part{partTitle, partSpeech, partSpeechPoints, partReactive, partOptions, partVote},
	},
	briefing.VariantRestricted: {
		cover: true, needsItems: true,
		wants: (*item).secret, apart: never,
		parts: []part{partSecretTitle, partRestricted, partOptions},
	},
}

func everything(*item) bool { return true }

func always(_, _ *item) bool { return true }

func never(_, _ *item) bool { return false }

// unlessBrief lets paragraphs and unanswered asks follow each other on a page;
// whatever has a brief of its own begins one.
func unlessBrief(before, it *item) bool { return !before.slight() || !it.slight() }
