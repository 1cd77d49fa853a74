package extract

import (
	"slices"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// placeSubparagraph makes a lettered or numbered part of a paragraph. Its mark
// must follow the one before it on its level, or begin a level.
func (b *builder) placeSubparagraph(p manuscript.Passage, s sign.Sign) bool {
	switch s.Form {
	case sign.Letter, sign.Roman, sign.Point, sign.Number:
	case sign.Capital, sign.UpperRoman:
		if s = capitalLetter(s); !b.letteredList(s) {
			return false
		}
	case sign.None, sign.Dotted, sign.Bullet, sign.Item, sign.Note, sign.Star, sign.Rule:
		return false
	}
	if len(b.blocks) == 0 || b.owner() == "" {
		return false
	}
	s, depth, ok := b.listLevel(s)
	if !ok {
		return false
	}
	b.listed(briefing.KindSubparagraph, s, depth, p)
	return true
}

// listLevel finds the level a mark belongs to, and settles what (i), (v) and
// the like are: the ninth letter behind (h), a Roman one below a letter.
func (b *builder) listLevel(s sign.Sign) (settled sign.Sign, depth int, ok bool) {
	romanPlace := 0
	if s.Form == sign.Letter || s.Form == sign.Roman {
		romanPlace = sign.RomanNumber(s.Label)
	}
	for k, lists := range [][]level{b.lists, b.broken} {
		for i, l := range slices.Backward(lists) {
			switch {
			case l.style != s.Style, k > 0 && romanPlace == 1:
				continue // a broken list of letters does not go on with "(i)"
			case l.form == sign.Roman && romanPlace == l.n+1:
				s.Form, s.N = sign.Roman, romanPlace
			case l.form != s.Form || s.N != l.n+1:
				continue
			}
			b.lists = lists
			return s, i, true
		}
	}
	switch {
	case romanPlace == 1:
		s.Form, s.N = sign.Roman, 1
	case s.N != 1:
		return s, 0, false
	}
	return s, len(b.lists), true
}

// placeBullet makes a bullet. Its depth is what the source says or what its
// indent says against the bullets above.
func (b *builder) placeBullet(p manuscript.Passage, s sign.Sign) bool {
	if s.Form != sign.Bullet && s.Form != sign.Star && p.Hint != manuscript.HintBullet {
		return false
	}
	if s.Form != sign.Bullet && s.Form != sign.Star {
		s = sign.Sign{Form: sign.Bullet}
	}
	if s.Form == sign.Star && s.N > 1 {
		return false
	}
	s.Form, s.Label = sign.Bullet, ""
	b.listed(briefing.KindBullet, s, b.bulletLevel(p), p)
	return true
}

// deeper is how many columns further right a bullet of the next depth stands;
// one stray blank is none.
const deeper = 2

func (b *builder) bulletLevel(p manuscript.Passage) int {
	first := 0
	for first < len(b.lists) && b.lists[first].form != sign.Bullet {
		first++ // bullets belong to the sub-paragraph above them
	}
	if p.Hint == manuscript.HintBullet {
		return first + p.Level
	}
	for i := len(b.lists) - 1; i >= first; i-- {
		if p.Indent >= b.lists[i].indent+deeper {
			return i + 1
		}
		if p.Indent > b.lists[i].indent-deeper {
			return i
		}
	}
	return first
}

// listed adds a member of a list at a depth, below the member above it.
func (b *builder) listed(kind briefing.Kind, s sign.Sign, depth int, p manuscript.Passage) {
	depth = min(depth, len(b.lists))
	parent := b.owner()
	if depth > 0 {
		parent = b.lists[depth-1].block
	}
	indent := p.Indent
	if depth < len(b.lists) {
		indent = b.lists[depth].indent
	}
	block := b.add(kind, s.Label, p.After(s.End))
	block.Level, block.Parent = depth, parent
	b.lists = append(b.lists[:depth], level{form: s.Form, style: s.Style, n: s.N, indent: indent, block: block.ID})
	b.front = false
}

// owner is the block that lists and continuations belong to: the paragraph
// that runs, else the item of the agenda, else the text just before.
func (b *builder) owner() string {
	if b.paragraph != "" {
		return b.paragraph
	}
	if b.agenda.item != "" {
		return b.agenda.item
	}
	for _, block := range slices.Backward(b.blocks) {
		switch block.Kind {
		case briefing.KindText, briefing.KindHeading, briefing.KindAgendaSlot, briefing.KindPreamble:
			return block.ID
		case briefing.KindMasthead, briefing.KindParagraph, briefing.KindSubparagraph, briefing.KindBullet,
			briefing.KindContinuation, briefing.KindQuotation, briefing.KindFootnote, briefing.KindAgendaDay,
			briefing.KindAgendaItem, briefing.KindTable, briefing.KindAnnex, briefing.KindFurniture:
		}
	}
	return ""
}

// placeTorn gives a line back to the block it was wrapped out of: its mark
// does not follow, and nothing parts it from the line before.
func (b *builder) placeTorn(p manuscript.Passage, s sign.Sign) bool {
	if !p.Glued || !s.Marks() || s.Form == sign.Bullet || len(b.blocks) == 0 {
		return false
	}
	last := b.last()
	if last.Kind == briefing.KindHeading || last.Kind == briefing.KindFurniture || utf8.RuneCountInString(last.Text) < 20 || len(last.Text) > manuscript.LongestPassage {
		return false
	}
	whole := manuscript.Rich{Text: last.Text, Runs: last.Runs}.Join(seam(last.Text, p.Text), p.Rich)
	last.Text, last.Runs = whole.Text, whole.Runs
	return true
}
