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

// draftLine says that a text put forward for adoption follows, under a title
// of its own.
var draftLine = regexp.MustCompile(`(?i)^(?:revised )?draft (?:resolution|decision)s?\b.{0,20}\b(?:submitted|recommended|proposed|prepared)\b|` +
	`^projet de (?:résolution|décision)\b.{0,20}\b(?:présenté|soumis|proposé|recommandé)|` +
	`^proyecto de (?:resolución|decisión)\b.{0,20}\b(?:presentad|recomendad|propuest)`)

// titlesDraft tells the title of a draft: between the line that says what it is
// and the organ that speaks in it. It heads the text as well.
func (b *builder) titlesDraft(p manuscript.Passage) bool {
	prev, next := b.previous(b.i), b.next(b.i)
	if prev < 0 || next >= len(b.passages) || p.Hint.Fixed() || !draftLine.MatchString(b.passages[prev].Text) {
		return false
	}
	below := b.passages[next].Text
	return article.MatchString(below) && sentence.Organ.MatchString(below) && utf8.RuneCountInString(below) < longestPlain
}

// titlesAgenda tells the second title of an annotated agenda, which heads the
// list of its items.
func (b *builder) titlesAgenda(p manuscript.Passage) bool {
	prev, next := b.previous(b.i), b.next(b.i)
	return prev >= 0 && next < len(b.passages) && !p.Hint.Fixed() && b.signs[next].Form == sign.Number && b.signs[next].N == 1 &&
		agendaTitle.MatchString(strings.TrimSpace(p.Text)) && agendaTitle.MatchString(strings.TrimSpace(b.passages[prev].Text))
}

// summaryTitle heads the summary on the cover of a document.
var summaryTitle = regexp.MustCompile(`(?i)^(?:summary|résumé|resumen|резюме|موجز|摘要)[.:*]?$`)

// placeSummary keeps the head of a summary on the cover out of the headings:
// it stands outside the numbered sections that come. Where another heading
// without a number follows, the document has such headings.
func (b *builder) placeSummary(p manuscript.Passage, s sign.Sign) bool {
	if s.Form != sign.None || len(b.headings) > 0 || b.numbers.form != sign.None || b.part != briefing.PartBody || !summaryTitle.MatchString(strings.TrimSpace(p.Text)) {
		return false
	}
	for i := b.i + 1; i < len(b.passages); i++ {
		if b.passages[i].Hint == manuscript.HintHeading && b.signs[i].Form == sign.None {
			return false
		}
		if f := b.signs[i].Form; f == sign.UpperRoman || f == sign.Capital || f == sign.Number {
			b.add(briefing.KindText, "", p.Rich)
			b.front = false
			return true
		}
	}
	return false
}
