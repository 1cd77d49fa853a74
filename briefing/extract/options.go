package extract

import (
	"regexp"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// optionSign opens one of the wordings between which a negotiating text leaves
// the choice, in or out of brackets: "Option 2:", "[Alt 1", "Variante A)".
var optionSign = regexp.MustCompile(`(?i)^(\[*)((?:option|alternative|alt\.?|variante?|opción|alternativa|вариант|альтернатива|البديل|الخيار|备选案文|选项)[\s\x{a0}]*(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4}))[\s\x{a0}]*[:.)\]–—-]+[\s\x{a0}]*`)

// placeOption makes a sub-paragraph of such a wording. Its brackets stay in the
// text: they are what the negotiation is about.
func (b *builder) placeOption(p manuscript.Passage, s sign.Sign) bool {
	m := optionSign.FindStringSubmatchIndex(p.Text)
	if m == nil || s.Form != sign.None || p.Hint != manuscript.HintNone || m[1] == len(p.Text) || b.owner() == "" {
		return false
	}
	parent := b.owner()
	text := p.After(m[1])
	if m[3] > 0 {
		text = p.Cut(0, m[3]).Join("", text)
	}
	block := b.add(briefing.KindSubparagraph, strings.Join(strings.Fields(p.Text[m[4]:m[5]]), " "), text)
	block.Parent, b.front = parent, false
	b.breakLists()
	return true
}
