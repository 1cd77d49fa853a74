package briefing

import (
	"strconv"
	"strings"
)

// Label is how people name a place in a note: "[part:]label[#n]". "12" is
// paragraph 12, "12#2" its second bullet or sub-paragraph, "annex1:3"
// paragraph 3 of the first annex, "item:2" agenda item 2.
type Label struct {
	Part  string // "" means the body; "item" an agenda item
	Label string
	Nth   int // 0 for the block itself
}

// PartItem in a Label asks for an agenda item.
const PartItem = "item"

// ParseLabel reads a Label; ErrInvalid where there is none.
func ParseLabel(s string) (Label, error) {
	var l Label
	rest := strings.TrimSpace(s)
	if part, after, ok := strings.Cut(rest, ":"); ok {
		l.Part, rest = strings.ToLower(part), after
	}
	if before, nth, ok := strings.Cut(rest, "#"); ok {
		n, err := strconv.Atoi(nth)
		if err != nil || n < 1 {
			return Label{}, ErrInvalid.Because(nil, "Value", s)
		}
		l.Nth, rest = n, before
	}
	l.Label = strings.Trim(rest, " .()")
	if l.Label == "" {
		return Label{}, ErrInvalid.Because(nil, "Value", s)
	}
	return l, nil
}

// String writes the label as ParseLabel reads it.
func (l Label) String() string {
	s := l.Label
	if l.Part != "" && l.Part != PartBody {
		s = l.Part + ":" + s
	}
	if l.Nth > 0 {
		s += "#" + strconv.Itoa(l.Nth)
	}
	return s
}

// Find gives the block a label names; ErrNotFound where there is none.
func (t *Text) Find(l Label) (*Block, error) {
	for i := range t.Blocks {
		b := &t.Blocks[i]
		if !l.names(b) {
			continue
		}
		if l.Nth == 0 {
			return b, nil
		}
		if kids := t.listed(b.ID); l.Nth <= len(kids) {
			return kids[l.Nth-1], nil
		}
	}
	return nil, ErrNotFound.Because(nil, "Value", l.String())
}

func (l Label) names(b *Block) bool {
	if !strings.EqualFold(b.Label, l.Label) {
		return false
	}
	if l.Part == PartItem {
		return b.Kind == KindAgendaItem
	}
	part := l.Part
	if part == "" {
		part = PartBody
	}
	return b.Kind == KindParagraph && b.Part == part
}

// listed are the children that count for "#n".
func (t *Text) listed(id string) []*Block {
	var out []*Block
	for _, b := range t.Children(id) {
		if b.Kind == KindBullet || b.Kind == KindSubparagraph {
			out = append(out, b)
		}
	}
	return out
}

// LabelOf names a block as people do: its own label, or its parent's with "#n".
func (t *Text) LabelOf(b *Block) Label {
	if b.Kind == KindAgendaItem {
		return Label{Part: PartItem, Label: b.Label}
	}
	if b.Kind == KindParagraph {
		return Label{Part: b.Part, Label: b.Label}
	}
	parent := t.Block(b.Parent)
	if parent == nil || parent.Kind != KindParagraph {
		return Label{Part: b.Part, Label: b.Label}
	}
	l := Label{Part: parent.Part, Label: parent.Label}
	for i, kid := range t.listed(parent.ID) {
		if kid.ID == b.ID {
			l.Nth = i + 1
		}
	}
	return l
}
