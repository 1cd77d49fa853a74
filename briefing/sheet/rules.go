package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// dropDown puts a list over its cells. Other words are refused with a hint;
// what is pasted over the cells is sorted out when the workbook comes back.
func (b *book) dropDown(sheet string, l list) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(l.ranges)
	words := make([]string, len(l.words))
	for i, w := range l.words {
		words[i] = strings.ReplaceAll(w, ",", ";") // a comma would part it
	}
	if err := v.SetDropList(words); err != nil {
		return err
	}
	v.SetInput(l.title, l.prompt)
	v.SetError(excelize.DataValidationErrorStyleStop, l.title, b.say("list.error"))
	return b.file.AddDataValidation(sheet, v)
}

// dateCells ask for real dates, so that 4/10 is not two different days; other
// text is warned of, not refused.
func (b *book) dateCells(sheet, ranges string) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(ranges)
	const newYear2000 = 36526
	err := v.SetRange(newYear2000, "", excelize.DataValidationTypeDate, excelize.DataValidationOperatorGreaterThan)
	if err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleWarning, b.say("col.by_date"), b.say("date.error"))
	return b.file.AddDataValidation(sheet, v)
}

// tint is the ground and the ink of a family of stances.
type tint struct{ ground, ink string }

// tints are computed for contrast and for colour blindness; the word and the
// glyph stand beside them anyway.
var tints = map[briefing.Family]tint{
	briefing.FamilySupports: {"0D4F98", whiteColour},
	briefing.FamilyAmended:  {"2D7F91", whiteColour},
	briefing.FamilyNeutral:  {"606162", whiteColour},
	briefing.FamilyConcern:  {"AF6100", whiteColour},
	briefing.FamilyOpposes:  {"9E2B05", whiteColour},
	briefing.FamilyRedLine:  {"63051D", whiteColour},
}

// paleTints are the same for stances that are only implied.
var paleTints = map[briefing.Family]tint{
	briefing.FamilySupports: {"E4EDF7", inkColour},
	briefing.FamilyAmended:  {"E2F1F4", inkColour},
	briefing.FamilyNeutral:  {"EEEFF0", inkColour},
	briefing.FamilyConcern:  {"FBEEDC", inkColour},
	briefing.FamilyOpposes:  {"F9E6DF", inkColour},
	briefing.FamilyRedLine:  {"F4DDE3", inkColour},
}

// families in the order of the scale.
var families = []briefing.Family{
	briefing.FamilySupports, briefing.FamilyAmended, briefing.FamilyNeutral,
	briefing.FamilyConcern, briefing.FamilyOpposes, briefing.FamilyRedLine,
}

// implied is how a stance is written that only a group's word implies.
func implied(stance string) string { return "(" + stance + ")" }

// colour paints stances by their words, so that the colour follows an edit.
func (b *book) colour(sheet string, ranges []string) error {
	first, _, _ := strings.Cut(ranges[0], ":")
	var rules []excelize.ConditionalFormatOptions
	for _, family := range families {
		if b.outsiders && family == briefing.FamilyRedLine {
			continue
		}
		full, err := b.conditional(tints[family])
		if err != nil {
			return err
		}
		pale, err := b.conditional(paleTints[family])
		if err != nil {
			return err
		}
		said, alluded := b.spellings(family)
		rules = append(rules, rule(first, said, full), rule(first, alluded, pale))
	}
	return b.file.SetConditionalFormat(sheet, strings.Join(ranges, " "), rules)
}

func (b *book) conditional(t tint) (int, error) {
	return b.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: t.ink}, Fill: solid(t.ground)})
}

// spellings of a family's stances: with glyph, bare, as a code or as a glyph
// alone; and each of them as implied.
func (b *book) spellings(family briefing.Family) (said, alluded []string) {
	glyph := ""
	for _, s := range briefing.Stances {
		if s.Family() != family {
			continue
		}
		glyph = s.Glyph()
		said = append(said, s.Say(b.words), b.words.Say("stance."+string(s)), string(s))
		alluded = append(alluded, implied(s.Say(b.words)))
	}
	return append(said, glyph), append(alluded, implied(glyph))
}

// rule holds where the cell is one of the texts. The formula is ours, and its
// texts are the catalogue's.
func rule(cell string, texts []string, format int) excelize.ConditionalFormatOptions {
	tests := make([]string, len(texts))
	for i, t := range texts {
		tests[i] = "TRIM(" + cell + ")=" + quoted(t)
	}
	return excelize.ConditionalFormatOptions{
		Type: "formula", Criteria: "OR(" + strings.Join(tests, ",") + ")", Format: &format, StopIfTrue: true,
	}
}

// quoted is a text inside a formula of ours.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
