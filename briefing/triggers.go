package briefing

import (
	_ "embed" // the phrases are data
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

//go:embed triggers.tsv
var shippedTriggers string

// Trigger is one phrase by which notes ask, with where it was seen.
type Trigger struct {
	Language string // BCP 47 primary subtag
	Class    AskClass
	Evidence string
	pattern  *regexp.Regexp
	needles  []string
}

// Triggers are the phrases FindAsks looks for.
type Triggers []Trigger

// maxTriggers keeps a pasted table from slowing every import.
const maxTriggers = 2000

// DefaultTriggers are the phrases Placard comes with. They are compiled once;
// a test reads the whole table.
var DefaultTriggers = sync.OnceValue(func() Triggers {
	shipped, _ := ParseTriggers(shippedTriggers)
	return slices.Clip(shipped) // callers append to it
})

// ParseTriggers reads a table of phrases: language, class, pattern and
// evidence, separated by tabs; blank lines, lines that start with # and the
// heading are skipped. Patterns are RE2 and match without regard to case; \b
// is the edge of a word in any script. ErrInvalid names the first bad line.
func ParseTriggers(tsv string) (Triggers, error) {
	var out Triggers
	for i, line := range strings.Split(tsv, "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || i == 0 && strings.HasPrefix(line, "lang\t") {
			continue
		}
		t, err := parseTrigger(line)
		if err != nil || len(out) == maxTriggers {
			return out, ErrInvalid.Because(err, "Value", fmt.Sprint("triggers:", i+1))
		}
		out = append(out, t)
	}
	return out, nil
}

func parseTrigger(line string) (Trigger, error) {
	fields := strings.Split(line, "\t")
	if len(fields) < 3 {
		return Trigger{}, fmt.Errorf("%d columns, 3 expected", len(fields))
	}
	t := Trigger{Language: strings.ToLower(strings.TrimSpace(fields[0])), Class: AskClass(strings.ToLower(strings.TrimSpace(fields[1])))}
	if !t.Class.known() {
		return Trigger{}, fmt.Errorf("class %q is unknown", t.Class)
	}
	if len(fields) > 3 {
		t.Evidence = fields[3]
	}
	return t, t.compile(fields[2])
}

// compile makes the pattern one for edged texts.
func (t *Trigger) compile(pattern string) error {
	parsed, err := syntax.Parse(`(?i)`+unify(pattern).text, syntax.Perl)
	if err != nil {
		return fmt.Errorf("pattern: %w", err)
	}
	t.needles = needles(parsed)
	var b strings.Builder
	writeEdged(&b, parsed)
	if t.pattern, err = regexp.Compile(b.String()); err != nil {
		return fmt.Errorf("pattern: %w", err)
	}
	return nil
}

// writeEdged writes a pattern in which \b takes the mark of an edge and every
// letter may have one before it.
func writeEdged(b *strings.Builder, re *syntax.Regexp) {
	const mayEdge = "(?:" + string(edge) + ")?"
	switch re.Op {
	case syntax.OpWordBoundary:
		b.WriteRune(edge)
	case syntax.OpNoWordBoundary:
	case syntax.OpEndText, syntax.OpEndLine:
		b.WriteString(mayEdge + re.String())
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			one := &syntax.Regexp{Op: syntax.OpLiteral, Flags: re.Flags, Rune: []rune{r}}
			b.WriteString("(?:" + mayEdge + one.String() + ")")
		}
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteString("(?:" + mayEdge + re.String() + ")")
	case syntax.OpCapture:
		writeGroup(b, re.Sub[0], "")
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		writeGroup(b, re.Sub[0], quantifier(re))
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			writeEdged(b, sub)
		}
	case syntax.OpAlternate:
		b.WriteString("(?:")
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			writeEdged(b, sub)
		}
		b.WriteByte(')')
	case syntax.OpNoMatch, syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpBeginText:
		b.WriteString(re.String())
	}
}

func writeGroup(b *strings.Builder, re *syntax.Regexp, suffix string) {
	b.WriteString("(?:")
	writeEdged(b, re)
	b.WriteString(")" + suffix)
}

func quantifier(re *syntax.Regexp) string {
	q := ""
	switch re.Op { //nolint:exhaustive // the four that repeat
	case syntax.OpStar:
		q = "*"
	case syntax.OpPlus:
		q = "+"
	case syntax.OpQuest:
		q = "?"
	case syntax.OpRepeat:
		q = fmt.Sprintf("{%d,%d}", re.Min, re.Max)
		if re.Max < 0 {
			q = fmt.Sprintf("{%d,}", re.Min)
		}
	}
	if re.Flags&syntax.NonGreedy != 0 {
		q += "?"
	}
	return q
}

// matches are the places of the phrase in an edged text, as bytes of the
// unified text under it.
func (t *Trigger) matches(e edged) [][2]int {
	if !holdsAny(e.lower, t.needles) {
		return nil
	}
	var out [][2]int
	for _, m := range t.pattern.FindAllStringIndex(e.text, -1) {
		if m[0] < m[1] {
			out = append(out, [2]int{e.from[m[0]], e.from[m[1]]})
		}
	}
	return out
}

func (c AskClass) known() bool {
	switch c {
	case AskViews, AskChoose, AskPropose, AskRequest, AskInvite, AskMayWish, AskHeading, AskSoft, AskDeadline, AskFormal:
		return true
	}
	return false
}
