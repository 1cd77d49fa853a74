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
	if !sentence.EndsWithComma(text) || utf8.RuneCountInString(text) > 150 || !sentence.Organ.MatchString(text) || !sentence.Capitalized(text) {
		return false
	}
	next := b.next(b.i)
	return next < len(b.passages) && endsClause(b.passages[next].Text)
}

func endsClause(text string) bool {
	return sentence.EndsWithComma(text) || sentence.EndsWithSemicolon(text)
}

var article = regexp.MustCompile(`(?i)^(?:the |le |la |les |l['’]|el |los |las |إن )`)

// placeOpener makes text of the opening words; what follows up to paragraph 1
// is the preamble.
func (b *builder) placeOpener(p manuscript.Passage, s sign.Sign) bool {
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
