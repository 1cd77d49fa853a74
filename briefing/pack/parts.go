package pack

import "placard/briefing"

// secretFields stand in the restricted box, in this order.
var secretFields = []briefing.Field{briefing.FieldFallback, briefing.FieldRedLine, briefing.FieldTactics, briefing.FieldConditions}

func partObjective(b *build, it *item) []briefing.PaperBlock {
	return b.field(it, briefing.FieldObjective)
}

// partLine is the line to take with the stamp that says who agreed to it.
func partLine(b *build, it *item) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	if line := b.say(it, briefing.FieldLine); line != "" {
		call := paperPlain(briefing.PaperCall, line)
		call.Title, call.Together = b.w.Say("field.line_to_take"), true
		out = append(out, call)
	}
	if stamp := b.stamp(it.pos); stamp != "" && it.said {
		out = append(out, paperPlain(briefing.PaperSmall, stamp))
	}
	return out
}

func partPoints(b *build, it *item) []briefing.PaperBlock {
	return section(it.level(), b.w.Say("field.points"), paperBullets(b.say(it, briefing.FieldPoints)))
}

func partReactive(b *build, it *item) []briefing.PaperBlock {
	return append(b.field(it, briefing.FieldIfRaised), b.field(it, briefing.FieldIfPressed)...)
}

// partWording sets our text as a quotation: it is to be read out as it stands.
func partWording(b *build, it *item) []briefing.PaperBlock {
	ours := section(it.level(), b.w.Say("field.wording"), paperLines(briefing.PaperQuote, b.say(it, briefing.FieldWording)))
	return append(ours, b.field(it, briefing.FieldAgreedLanguage)...)
}

// partRestricted is the box for the reader alone: fallback, red line, tactics.
func partRestricted(b *build, it *item) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, f := range secretFields {
		if text := b.say(it, f); text != "" {
			box := paperPlain(briefing.PaperBox, text)
			box.Title, box.Together = b.w.Say("field."+f.String()), true
			out = append(out, box)
		}
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].Together = false
	head := briefing.PaperBlock{Kind: briefing.PaperBox, Title: b.w.Say("pack.restricted"), Together: true}
	return append([]briefing.PaperBlock{head}, out...)
}

func partPrevious(b *build, it *item) []briefing.PaperBlock {
	return b.field(it, briefing.FieldPreviousDecisions)
}

func partVote(b *build, it *item) []briefing.PaperBlock  { return b.field(it, briefing.FieldEOP) }
func partPress(b *build, it *item) []briefing.PaperBlock { return b.field(it, briefing.FieldPressLine) }

func partBackground(b *build, it *item) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, f := range []briefing.Field{briefing.FieldRationale, briefing.FieldBackgroundOpen, briefing.FieldBackgroundClosed, briefing.FieldLinkages} {
		out = append(out, b.field(it, f)...)
	}
	return out
}

// partCapital is what went between capital and us.
func partCapital(b *build, it *item) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, f := range []briefing.Field{briefing.FieldQuestion, briefing.FieldMinistry, briefing.FieldCapitalText, briefing.FieldCapitalComment, briefing.FieldOurAnswer} {
		if text := b.say(it, f); text != "" {
			lead := briefing.PaperRun{Text: b.w.Say("field."+f.String()) + b.w.Say("pack.colon"), Style: briefing.Bold}
			out = append(out, briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{lead, {Text: text}}})
		}
	}
	if it.pos.Due != "" && len(out) > 0 {
		out = append(out, paperPlain(briefing.PaperSmall, b.w.Say("pack.reply_by", "Date", it.pos.Due.Say(b.w))))
	}
	return section(it.level(), b.w.Say("pack.capital"), out)
}

// partRemarks are the readers' annotations on the item's block.
func partRemarks(b *build, it *item) []briefing.PaperBlock {
	if it.block == nil || it.nested {
		return nil
	}
	var out []briefing.PaperBlock
	for _, a := range b.remarks(it.block.ID) {
		kind := briefing.PaperRun{Text: b.w.Say("annotation.kind."+string(a.Kind)) + b.w.Say("pack.colon"), Style: briefing.Italic}
		out = append(out, briefing.PaperBlock{Kind: briefing.PaperBullet, Level: 1, Runs: []briefing.PaperRun{kind, {Text: a.Text}}})
	}
	return section(it.level(), b.w.Say("pack.remarks"), out)
}

// remarks of a block that may leave; what is still to do is nobody's briefing.
func (b *build) remarks(block string) []*briefing.Annotation {
	var out []*briefing.Annotation
	for _, a := range b.d.AnnotationsOn(block) {
		if seen := b.g.Annotation(a); seen != nil && seen.Kind != briefing.KindToDo {
			out = append(out, seen)
		}
	}
	return out
}
