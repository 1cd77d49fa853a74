package word

import (
	"regexp"
	"strings"

	"placard/briefing"
)

// docxStyle is what a style says of its paragraphs or runs.
type docxStyle struct {
	name, basedOn string
	look          docxLook
	numID, level  int
	numbered      bool
	outline       int // from 1; 0 where it is no heading
	indent        int
}

// docxLook is a run's look; set tells which of its parts were said.
type docxLook struct {
	style  briefing.Style
	set    briefing.Style
	hidden bool
}

// readStyles reads the styles with what they inherit.
func readStyles(root *node) map[string]*docxStyle {
	out := map[string]*docxStyle{}
	if root == nil {
		return out
	}
	for _, n := range root.kids {
		if n.name != "style" {
			continue
		}
		s := &docxStyle{name: strings.ToLower(n.child("name").val()), basedOn: n.child("basedOn").val(), look: lookOf(n.child("rPr"))}
		s.readParagraph(n.child("pPr"))
		out[n.attr("styleId")] = s
	}
	for _, s := range out {
		s.inherit(out)
	}
	return out
}

func (s *docxStyle) readParagraph(p *node) {
	if o := p.child("outlineLvl"); o != nil && o.number("val") < 9 {
		s.outline = o.number("val") + 1
	}
	if num := p.child("numPr"); num != nil {
		s.numbered = num.child("numId") != nil
		s.numID, s.level = num.child("numId").number("val"), num.child("ilvl").number("val")
	}
	s.indent = p.child("ind").number("left")
}

// inherit fills in from the styles it is based on, nearest first.
func (s *docxStyle) inherit(all map[string]*docxStyle) {
	base := all[s.basedOn]
	for depth := 0; base != nil && depth < 20; depth++ {
		s.look = base.look.under(s.look)
		if !s.numbered && base.numbered {
			s.numbered, s.numID, s.level = true, base.numID, base.level
		}
		if s.outline == 0 {
			s.outline = base.outline
		}
		base = all[base.basedOn]
	}
}

// lookOf reads run properties.
func lookOf(r *node) docxLook {
	var l docxLook
	if r == nil {
		return l
	}
	say := func(style briefing.Style, n *node) {
		if on, set := n.on(); set {
			l.set |= style
			if on {
				l.style |= style
			}
		}
	}
	say(briefing.Bold, r.child("b"))
	say(briefing.Italic, r.child("i"))
	say(briefing.Underline, r.child("u"))
	say(briefing.Strike, r.child("strike"))
	if v := r.child("vertAlign"); v != nil {
		l.set |= briefing.Superscript
		if v.val() == "superscript" {
			l.style |= briefing.Superscript
		}
	}
	l.hidden, _ = r.child("vanish").on()
	return l
}

// under lays over, the nearer look, on top of l.
func (l docxLook) under(over docxLook) docxLook {
	return docxLook{style: l.style&^over.set | over.style, set: l.set | over.set, hidden: l.hidden || over.hidden}
}

// houseHeading matches the names of heading styles in the templates of the
// United Nations family ("_ H _Ch_GA", "H1", "H 23"); their outline levels are
// not set.
var houseHeading = regexp.MustCompile(`^_?\s*h\s*_?\s*(m|ch|1|23|4|56)(?:\s*_?\s*(?:ga?|a))?$`)

var houseLevels = map[string]int{"m": 1, "ch": 2, "1": 3, "23": 4, "4": 5, "56": 6}

// heading is the level the style gives a heading; 0 for no heading. Titles
// have a level of their own, and are told apart by title.
func (s *docxStyle) heading() int {
	if s == nil {
		return 0
	}
	if m := houseHeading.FindStringSubmatch(s.name); m != nil {
		return houseLevels[m[1]]
	}
	if rest, ok := strings.CutPrefix(s.name, "heading "); ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
		return int(rest[0] - '0')
	}
	return s.outline
}

var (
	titleStyle = regexp.MustCompile(`^\s*_?\s*(?:title|subtitle)`)
	coverStyle = regexp.MustCompile(`^session$|^agenda`)
)

// title tells the styles of a document's own title (1) from those of the
// session and the agenda item above it (2); 0 for all others.
func (s *docxStyle) title() int {
	switch {
	case s == nil:
		return 0
	case titleStyle.MatchString(s.name):
		return 1
	case coverStyle.MatchString(s.name):
		return 2
	}
	return 0
}

// contents tells whether the style is one of a table of contents.
func (s *docxStyle) contents() bool { return s != nil && strings.HasPrefix(s.name, "toc ") }
