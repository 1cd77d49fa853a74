package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// placeFront makes masthead blocks of everything before the body of a part.
func (b *builder) placeFront(p manuscript.Passage, s sign.Sign) bool {
	if !b.front || b.i >= b.bodyAt {
		b.front = false
		return false
	}
	if s.Form == sign.Bullet && p.Hint == manuscript.HintBullet {
		return false
	}
	if b.titlesAgenda(p) {
		return b.heading(p, sign.Sign{}, 1)
	}
	b.fronts[b.part] = append(b.fronts[b.part], p)
	if b.titlesDraft(p) {
		return b.heading(p, sign.Sign{}, 1)
	}
	b.add(briefing.KindMasthead, "", p.Rich)
	if agendaTitle.MatchString(strings.TrimSpace(p.Text)) {
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
		if p.Hint == manuscript.HintFurniture || p.Hint == manuscript.HintNote {
			continue
		}
		if b.startsBody(p, s, b.i > from) {
			return b.i
		}
	}
	return len(b.passages)
}

func (b *builder) startsBody(p manuscript.Passage, s sign.Sign, behindTitle bool) bool {
	switch s.Form {
	case sign.Number, sign.Dotted:
		return b.begins(s)
	case sign.UpperRoman, sign.Capital:
		return s.N == 1 && titled(p.Text[s.End:])
	case sign.Item, sign.Point:
		return true
	case sign.Bullet, sign.Letter, sign.Roman:
		return behindTitle
	case sign.Note, sign.Star:
		return false // of a title line
	case sign.None, sign.Rule:
	}
	switch {
	case p.Hint == manuscript.HintTitle:
		return false
	case isAnnex(p), p.Hint == manuscript.HintTable, p.Hint == manuscript.HintQuote:
		return true
	case p.Hint == manuscript.HintHeading:
		return b.opensBody(p)
	}
	return sentence.Introduces(p.Text) || behindTitle && b.announcesNumbers(p) || b.opensResolution() || b.opensAgenda() || b.listsDays() || sentence.Prose(p.Text) || b.plain && speaks(p.Text)
}

// announcesNumbers tells whether words in capitals and a colon stand right
// above a first number.
func (b *builder) announcesNumbers(p manuscript.Passage) bool {
	next := b.next(b.i)
	return announces(p) && next < len(b.passages) && b.signs[next].Form == sign.Number && b.signs[next].N == 1
}

// numberless tells whether no passage carries a number, an item or a letter
// that could begin a body.
func numberless(signs []sign.Sign) bool {
	return !slices.ContainsFunc(signs, func(s sign.Sign) bool {
		switch s.Form {
		case sign.Number, sign.Dotted, sign.Point, sign.UpperRoman, sign.Capital, sign.Item:
			return true
		case sign.None, sign.Letter, sign.Roman, sign.Bullet, sign.Note, sign.Star, sign.Rule:
		}
		return false
	})
}

// speaks tells a sentence or a salutation from the lines of a masthead, which
// name and date. Only where no number says where the body begins.
func speaks(text string) bool {
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?,。！？،؟", last) && strings.ContainsAny(text, " \u00a0") &&
		len(briefing.PrintedDates(text)) == 0 && !distrLine.MatchString(text) && symbolOf(text) == ""
}

// opensBody tells a heading from a title line that only looks like one: a
// title stands above it, or a numbered paragraph below.
func (b *builder) opensBody(p manuscript.Passage) bool {
	if sentence.Introduces(p.Text) {
		return true
	}
	if strings.HasSuffix(strings.TrimSpace(p.Text), "*") || subjectLine.MatchString(p.Text) {
		return false // titles carry the notes on the document
	}
	for _, q := range b.passages[:b.i] {
		if q.Hint == manuscript.HintTitle && q.Level == 1 {
			return true
		}
	}
	next := b.next(b.i)
	return next < len(b.passages) && b.signs[next].Form == sign.Number && sentence.Prose(b.passages[next].Text)
}
