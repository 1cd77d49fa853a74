package briefing

// secretFields stand in the restricted box, in this order.
var secretFields = []Field{FieldFallback, FieldRedLine, FieldTactics, FieldConditions}

func partObjective(b *packBuilder, it *packItem) []PaperBlock { return b.field(it, FieldObjective) }

// partLine is the line to take with the stamp that says who agreed to it.
func partLine(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	if line := b.say(it, FieldLine); line != "" {
		call := paperPlain(PaperCall, line)
		call.Title, call.Together = b.w.Say("field.line_to_take"), true
		out = append(out, call)
	}
	if stamp := b.stamp(it.pos); stamp != "" && it.said {
		out = append(out, paperPlain(PaperSmall, stamp))
	}
	return out
}

func partPoints(b *packBuilder, it *packItem) []PaperBlock {
	return section(it.level(), b.w.Say("field.points"), paperBullets(b.say(it, FieldPoints)))
}

func partReactive(b *packBuilder, it *packItem) []PaperBlock {
	return append(b.field(it, FieldIfRaised), b.field(it, FieldIfPressed)...)
}

// partWording sets our text as a quotation: it is to be read out as it stands.
func partWording(b *packBuilder, it *packItem) []PaperBlock {
	ours := section(it.level(), b.w.Say("field.wording"), paperLines(PaperQuote, b.say(it, FieldWording)))
	return append(ours, b.field(it, FieldAgreedLanguage)...)
}

// partRestricted is the box for the reader alone: fallback, red line, tactics.
func partRestricted(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range secretFields {
		if text := b.say(it, f); text != "" {
			box := paperPlain(PaperBox, text)
			box.Title, box.Together = b.w.Say("field."+f.String()), true
			out = append(out, box)
		}
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].Together = false
	head := PaperBlock{Kind: PaperBox, Title: b.w.Say("pack.restricted"), Together: true}
	return append([]PaperBlock{head}, out...)
}

func partPrevious(b *packBuilder, it *packItem) []PaperBlock {
	return b.field(it, FieldPreviousDecisions)
}

func partVote(b *packBuilder, it *packItem) []PaperBlock  { return b.field(it, FieldEOP) }
func partPress(b *packBuilder, it *packItem) []PaperBlock { return b.field(it, FieldPressLine) }

func partBackground(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range []Field{FieldRationale, FieldBackgroundOpen, FieldBackgroundClosed, FieldLinkages} {
		out = append(out, b.field(it, f)...)
	}
	return out
}

// partCapital is what went between capital and us.
func partCapital(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range []Field{FieldQuestion, FieldMinistry, FieldCapitalText, FieldCapitalComment, FieldOurAnswer} {
		if text := b.say(it, f); text != "" {
			lead := PaperRun{Text: b.w.Say("field."+f.String()) + b.w.Say("pack.colon"), Style: Bold}
			out = append(out, PaperBlock{Kind: PaperText, Runs: []PaperRun{lead, {Text: text}}})
		}
	}
	if it.pos.Due != "" && len(out) > 0 {
		out = append(out, paperPlain(PaperSmall, b.w.Say("pack.reply_by", "Date", sayDate(b.w, it.pos.Due))))
	}
	return section(it.level(), b.w.Say("pack.capital"), out)
}

// partRemarks are the readers' annotations on the item's block.
func partRemarks(b *packBuilder, it *packItem) []PaperBlock {
	if it.block == nil || it.nested {
		return nil
	}
	var out []PaperBlock
	for _, a := range b.remarks(it.block.ID) {
		kind := PaperRun{Text: b.w.Say("annotation.kind."+string(a.Kind)) + b.w.Say("pack.colon"), Style: Italic}
		out = append(out, PaperBlock{Kind: PaperBullet, Level: 1, Runs: []PaperRun{kind, {Text: a.Text}}})
	}
	return section(it.level(), b.w.Say("pack.remarks"), out)
}

// remarks of a block that may leave; what is still to do is nobody's briefing.
func (b *packBuilder) remarks(block string) []*Annotation {
	var out []*Annotation
	for _, a := range b.d.AnnotationsOn(block) {
		if seen := b.g.Annotation(a); seen != nil && seen.Kind != KindToDo {
			out = append(out, seen)
		}
	}
	return out
}
