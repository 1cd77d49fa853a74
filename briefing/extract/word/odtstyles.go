package word

import (
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/sign"
)

// odtStyle is what a style says of its text.
type odtStyle struct {
	named  docxStyle // name, heading and title are known by the same names
	parent string
	list   string
}

// odtList is a list style: what its levels print.
type odtList struct{ levels [odtLevels]odtLevel }

const odtLevels = 10

type odtLevel struct {
	bullet         bool
	format         string // "1", "a", "i"
	prefix, suffix string
	start, shown   int // shown is how many levels the number is made of
}

// readODTStyles collects the styles of both parts, nearest last.
func (d *odt) readODTStyles(roots ...*node) {
	d.styles, d.lists = map[string]*odtStyle{}, map[string]*odtList{}
	for _, root := range roots {
		for _, kind := range []string{"styles", "automatic-styles"} {
			group := root.child(kind)
			if group == nil {
				continue
			}
			for _, n := range group.kids {
				switch n.name {
				case "style":
					d.styles[n.attr("name")] = readODTStyle(n)
				case "list-style":
					d.lists[n.attr("name")] = readODTList(n)
				}
			}
		}
	}
	for _, s := range d.styles {
		d.inherit(s)
	}
}

func readODTStyle(n *node) *odtStyle {
	s := &odtStyle{parent: n.attr("parent-style-name"), list: n.attr("list-style-name")}
	s.named.name = strings.ToLower(n.attr("display-name"))
	if s.named.name == "" {
		s.named.name = strings.ToLower(strings.ReplaceAll(n.attr("name"), "_20_", " "))
	}
	s.named.outline = n.number("default-outline-level")
	text := n.child("text-properties")
	say := func(style briefing.Style, attribute string, on func(string) bool) {
		if v := text.attr(attribute); v != "" {
			s.named.look.set |= style
			if on(v) {
				s.named.look.style |= style
			}
		}
	}
	say(briefing.Bold, "font-weight", func(v string) bool { return v == "bold" || v >= "600" && v <= "900" && len(v) == 3 })
	say(briefing.Italic, "font-style", func(v string) bool { return v == "italic" || v == "oblique" })
	say(briefing.Underline, "text-underline-style", func(v string) bool { return v != "none" })
	say(briefing.Strike, "text-line-through-style", func(v string) bool { return v != "none" })
	say(briefing.Superscript, "text-position", func(v string) bool { return strings.HasPrefix(v, "super") || v[0] >= '1' && v[0] <= '9' })
	s.named.look.hidden = text.attr("display") == "none"
	return s
}

// inherit fills in from the parents. An automatic style has its parent's name
// for all that names tell.
func (d *odt) inherit(s *odtStyle) {
	parent := d.styles[s.parent]
	for depth := 0; parent != nil && depth < 20; depth++ {
		s.named.look = parent.named.look.under(s.named.look)
		if s.list == "" {
			s.list = parent.list
		}
		if s.named.outline == 0 {
			s.named.outline = parent.named.outline
		}
		if s.named.heading() == 0 && s.named.title() == 0 && !s.named.contents() {
			s.named.name = parent.named.name
		}
		parent = d.styles[parent.parent]
	}
}

func readODTList(n *node) *odtList {
	l := &odtList{}
	for _, k := range n.kids {
		i := k.number("level") - 1
		if i < 0 || i >= odtLevels {
			continue
		}
		level := odtLevel{bullet: k.name != "list-level-style-number", format: k.attr("num-format"), prefix: k.attr("num-prefix"), suffix: k.attr("num-suffix"), start: 1, shown: max(k.number("display-levels"), 1)}
		if k.attr("start-value") != "" {
			level.start = k.number("start-value")
		}
		l.levels[i] = level
	}
	return l
}

// label is the printed number of a list's newest member at a level.
func (l *odtList) label(counts *[odtLevels]int, level int) string {
	own := l.levels[level]
	if own.format == "" {
		return ""
	}
	var parts []string
	for i := max(0, level-own.shown+1); i <= level; i++ {
		parts = append(parts, odtNumber(counts[i], l.levels[i].format))
	}
	return own.prefix + strings.Join(parts, ".") + own.suffix
}

func odtNumber(n int, format string) string {
	switch format {
	case "a":
		return sign.FormatNumber(n, "lowerLetter")
	case "A":
		return sign.FormatNumber(n, "upperLetter")
	case "i":
		return sign.FormatNumber(n, "lowerRoman")
	case "I":
		return sign.FormatNumber(n, "upperRoman")
	}
	return strconv.Itoa(n)
}
