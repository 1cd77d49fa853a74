package extract

import (
	"math"
	"regexp"
	"strings"
	"unicode"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// furniture is what repeats or counts pages and says nothing: running heads,
// page numbers, job numbers, barcodes, continuation marks.
var furniture = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`[-–—| ]*[0-9]{1,4}[-–—| ]*`, // 3, - 3 -
	`(?:page|página|стр\.|صفحة)? ?[0-9]{1,4} ?(?:/|of|de|sur|из|من) ?[0-9]{1,4}|第? ?[0-9]{1,4} ?页`, // 3/12, page 3 of 12
	`(?:page|página|стр\.|صفحة) [0-9]{1,4}`,
	`[0-9]{2}-[0-9]{5}(?: ?\([A-Z]\))?(?: [0-9]{6})*(?: ?\*[0-9]+\*)?(?: ?/ ?(?:\.{2,}|…))?`, // 25-03000 (E) 120325
	`\*[0-9A-Z]{6,}\*`, // a barcode's digits
	`/ ?(?:\.{2,}|…)`,
	`please recycle.*|\(continued\)|\(suite\)|\(continuación\)`,
	`(?:english|français|español|anglais|inglés|русский)? ?(?:page|página|стр\.) [0-9]{1,4}`,
	`this record (?:contains|is subject to correction).*|corrections? to this record.*|le présent (?:compte rendu|procès-verbal) .*(?:rectifi|contient).*|la presente acta .*`, // the notice of verbatim and summary records
}, "|") + `)$`)

const (
	edgeLines     = 3 // how many passages at a page's top and foot may be running heads
	headsToRepeat = 3 // on how many pages a line must stand to be one
)

// markFurniture sets running heads and page numbers aside: what looks like
// them anywhere, what repeats at the edge of pages, and the symbol wherever it
// stands alone after its first appearance.
func markFurniture(m *manuscript.Manuscript) {
	repeated := repeatedEdges(m.Passages)
	seen := map[string]bool{}
	listing := false
	for i := range m.Passages {
		p := &m.Passages[i]
		if inContents(m.Passages[i:], &listing) {
			p.Hint, p.Rows = manuscript.HintFurniture, nil
			continue
		}
		if p.Hint != manuscript.HintNone {
			continue
		}
		text := strings.TrimSpace(p.Text)
		symbol := symbolOf(text)
		again := symbol != "" && seen[symbol]
		if symbol != "" {
			seen[symbol] = true
		}
		if again || furniture.MatchString(text) || pageOf(text, seen) || p.Page > 1 && repeated[headKey(text)] && !numbered(text) {
			p.Hint = manuscript.HintFurniture
		}
	}
}

// pageOf tells a running head that names the document and the page:
// "A/47/435 English Page 2".
func pageOf(text string, seen map[string]bool) bool {
	first, rest, more := strings.Cut(text, " ")
	return more && seen[symbolOf(first)] && furniture.MatchString(strings.TrimSpace(rest))
}

// numbered tells the lead of a paragraph, which may well read the same on
// several pages, from a running head.
func numbered(text string) bool {
	s := sign.Read(text)
	return s.Form == sign.Number && s.Style != "" && lettered(text[s.End:]) && len(text) > s.End+shortestLead
}

// shortestLead is how many bytes of words follow the number of a paragraph.
const shortestLead = 12

var (
	contentsTitle = regexp.MustCompile(`(?i)^(?:table of )?contents?$|^sommaire$|^table des matières$|^índice$|^contenido$|^содержание$|^оглавление$|^المحتويات$|^目录$`)
	pageWord      = regexp.MustCompile(`(?i)^(?:(?:page|paragraphs?|paragraphes|párrafos|página|пункты|стр\.|страница|الصفحة|الفقرات|页次|段次|chapter)\s*)+$`)
	contentsLine  = regexp.MustCompile(`[\s.…\x{a0}](?:[0-9]{1,4}|[ivxl]{1,6})$`)
)

// inContents follows a table of contents from its title on: its lines repeat
// the headings with the pages they stand on. Headings without a page may stand
// between lines with leaders.
func inContents(passages []manuscript.Passage, listing *bool) bool {
	p := &passages[0]
	switch {
	case len(p.Text) <= longestContents && contentsTitle.MatchString(strings.TrimSpace(p.Text)):
		*listing = true
	case *listing:
		*listing = p.Hint != manuscript.HintHeading && listsPages(p) || leadsOn(passages)
	}
	return *listing
}

// longestContents is how many bytes the title of a table of contents has, with
// blanks around it: longer text is spared the pattern.
const longestContents = 64

// contentsGap is how many lines of a table of contents may lack a page.
const contentsGap = 4

// leadsOn tells whether lines with leaders follow soon.
func leadsOn(passages []manuscript.Passage) bool {
	for _, p := range passages[1:min(len(passages), contentsGap+1)] {
		if sentence.Prose(p.Text) && !leaders.MatchString(p.Text) {
			return false
		}
		if leaders.MatchString(p.Text) {
			return len(passages[0].Text) <= longestHeading
		}
	}
	return false
}

var (
	leaders   = regexp.MustCompile(`(?:\.[\s\x{a0}]?){5,}|…{2,}`)
	pageRange = regexp.MustCompile(`^[0-9]{1,4}(?:[\s\x{a0}]*[-–—][\s\x{a0}]*[0-9]{0,4})?(?:[\s\x{a0}]+page)?$`)
)

// listsPages tells the lines of a table of contents and the pieces that some
// programs leave of them.
func listsPages(p *manuscript.Passage) bool {
	text := strings.TrimSpace(p.Text)
	return pageWord.MatchString(text) || leaders.MatchString(text) || pageRange.MatchString(strings.ToLower(text)) || manuscript.LoneMark(*p) ||
		contentsLine.MatchString(text) && !sentence.Ends(text)
}

// repeatedEdges are the lines that stand at the top or the foot of several
// pages, their digits aside.
func repeatedEdges(passages []manuscript.Passage) map[string]bool {
	pages := map[string]map[int]bool{}
	for i, p := range passages {
		if p.Page == 0 || !atEdge(passages, i) {
			continue
		}
		key := headKey(p.Text)
		if pages[key] == nil {
			pages[key] = map[int]bool{}
		}
		pages[key][p.Page] = true
	}
	out := map[string]bool{}
	for key, on := range pages {
		if len(on) >= headsToRepeat && len(key) < 120 && dense(on) {
			out[key] = true
		}
	}
	return out
}

// densest is the share of the pages between its first and its last on which a
// running head stands at least; it is a third where every section has its own.
const densest = 0.3

// dense tells a running head from a heading that several parts have in common.
func dense(on map[int]bool) bool {
	first, last := math.MaxInt, 0
	for page := range on {
		first, last = min(first, page), max(last, page)
	}
	return float64(len(on)) >= densest*float64(last-first+1)
}

func atEdge(passages []manuscript.Passage, i int) bool {
	before, behind := i-edgeLines, i+edgeLines
	return before < 0 || behind >= len(passages) ||
		passages[before].Page != passages[i].Page || passages[behind].Page != passages[i].Page
}

// headKey is what running heads have in common: all but their digits. A date
// must be the same one: others are those of decisions.
func headKey(text string) string {
	if _, ok := dayOf(text); ok {
		return text
	}
	return skeleton(text)
}

// skeleton is a line without its digits and blanks: the same running head on
// every page.
func skeleton(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
