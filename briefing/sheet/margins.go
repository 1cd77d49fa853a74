package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// margins is what stands on every printed page.
type margins struct {
	mark      string
	title     string
	reference string
	demo      string
	page      func(number, total string) string
}

func matrixMargins(m *briefing.Matrix, words briefing.Words) margins {
	return margins{mark: m.Mark, title: m.Title, reference: m.Reference, demo: m.Demo, page: sayPage(words)}
}

func reviewMargins(r *briefing.Review, words briefing.Words) margins {
	reference := words.Say("sheet.batch", "Number", r.Batch.Number, "To", r.Batch.To)
	return margins{mark: r.Mark, title: r.Title, reference: reference, demo: r.Demo, page: sayPage(words)}
}

func sayPage(words briefing.Words) func(number, total string) string {
	return func(number, total string) string {
		return words.Say("sheet.page", "Page", number, "Of", total)
	}
}

// Header and footer hold 255 units each, codes included. Texts at the side
// must not reach the mark in the middle.
const (
	markUnits     = 60
	landscapeSide = 72
	portraitSide  = 36
)

// headerFooter has the mark in the middle at the top and at the bottom.
func (m margins) headerFooter(portrait bool) *excelize.HeaderFooterOptions {
	side := landscapeSide
	if portrait {
		side = portraitSide
	}
	mark := `&C&"-,Bold"` + marginText(m.mark, markUnits)
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L" + marginText(clip(m.title, side-2), side) + mark + `&R&"-,Bold"` + marginText(m.demo, markUnits),
		OddFooter: "&L" + marginText(clip(m.reference, side-2), side) + mark + "&R" + m.page("&P", "&N"),
	}
}

// marginText doubles ampersands, which begin codes there.
func marginText(text string, limit int) string {
	text = strings.Join(strings.Fields(plainProperty(text)), " ")
	for cut := limit; ; cut-- {
		doubled := strings.ReplaceAll(firstUnits(text, cut), "&", "&&")
		if units(doubled) <= limit {
			return doubled
		}
	}
}
