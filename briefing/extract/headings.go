package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// placeHinted follows what the source itself says: headings, quotations.
func (b *builder) placeHinted(p manuscript.Passage, s sign.Sign) bool {
	switch p.Hint {
	case manuscript.HintHeading:
		if b.captions() || b.letteredList(s) || s.Form == sign.None && b.inLetteredList() && !sentence.Shouted(p.Text) {
			return false
		}
		return b.heading(p, s, p.Level)
	case manuscript.HintTitle:
		if b.front {
			return false
		}
		return b.heading(p, s, 1)
	case manuscript.HintQuote:
		block := b.add(briefing.KindQuotation, "", p.Rich)
		block.Parent = b.owner()
		return true
	case manuscript.HintNone, manuscript.HintBullet, manuscript.HintNote, manuscript.HintFurniture, manuscript.HintTable:
	}
	return false
}

// placeHeading makes a heading of a short passage that is no sentence and has
// something under it.
func (b *builder) placeHeading(p manuscript.Passage, s sign.Sign) bool {
	switch s.Form {
	case sign.UpperRoman, sign.Capital:
		if !titled(p.Text[s.End:]) || b.letteredList(s) {
			return false
		}
	case sign.Number, sign.Dotted:
		if !b.dottedBelow(p, s) && (s.Style != "." && s.Form == sign.Number || !b.headingNumber(p, s)) {
			return false
		}
	case sign.None:
		if !b.looksLikeHeading(p) {
			return false
		}
	case sign.Point, sign.Letter, sign.Roman, sign.Bullet, sign.Item, sign.Note, sign.Star, sign.Rule:
		return false
	}
	return b.heading(p, s, 0)
}

// announces tells the words in capitals that open the parts of a judgment or
// an order: "CONSIDERING THAT:", "RESUELVE:". Their numbering starts anew.
func announces(p manuscript.Passage) bool {
	text := strings.TrimSpace(p.Text)
	return strings.HasSuffix(text, ":") && sentence.Shouted(text) && lettered(text) && utf8.RuneCountInString(text) <= longestAnnouncement &&
		!p.Hint.Fixed()
}

// longestAnnouncement is the longest such line in letters.
const longestAnnouncement = 50

// longestPlain is the longest heading in letters that nothing but its
// brevity gives away.
const longestPlain = 150

// captioned are the words that captions of tables and figures begin with.
const captioned = `(?i)^(?:table|figure|chart|box|map|tableau|graphique|encadré|cuadro|gráfico|recuadro|таблица|рисунок|الجدول|الشكل|表|图)\b[\s\x{a0}]*(?:[0-9IVX]+[0-9.IVX]*)?`

var (
	// caption matches the lines above and below tables and figures.
	caption = regexp.MustCompile(captioned + `[\s\x{a0}]*(?:[.:–—-].*)?$|` +
		`^(?:sources?|notes?|fuentes?|notas?|источник|المصدر)[\s\x{a0}]*:.*$|^\(.*\)$`)
	// bareCaption matches those that leave the title to the next line.
	bareCaption = regexp.MustCompile(captioned + `[\s\x{a0}.:–—-]*$`)
)

// captions tells whether the current passage is a caption, or the title of a
// table right below one.
func (b *builder) captions() bool {
	if caption.MatchString(b.passages[b.i].Text) {
		return true
	}
	prev := b.previous(b.i)
	return prev >= 0 && bareCaption.MatchString(b.passages[prev].Text)
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
func (b *builder) looksLikeHeading(p manuscript.Passage) bool {
	if announces(p) && b.next(b.i) < len(b.passages) {
		return true
	}
	limit := longestPlain
	switch {
	case p.All(briefing.Bold), p.All(briefing.Italic):
		limit = longestHeading
	case b.hinted && sentence.Shouted(p.Text) && len(p.Text) > 3:
	case b.hinted:
		return false
	}
	if b.captions() || !lettered(p.Text) || cites(p.Text) || columnHead(p.Text) || b.inLetteredList() || b.speaksAlone(p.Text) {
		return false
	}
	if !titled(p.Text) || utf8.RuneCountInString(p.Text) > limit || b.preamble {
		return false
	}
	next := b.next(b.i)
	if next >= len(b.passages) || isAnnex(b.passages[next]) || len(briefing.PrintedDates(p.Text)) > 0 && utf8.RuneCountInString(p.Text) < 40 {
		return false
	}
	if follower := b.passages[next]; !b.signs[next].Marks() && !sentence.Capitalized(follower.Text) {
		return false
	}
	prev := b.previous(b.i)
	return prev < 0 || provision.MatchString(p.Text) || !strings.HasSuffix(strings.TrimSpace(b.passages[prev].Text), ":")
}

// heading adds a heading at its depth: the depth the source gives, or the
// place of its form among the forms of the headings above it.
func (b *builder) heading(p manuscript.Passage, s sign.Sign, depth int) bool {
	s = b.settleCapital(s)
	look := headingLook(p, s)
	if depth == 0 {
		depth = len(b.headings) + 1
		for i, l := range b.headings {
			if l.form == s.Form && l.style == look {
				depth = i + 1
				break
			}
		}
	}
	b.headings = b.headings[:min(depth-1, len(b.headings))]
	parent := b.section()
	block := b.add(briefing.KindHeading, s.Label, p.After(s.End))
	block.Level, block.Parent = depth, parent
	b.headings = append(b.headings, level{form: s.Form, style: look, n: s.N, block: block.ID})
	b.front, b.paragraph, b.lists, b.broken, b.agenda.item = false, "", nil, nil, ""
	if agendaTitle.MatchString(strings.TrimSpace(block.Text)) && b.nextNumber(sign.Sign{Form: sign.Number, Style: "."}) == 1 {
		b.agenda = agenda{open: true}
	}
	return true
}

// headingLook sets headings apart that have no number: capitals, bold,
// italic. Numbered ones are set apart by their form alone.
func headingLook(p manuscript.Passage, s sign.Sign) string {
	switch {
	case s.Form != sign.None:
		return ""
	case sentence.Shouted(p.Text):
		return "capitals"
	case p.All(briefing.Bold | briefing.Italic):
		return "bold italic"
	case p.All(briefing.Bold):
		return "bold"
	case p.All(briefing.Italic):
		return "italic"
	}
	return "plain"
}

// settleCapital decides whether "C." or "I." is a letter or a Roman number: by
// the heading of the same kind before it.
func (b *builder) settleCapital(s sign.Sign) sign.Sign {
	if s.Form != sign.UpperRoman || utf8.RuneCountInString(s.Label) != 1 {
		return s
	}
	letter := int(s.Label[0]-'A') + 1
	for _, l := range slices.Backward(b.headings) {
		switch {
		case l.form == sign.UpperRoman && l.n == s.N-1:
			return s
		case l.form == sign.Capital && l.n == letter-1:
			s.Form, s.N = sign.Capital, letter
			return s
		}
	}
	if s.N != 1 {
		s.Form, s.N = sign.Capital, letter
	}
	return s
}
