package spelling

import (
	"strconv"
	"strings"
)

// flag names a class of affixes, or a property of a root.
type flag uint32

// affix is a rule that makes a form of a root: what is stripped off it, what is
// put in its place, and what the root must look like there.
type affix struct {
	flag   flag
	prefix bool
	cross  bool // goes with an affix on the other end
	strip  string
	add    string
	cond   []class
	more   []flag // classes that the form so made takes further
}

// class is one letter of a condition: a set of letters, or all but them.
type class struct {
	not     bool
	letters string // empty with not: any letter
}

func (c class) holds(r rune) bool { return strings.ContainsRune(c.letters, r) != c.not }

// readCondition reads "[^aeiou]y"; "." is any letter.
func readCondition(text string) []class {
	var out []class
	for text != "" {
		end := strings.IndexByte(text, ']')
		switch {
		case text[0] == '[' && end > 0:
			letters, not := strings.CutPrefix(text[1:end], "^")
			out = append(out, class{not: not, letters: letters})
			text = text[end+1:]
		default:
			r := []rune(text)[0]
			c := class{letters: string(r)}
			if r == '.' {
				c = class{not: true}
			}
			out = append(out, c)
			text = text[len(string(r)):]
		}
	}
	if len(out) == 1 && out[0].not && out[0].letters == "" {
		return nil // "." alone is no condition: a root may be stripped to nothing
	}
	return out
}

// root is the form without the affix; ok is false where the form has not got
// it or the root would not take it.
func (a *affix) root(form string) (root string, ok bool) {
	if a.prefix {
		root, ok = strings.CutPrefix(form, a.add)
		root = a.strip + root
	} else {
		root, ok = strings.CutSuffix(form, a.add)
		root += a.strip
	}
	return root, ok && root != "" && a.fits([]rune(root))
}

func (a *affix) fits(root []rune) bool {
	if len(root) < len(a.cond) {
		return false
	}
	if !a.prefix {
		root = root[len(root)-len(a.cond):]
	}
	for i, c := range a.cond {
		if !c.holds(root[i]) {
			return false
		}
	}
	return true
}

// flags reads classes as the dictionary spells them: a letter each, two
// letters each, or numbers.
func (d *Dictionary) flags(text string) []flag {
	if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= len(d.aliases) {
		return d.aliases[n-1]
	}
	var out []flag
	switch d.spelled {
	case "num":
		for part := range strings.SplitSeq(text, ",") {
			if n, err := strconv.ParseUint(part, 10, 32); err == nil {
				out = append(out, flag(n))
			}
		}
	case "long":
		for i := 0; i+1 < len(text); i += 2 {
			out = append(out, flag(text[i])<<8|flag(text[i+1]))
		}
	default:
		for _, r := range text {
			out = append(out, flag(r))
		}
	}
	return out
}

func (d *Dictionary) flag(text string) flag {
	if all := d.flags(text); len(all) > 0 {
		return all[0]
	}
	return 0
}
