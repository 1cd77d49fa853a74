package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// placeHinted follows what the source itself says: headings, quotations.
func (b *builder) placeHinted(p passage, s sign) bool {
	switch p.hint {
	case hintHeading:
		if b.captions() {
			return false
		}
		return b.heading(p, s, p.level)
	case hintTitle:
		if b.front {
			return false
		}
		return b.heading(p, s, 1)
	case hintQuote:
		block := b.add(briefing.KindQuotation, "", p.rich)
		block.Parent = b.owner()
		return true
	case hintNone, hintBullet, hintNote, hintFurniture, hintTable:
	}
	return false
}

// placeHeading makes a heading of a short passage that is no sentence and has
// something under it.
func (b *builder) placeHeading(p passage, s sign) bool {
	switch s.form {
	case formUpperRoman, formCapital:
		if !titled(p.text[s.end:]) {
			return false
		}
	case formNumber, formDotted:
		if s.style != "." && s.form == formNumber || !b.headingNumber(p, s) {
			return false
		}
	case formNone:
		if !b.looksLikeHeading(p) {
			return false
		}
	case formPoint, formLetter, formRoman, formBullet, formItem, formNote, formStar, formRule:
		return false
	}
	return b.heading(p, s, 0)
}

// longestPlain is the longest heading in letters that nothing but its
// brevity gives away.
const longestPlain = 150

// caption matches the lines above and below tables and figures.
var caption = regexp.MustCompile(`(?i)^(?:table|figure|chart|box|map|tableau|graphique|encadré|cuadro|gráfico|recuadro|таблица|рисунок|الجدول|الشكل|表|图)\b[\s\x{a0}]*(?:[0-9IVX]+[0-9.IVX]*)?(?:[.:–—-].*)?$|` +
	`^(?:sources?|notes?|fuentes?|notas?|источник|المصدر)[\s\x{a0}]*:.*$|^\(.*\)$`)

// captions tells whether the current passage is a caption, or the title of a
// table right below one.
func (b *builder) captions() bool {
	if caption.MatchString(b.passages[b.i].text) {
		return true
	}
	prev := b.previous(b.i)
	return prev >= 0 && caption.MatchString(b.passages[prev].text) && b.passages[prev].text[0] != '('
}

// lettered tells words from amounts and codes.
func lettered(text string) bool {
	letters, others := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsSpace(r):
			others++
		}
	}
	return letters > others
}

// looksLikeHeading judges a passage that has neither a mark nor a hint. In a
// source that says what its headings are, only one that is set apart counts.
func (b *builder) looksLikeHeading(p passage) bool {
	limit := longestPlain
	switch {
	case p.all(briefing.Bold), p.all(briefing.Italic):
		limit = longestHeading
	case b.hinted && shouted(p.text) && len(p.text) > 3:
	case b.hinted:
		return false
	}
	if b.captions() || !lettered(p.text) {
		return false
	}
	if !titled(p.text) || utf8.RuneCountInString(p.text) > limit || b.preamble {
		return false
	}
	next := b.next(b.i)
	if next >= len(b.passages) || isAnnex(b.passages[next]) || len(briefing.PrintedDates(p.text)) > 0 && utf8.RuneCountInString(p.text) < 40 {
		return false
	}
	if follower := b.passages[next]; !b.signs[next].marks() && !sentenceCase(follower.text) {
		return false
	}
	prev := b.previous(b.i)
	return prev < 0 || !strings.HasSuffix(strings.TrimSpace(b.passages[prev].text), ":")
}

// heading adds a heading at its depth: the depth the source gives, or the
// place of its form among the forms of the headings above it.
func (b *builder) heading(p passage, s sign, depth int) bool {
	s = b.settleCapital(s)
	look := headingLook(p, s)
	if depth == 0 {
		depth = len(b.headings) + 1
		for i, l := range b.headings {
			if l.form == s.form && l.style == look {
				depth = i + 1
				break
			}
		}
	}
	b.headings = b.headings[:min(depth-1, len(b.headings))]
	parent := b.section()
	block := b.add(briefing.KindHeading, s.label, p.after(s.end))
	block.Level, block.Parent = depth, parent
	b.headings = append(b.headings, level{form: s.form, style: look, n: s.n, block: block.ID})
	b.front, b.paragraph, b.lists = false, "", nil
	return true
}

// headingLook sets headings apart that have no number: capitals, bold,
// italic. Numbered ones are set apart by their form alone.
func headingLook(p passage, s sign) string {
	switch {
	case s.form != formNone:
		return ""
	case shouted(p.text):
		return "capitals"
	case p.all(briefing.Bold | briefing.Italic):
		return "bold italic"
	case p.all(briefing.Bold):
		return "bold"
	case p.all(briefing.Italic):
		return "italic"
	}
	return "plain"
}

// settleCapital decides whether "C." or "I." is a letter or a Roman number: by
// the heading of the same kind before it.
func (b *builder) settleCapital(s sign) sign {
	if s.form != formUpperRoman || utf8.RuneCountInString(s.label) != 1 {
		return s
	}
	letter := int(s.label[0]-'A') + 1
	for _, l := range slices.Backward(b.headings) {
		switch {
		case l.form == formUpperRoman && l.n == s.n-1:
			return s
		case l.form == formCapital && l.n == letter-1:
			s.form, s.n = formCapital, letter
			return s
		}
	}
	if s.n != 1 {
		s.form, s.n = formCapital, letter
	}
	return s
}
