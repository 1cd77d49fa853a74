package pack

import (
	"strings"
	"unicode"

	"placard/briefing"
)

// abbreviations are those that a paper explains when it uses them, in the
// order of the alphabet. The catalogue holds their meaning.
var abbreviations = []string{
	"ASEAN", "AU", "CARICOM", "CELAC", "EOP", "EOV", "EU", "G77", "GRULAC", "ILO", "IOM", "JUSCANZ", "LDC", "LLDC",
	"MFA", "NAM", "NGO", "OECD", "OIM", "OIT", "OMC", "OMS", "ONG", "ONU", "SIDS", "UA", "UE", "UN", "UNGA", "WEOG",
	"WHO", "WTO",
}

// abbreviations explains the abbreviations and the stance signs that blocks use.
func (b *build) abbreviations(blocks []briefing.PaperBlock) []briefing.PaperBlock {
	words, families := map[string]bool{}, map[string]bool{}
	for _, a := range abbreviations {
		words[a] = false
	}
	for i := range blocks {
		eachRun(&blocks[i], func(r briefing.PaperRun) {
			for _, w := range strings.FieldsFunc(r.Text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
				if _, known := words[w]; known {
					words[w] = true
				}
			}
			if r.Family != "" {
				families[r.Text] = true
			}
		})
	}
	var rows [][]briefing.PaperCell
	for _, a := range abbreviations {
		if words[a] {
			rows = append(rows, []briefing.PaperCell{{Runs: []briefing.PaperRun{{Text: a}}, Bold: true}, cell(b.w.Say("pack.abbreviation." + a))})
		}
	}
	var out []briefing.PaperBlock
	if len(rows) > 0 {
		table := paperTable([]int{16, 84}, rows...)
		table.Table.Head = 0
		out = append(out, table)
	}
	return append(section(1, b.w.Say("pack.abbreviations"), out), b.signs(families)...)
}

// signs lists the stances that the paper shows, from sponsoring to opposing.
func (b *build) signs(used map[string]bool) []briefing.PaperBlock {
	var rows [][]briefing.PaperCell
	for _, s := range briefing.Stances {
		if run := b.stance(s); used[run.Text] {
			rows = append(rows, []briefing.PaperCell{
				{Runs: []briefing.PaperRun{run}, Family: s.Family()},
				cell(b.w.Say("pack.sign." + string(s))),
			})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	table := paperTable([]int{24, 76}, rows...)
	table.Table.Head = 0
	return section(2, b.w.Say("pack.signs"), []briefing.PaperBlock{table})
}

// eachRun calls f with every run of a block, those of its table too.
func eachRun(p *briefing.PaperBlock, f func(briefing.PaperRun)) {
	for _, r := range p.Runs {
		f(r)
	}
	if p.Table == nil {
		return
	}
	for _, row := range p.Table.Rows {
		for _, c := range row {
			for _, r := range c.Runs {
				f(r)
			}
		}
	}
}
