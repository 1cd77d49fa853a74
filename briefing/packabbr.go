package briefing

import (
	"strings"
	"unicode"
)

// packAbbreviations are those that a paper explains when it uses them, in the
// order of the alphabet. The catalogue holds their meaning.
var packAbbreviations = []string{
	"ASEAN", "AU", "CARICOM", "CELAC", "EOP", "EOV", "EU", "G77", "GRULAC", "ILO", "IOM", "JUSCANZ", "LDC", "LLDC",
	"MFA", "NAM", "NGO", "OECD", "OIM", "OIT", "OMC", "OMS", "ONG", "ONU", "SIDS", "UA", "UE", "UN", "UNGA", "WEOG",
	"WHO", "WTO",
}

// abbreviations explains the abbreviations and the stance signs that blocks use.
func (b *packBuilder) abbreviations(blocks []PaperBlock) []PaperBlock {
	words, families := map[string]bool{}, map[string]bool{}
	for _, a := range packAbbreviations {
		words[a] = false
	}
	for i := range blocks {
		blocks[i].each(func(r PaperRun) {
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
	var rows [][]PaperCell
	for _, a := range packAbbreviations {
		if words[a] {
			rows = append(rows, []PaperCell{{Runs: []PaperRun{{Text: a}}, Bold: true}, cell(b.w.Say("pack.abbreviation." + a))})
		}
	}
	var out []PaperBlock
	if len(rows) > 0 {
		table := paperTable([]int{16, 84}, rows...)
		table.Table.Head = 0
		out = append(out, table)
	}
	return append(section(1, b.w.Say("pack.abbreviations"), out), b.signs(families)...)
}

// signs lists the stances that the paper shows, from sponsoring to opposing.
func (b *packBuilder) signs(used map[string]bool) []PaperBlock {
	var rows [][]PaperCell
	for _, s := range Stances {
		if run := b.stance(s); used[run.Text] {
			rows = append(rows, []PaperCell{
				{Runs: []PaperRun{run}, Family: s.Family()},
				cell(b.w.Say("pack.sign." + string(s))),
			})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	table := paperTable([]int{24, 76}, rows...)
	table.Table.Head = 0
	return section(2, b.w.Say("pack.signs"), []PaperBlock{table})
}

// each calls f with every run of the block, those of its table too.
func (p *PaperBlock) each(f func(PaperRun)) {
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
