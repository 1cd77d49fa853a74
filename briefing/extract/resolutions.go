package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// opensResolution tells whether the current passage is the words a resolution
// opens with: an organ's name and a comma, before paragraphs that end the same
// way.
func (b *builder) opensResolution() bool {
	text := b.passages[b.i].Text
	if b.speaksAlone(text) {
		return true
	}
	if !sentence.EndsWithComma(text) || utf8.RuneCountInString(text) > 150 || !sentence.Organ.MatchString(text) || !sentence.Capitalized(text) {
		return false
	}
	next := b.next(b.i)
	return next < len(b.passages) && endsClause(b.passages[next].Text)
}

// speaksAlone tells the organ's name without a comma, right above the first
// paragraph of its decision.
func (b *builder) speaksAlone(text string) bool {
	next := b.next(b.i)
	return next < len(b.passages) && b.signs[next].Form == sign.Number && b.signs[next].N == 1 && utf8.RuneCountInString(text) < longestDay &&
		article.MatchString(text) && sentence.Organ.MatchString(text) && !sentence.Ends(text) && sentence.Capitalized(b.passages[next].Text[b.signs[next].End:])
}

// agreed matches the words with which the preamble of a treaty ends.
var agreed = regexp.MustCompile(`(?i)^(?:have|has) agreed as follows|^(?:agree|hereby agree|decide|declare)s? as follows|^sont convenu[es]* (?:de )?ce qui suit|^(?:han|ha) (?:convenido|acordado) (?:en )?lo siguiente|^(?:согласились|договорились) о нижеследующем`)

func endsClause(text string) bool {
	return sentence.EndsWithComma(text) || sentence.EndsWithSemicolon(text)
}

var article = regexp.MustCompile(`(?i)^(?:the |le |la |les |l['’]|el |los |las |إن )`)

// placeOpener makes text of the opening words; what follows up to paragraph 1
// is the preamble.
func (b *builder) placeOpener(p manuscript.Passage, s sign.Sign) bool {
	if b.preamble && s.Form == sign.None && agreed.MatchString(strings.TrimSpace(p.Text)) {
		b.preamble = false
		return b.placeText(p, s)
	}
	if b.preamble && s.Form == sign.None {
		b.add(briefing.KindPreamble, "", p.Rich).Parent = b.section()
		return true
	}
	if s.Form != sign.None || !b.opensResolution() {
		return false
	}
	b.preamble, b.paragraph, b.lists = true, "", nil
	if b.opener == "" {
		b.opener = strings.TrimSpace(article.ReplaceAllString(strings.TrimRight(p.Text, ",،， "), ""))
	}
	b.add(briefing.KindText, "", p.Rich).Parent = b.section()
	return true
}
