package extract

import (
	"regexp"
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// annexTitle is a passage that opens an annex: the word alone, with its
// number, or with its number and a title.
var annexTitle = regexp.MustCompile(`(?i)^(?:annex|annexe|anexo|appendix|appendice|apéndice|attachment|pièce jointe|adjunto|enclosure|приложение|المرفق|附件|附录)` +
	`(?:[\s\x{a0}]*([IVXLC]{1,6}|[0-9]{1,3}|[A-Z]|[一二三四五六七八九十]{1,3}|الأول|الثاني|الثالث))?[\s\x{a0}]*(?:[:.–—-][\s\x{a0}]*(\S.*))?$`)

func isAnnex(p manuscript.Passage) bool {
	return (p.Hint == manuscript.HintNone || p.Hint == manuscript.HintHeading) && p.Label == "" && openAnnex(p.Text) != nil
}

// openAnnex gives the annex's number and title; nil where none opens.
func openAnnex(text string) []string {
	m := annexTitle.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || !sentence.Capitalized(text) || m[2] != "" && !titled(m[2]) {
		return nil
	}
	return m
}

// opensAgain tells an annex of the same name, as collections of reports have
// them, from a running head: a title or a first number stands below it.
func (b *builder) opensAgain() bool {
	next := b.next(b.i)
	if next >= len(b.passages) {
		return false
	}
	p, s := b.passages[next], b.signs[next]
	return s.Form == sign.None && titled(p.Text) && p.Page == b.passages[b.i].Page && (p.Hint == manuscript.HintHeading || sentence.Shouted(p.Text) || agendaTitle.MatchString(strings.TrimSpace(p.Text)))
}

// placeAnnex opens a part. The same heading again is a running head.
func (b *builder) placeAnnex(p manuscript.Passage, _ sign.Sign) bool {
	if !isAnnex(p) || len(b.blocks) == 0 {
		return false
	}
	if n := len(b.annexes); n > 0 && strings.EqualFold(b.annexes[n-1], p.Text) && !b.opensAgain() {
		b.add(briefing.KindFurniture, "", p.Rich)
		return true
	}
	b.annex++
	b.annexes = append(b.annexes, p.Text)
	b.part = "annex" + strconv.Itoa(b.annex)
	b.add(briefing.KindAnnex, openAnnex(p.Text)[1], p.Rich)
	b.enter(b.i + 1)
	return true
}
