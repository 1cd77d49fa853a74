package word

import (
	"strings"

	"placard/briefing/extract/sign"
)

// docxNumbers computes the automatic numbers of a Word document. Counters
// belong to the abstract numbering that several lists may share.
type docxNumbers struct {
	abstracts map[int]*docxAbstract
	lists     map[int]*docxList
	used      map[[2]int]bool // list and level, once a number was given
}

const docxLevels = 9

type docxAbstract struct {
	levels     [docxLevels]docxLevel
	counts     [docxLevels]int
	started    [docxLevels]bool
	link, base string // numStyleLink, styleLink
}

type docxLevel struct {
	start   int // a missing start is 0
	format  string
	text    string // "%1.%2"
	legal   bool
	restart int // -1 where not said
}

type docxList struct {
	abstract  int
	overrides [docxLevels]*int
	levels    [docxLevels]*docxLevel
}

func readNumbering(root *node, styles map[string]*docxStyle) *docxNumbers {
	d := &docxNumbers{abstracts: map[int]*docxAbstract{}, lists: map[int]*docxList{}, used: map[[2]int]bool{}}
	if root == nil {
		return d
	}
	for _, n := range root.kids {
		switch n.name {
		case "abstractNum":
			d.abstracts[n.number("abstractNumId")] = readAbstract(n)
		case "num":
			d.lists[n.number("numId")] = readList(n)
		}
	}
	d.resolveLinks(styles)
	return d
}

func readAbstract(n *node) *docxAbstract {
	a := &docxAbstract{link: n.child("numStyleLink").val(), base: n.child("styleLink").val()}
	for i := range a.levels {
		a.levels[i].restart = -1
	}
	for _, k := range n.kids {
		if i := k.number("ilvl"); k.name == "lvl" && i >= 0 && i < docxLevels {
			a.levels[i] = readLevel(k)
		}
	}
	return a
}

func readLevel(n *node) docxLevel {
	l := docxLevel{start: n.child("start").number("val"), format: n.child("numFmt").val(), text: n.child("lvlText").val(), restart: -1}
	if l.format == "" {
		l.format = "decimal"
	}
	if r := n.child("lvlRestart"); r != nil {
		l.restart = r.number("val")
	}
	l.legal, _ = n.child("isLgl").on()
	return l
}

func readList(n *node) *docxList {
	l := &docxList{abstract: n.child("abstractNumId").number("val")}
	for _, k := range n.kids {
		i := k.number("ilvl")
		if k.name != "lvlOverride" || i < 0 || i >= docxLevels {
			continue
		}
		if s := k.child("startOverride"); s != nil {
			start := s.number("val")
			l.overrides[i] = &start
		}
		if own := k.child("lvl"); own != nil {
			level := readLevel(own)
			l.levels[i] = &level
		}
	}
	return l
}

// resolveLinks gives a numbering that only points to a style the levels of
// the numbering that defines it.
func (d *docxNumbers) resolveLinks(styles map[string]*docxStyle) {
	for _, a := range d.abstracts {
		if a.link == "" {
			continue
		}
		for _, b := range d.abstracts {
			if b.base == a.link {
				a.levels = b.levels
			}
		}
		if s := styles[a.link]; s != nil && d.lists[s.numID] != nil {
			if b := d.abstracts[d.lists[s.numID].abstract]; b != nil && b != a {
				a.levels = b.levels
			}
		}
	}
}

// next gives the number of the next paragraph of a list at a level, and
// whether it is a bullet. Empty for a list that numbers nothing.
func (d *docxNumbers) next(list, level int) (label string, bullet bool) {
	l := d.lists[list]
	if l == nil || level < 0 || level >= docxLevels || d.abstracts[l.abstract] == nil {
		return "", false
	}
	a := d.abstracts[l.abstract]
	d.count(a, l, list, level)
	switch own := l.at(a, level); {
	case own.format == "bullet":
		return "•", true
	case own.format == "none" && !strings.Contains(own.text, "%"):
		return strings.TrimSpace(own.text), false
	default:
		return l.render(a, own), false
	}
}

func (l *docxList) at(a *docxAbstract, level int) *docxLevel {
	if l.levels[level] != nil {
		return l.levels[level]
	}
	return &a.levels[level]
}

// count moves the counter of the level on. A start that a list overrides
// counts once, and lapses when a deeper level was used before.
func (d *docxNumbers) count(a *docxAbstract, l *docxList, list, level int) {
	if !d.used[[2]int{list, level}] {
		if o := l.overrides[level]; o != nil {
			a.counts[level], a.started[level] = *o-1, true
		}
		for i := 0; i <= level; i++ {
			d.used[[2]int{list, i}] = true
		}
	}
	if a.started[level] {
		a.counts[level]++
	} else {
		a.counts[level], a.started[level] = l.at(a, level).start, true
	}
	for i := range level {
		if !a.started[i] {
			a.counts[i], a.started[i] = l.at(a, i).start, true
		}
	}
	for i := level + 1; i < docxLevels; i++ {
		if r := l.at(a, i).restart; r < 0 || r > level {
			a.started[i] = false
		}
	}
}

// render fills the counters into the level's text.
func (l *docxList) render(a *docxAbstract, own *docxLevel) string {
	var b strings.Builder
	for i := 0; i < len(own.text); i++ {
		if own.text[i] == '%' && i+1 < len(own.text) && own.text[i+1] >= '1' && own.text[i+1] <= '9' {
			i++
			at := int(own.text[i] - '1')
			format := l.at(a, at).format
			if own.legal {
				format = "decimal"
			}
			b.WriteString(sign.FormatNumber(a.counts[at], format))
			continue
		}
		b.WriteByte(own.text[i])
	}
	return b.String()
}
