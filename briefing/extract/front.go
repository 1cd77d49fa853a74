package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// placeFront makes masthead blocks of everything before the body of a part.
func (b *builder) placeFront(p passage, s sign) bool {
	if !b.front || b.i >= b.bodyAt {
		b.front = false
		return false
	}
	if s.form == formBullet && p.hint == hintBullet {
		return false
	}
	b.fronts[b.part] = append(b.fronts[b.part], p)
	b.add(briefing.KindMasthead, "", p.rich)
	if agendaTitle.MatchString(strings.TrimSpace(p.text)) {
		b.agenda.open = true
	}
	return true
}

// findBody is the index of the passage with which the body of a part begins:
// paragraph 1, a numbered heading, the opening words of a resolution, the
// first prose, or the first day, time or item of an agenda.
func (b *builder) findBody(from int) int {
	here := b.i
	defer func() { b.i = here }()
	for b.i = from; b.i < len(b.passages); b.i++ {
		p, s := b.passages[b.i], b.signs[b.i]
		if p.hint == hintFurniture || p.hint == hintNote {
			continue
		}
		if b.startsBody(p, s, b.i > from) {
			return b.i
		}
	}
	return len(b.passages)
}

func (b *builder) startsBody(p passage, s sign, behindTitle bool) bool {
	switch s.form {
	case formNumber, formDotted:
		return b.begins(s)
	case formUpperRoman, formCapital:
		return s.n == 1 && titled(p.text[s.end:])
	case formItem, formPoint:
		return true
	case formBullet, formLetter, formRoman:
		return behindTitle
	case formNote, formStar:
		return false // of a title line
	case formNone, formRule:
	}
	switch {
	case p.hint == hintTitle:
		return false
	case isAnnex(p), p.hint == hintTable, p.hint == hintQuote:
		return true
	case p.hint == hintHeading:
		return b.opensBody(p)
	}
	return introduces(p.text) || b.opensResolution() || b.opensAgenda() || prose(p.text)
}

// opensBody tells a heading from a title line that only looks like one: a
// title stands above it, or a numbered paragraph below.
func (b *builder) opensBody(p passage) bool {
	if introduces(p.text) {
		return true
	}
	for _, q := range b.passages[:b.i] {
		if q.hint == hintTitle && q.level == 1 {
			return true
		}
	}
	next := b.next(b.i)
	return next < len(b.passages) && b.signs[next].form == formNumber && prose(b.passages[next].text)
}

// introduction matches headings that begin a body and are no titles.
var introduction = regexp.MustCompile(`(?i)^(?:introduction|introductory remarks|background|context|summary|executive summary|overview|purpose|mandate|foreword|preface|` +
	`contexte|généralités|résumé|historique|objet|avant-propos|mandat|` +
	`introducción|antecedentes|resumen|contexto|objeto|panorama general|` +
	`введение|предисловие|резюме|общие сведения|справочная информация|` +
	`مقدمة|موجز|معلومات أساسية|خلفية|导言|摘要|背景|引言|概述)[.:]?$`)

func introduces(text string) bool { return introduction.MatchString(strings.TrimSpace(text)) }

// shortestProse is how many letters a passage has that is no title any more.
const shortestProse = 120

// prose tells a sentence from the lines of a masthead.
func prose(text string) bool {
	n := utf8.RuneCountInString(text)
	if wideText(text) {
		n *= 3
	}
	return n >= shortestProse && endsSentence(text) || n >= 3*shortestProse
}

func wideText(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return wide(r)
}
