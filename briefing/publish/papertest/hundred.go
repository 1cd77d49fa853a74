package papertest

import (
	"strings"

	"placard/briefing"
)

// HundredPages is a paper of fifty briefs of two pages.
func HundredPages() *briefing.Paper {
	p := &briefing.Paper{
		Title: "A paper of a hundred pages", Language: "en", Mark: "RESTRICTED",
		Blocks: []briefing.PaperBlock{{Kind: briefing.PaperContents, Level: 1}},
	}
	words := strings.Repeat("The secretariat proposes to hold the workshop in the first quarter. ", 6)
	for i := range 50 { // two pages each
		p.Blocks = append(p.Blocks, briefing.PaperBlock{Kind: briefing.PaperPageBreak},
			briefing.PaperBlock{Kind: briefing.PaperHeading, Level: 1, Anchor: "brief_" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Runs: []briefing.PaperRun{{Text: "Paragraph"}}},
			briefing.PaperBlock{Kind: briefing.PaperQuote, Runs: []briefing.PaperRun{{Text: "Paragraph 12: ", Style: briefing.Bold}, {Text: words}}},
			briefing.PaperBlock{Kind: briefing.PaperCall, Title: "Line to take", Runs: []briefing.PaperRun{{Text: words}}})
		for range 8 {
			p.Blocks = append(p.Blocks, briefing.PaperBlock{Kind: briefing.PaperBullet, Level: 1, Runs: []briefing.PaperRun{{Text: words[:140]}}})
		}
		table := &briefing.PaperTableBody{Head: 1, Widths: []int{20, 20, 60}}
		for range 8 {
			table.Rows = append(table.Rows, []briefing.PaperCell{
				{Runs: []briefing.PaperRun{{Text: "✓ supports", Family: briefing.FamilySupports}}, Family: briefing.FamilySupports},
				{Runs: []briefing.PaperRun{{Text: "Aurelia"}}},
				{Runs: []briefing.PaperRun{{Text: words[:90]}}},
			})
		}
		p.Blocks = append(p.Blocks, briefing.PaperBlock{Kind: briefing.PaperTable, Table: table}, briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{{Text: words}}})
	}
	return p
}
