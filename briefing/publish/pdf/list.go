package pdf

import (
	"strings"

	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
)

// listLevels is how deep lists go.
const listLevels = 4

// list is an open list: its element, its level and its last item's body.
type list struct {
	element *tagged.Element
	level   int
	item    *tagged.Element
}

// bullet sets a list item: with a bullet of ours, or with the mark it was
// printed with.
func (f *flow) bullet(b *briefing.PaperBlock) {
	level := min(max(b.Level, 1), listLevels)
	li := f.item(level, numbering(b.Title))
	li.Lang = f.foreign(b.Lang)
	st := f.look.body
	p := prose{
		style: st, after: st.leading * 0.22, inset: float64(level-1) * f.look.indent,
		label: [listLevels]string{"•", "•", "–", "·"}[level-1], labelKind: "Lbl", labelStyle: st, hang: f.look.indent,
	}
	p.labelStyle.ink = accentColour
	if b.Title != "" {
		p.label, p.labelStyle, p.hang = b.Title, st, f.look.hang*0.8
	}
	f.fill(b.Runs, b, p, li)
}

// numbering is what readers are told of a list whose item has a printed mark.
func numbering(mark string) string {
	mark = strings.Trim(mark, "(). ")
	switch {
	case mark == "":
		return "Disc"
	case strings.Trim(mark, "0123456789") == "":
		return "Decimal"
	case strings.Trim(mark, "ivx") == "":
		return "LowerRoman"
	case len(mark) == 1 && mark >= "a" && mark <= "z":
		return "LowerAlpha"
	}
	return "None" // another mark: read out as it is printed
}

// item opens the item of a level, and the lists around it.
func (f *flow) item(level int, numbering string) *tagged.Element {
	for len(f.lists) > 0 && f.lists[len(f.lists)-1].level > level {
		f.lists = f.lists[:len(f.lists)-1]
	}
	if n := len(f.lists); n == 0 || f.lists[n-1].level < level {
		parent := f.root
		if n > 0 {
			parent = f.lists[n-1].item
		}
		made := parent.Child("L")
		made.Numbering = numbering
		f.lists = append(f.lists, &list{element: made, level: level})
	}
	open := f.lists[len(f.lists)-1]
	open.item = open.element.Child("LI")
	return open.item
}
