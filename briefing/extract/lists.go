package extract

import (
	"slices"
	"unicode/utf8"

	"placard/briefing"
)

// placeSubparagraph makes a lettered or numbered part of a paragraph. Its mark
// must follow the one before it on its level, or begin a level.
func (b *builder) placeSubparagraph(p passage, s sign) bool {
	switch s.form {
	case formLetter, formRoman, formPoint, formNumber:
	case formNone, formDotted, formUpperRoman, formCapital, formBullet, formItem, formNote, formStar, formRule:
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
func (b *builder) listLevel(s sign) (settled sign, depth int, ok bool) {
	romanPlace := 0
	if s.form == formLetter || s.form == formRoman {
		romanPlace = romanNumber(s.label)
	}
	for i, l := range slices.Backward(b.lists) {
		switch {
		case l.style != s.style:
		case l.form == formRoman && romanPlace == l.n+1:
			s.form, s.n = formRoman, romanPlace
			return s, i, true
		case l.form == s.form && s.n == l.n+1:
			return s, i, true
		}
	}
	switch {
	case romanPlace == 1:
		s.form, s.n = formRoman, 1
	case s.n != 1:
		return s, 0, false
	}
	return s, len(b.lists), true
}

// placeBullet makes a bullet. Its depth is what the source says or what its
// indent says against the bullets above.
func (b *builder) placeBullet(p passage, s sign) bool {
	if s.form != formBullet && s.form != formStar && p.hint != hintBullet {
		return false
	}
	if s.form != formBullet && s.form != formStar {
		s = sign{form: formBullet}
	}
	if s.form == formStar && s.n > 1 {
		return false
	}
	s.form, s.label = formBullet, ""
	b.listed(briefing.KindBullet, s, b.bulletLevel(p), p)
	return true
}

// deeper is how many columns further right a bullet of the next depth stands;
// one stray blank is none.
const deeper = 2

func (b *builder) bulletLevel(p passage) int {
	first := 0
	for first < len(b.lists) && b.lists[first].form != formBullet {
		first++ // bullets belong to the sub-paragraph above them
	}
	if p.hint == hintBullet {
		return first + p.level
	}
	for i := len(b.lists) - 1; i >= first; i-- {
		if p.indent >= b.lists[i].indent+deeper {
			return i + 1
		}
		if p.indent > b.lists[i].indent-deeper {
			return i
		}
	}
	return first
}

// listed adds a member of a list at a depth, below the member above it.
func (b *builder) listed(kind briefing.Kind, s sign, depth int, p passage) {
	depth = min(depth, len(b.lists))
	parent := b.owner()
	if depth > 0 {
		parent = b.lists[depth-1].block
	}
	indent := p.indent
	if depth < len(b.lists) {
		indent = b.lists[depth].indent
	}
	block := b.add(kind, s.label, p.after(s.end))
	block.Level, block.Parent = depth, parent
	b.lists = append(b.lists[:depth], level{form: s.form, style: s.style, n: s.n, indent: indent, block: block.ID})
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
func (b *builder) placeTorn(p passage, s sign) bool {
	if !p.glued || !s.marks() || s.form == formBullet || len(b.blocks) == 0 {
		return false
	}
	last := b.last()
	if last.Kind == briefing.KindHeading || last.Kind == briefing.KindFurniture || utf8.RuneCountInString(last.Text) < 20 || len(last.Text) > longestPassage {
		return false
	}
	whole := rich{text: last.Text, runs: last.Runs}.join(seam(last.Text, p.text), p.rich)
	last.Text, last.Runs = whole.text, whole.runs
	return true
}
