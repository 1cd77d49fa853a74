package pdf

import (
	"regexp"
	"strings"
	"unicode"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// noteSize is how small the type of notes is at most, beside that of the text.
const noteSize = 0.94

// markNotes makes notes of blocks in small type that start with a raised
// mark. bodySize is that of the text.
func markNotes(blocks []block, bodySize float64) []block {
	var out []block
	noted := false
	for _, b := range blocks {
		if len(b.lines) == 0 || b.hint != manuscript.HintNone && b.hint != manuscript.HintNote || len(b.mark) > 0 {
			noted = noted && b.hint == manuscript.HintFurniture
			out = append(out, b)
			continue
		}
		small := b.size() <= noteSize*bodySize
		starts := b.lines[0].raisedMark() != "" && (small || b.lines[0].opensNote())
		if b.hint == manuscript.HintNone && noted && !b.tagged && small && !starts {
			last := &out[len(out)-1]
			last.lines = append(last.lines, b.lines...)
			continue
		}
		if b.hint == manuscript.HintNone && !starts {
			noted = false
			out = append(out, b)
			continue
		}
		noted = true
		b.hint = manuscript.HintNote
		out = append(out, eachNote(b)...)
	}
	return out
}

// eachNote parts notes that stand in one block.
func eachNote(b block) []block {
	var out []block
	for i, l := range b.lines {
		if i == 0 || l.raisedMark() != "" {
			out = append(out, block{hint: b.hint, tagged: b.tagged})
		}
		last := &out[len(out)-1]
		last.lines = append(last.lines, l)
	}
	return out
}

// opensNote tells whether the words behind a raised mark begin a sentence or
// name a source.
func (l line) opensNote() bool {
	_, rest := splitMark(l.rich())
	first := rest.FirstRune()
	return !unicode.IsLower(first) && (unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("“\"«[(", first))
}

// raisedMark is the mark that a line starts with in raised type.
func (l line) raisedMark() string {
	r := l.rich()
	if len(r.Runs) == 0 || r.Runs[0].Start != 0 || !r.Runs[0].Has(briefing.Superscript) {
		return ""
	}
	mark := strings.TrimSpace(r.Text[:r.Runs[0].End])
	if !noteMark.MatchString(mark) {
		return ""
	}
	return mark
}

var (
	noteMark   = regexp.MustCompile(`^(?:[0-9٠-٩]{1,3}|[a-z]{1,2}|[ivx]{1,5}|\*{1,3}|[†‡§])$`)
	typedMark  = regexp.MustCompile(`^\(?([0-9٠-٩]{1,3}|\*{1,3}|[†‡§]|[a-z])(?:/|\)|\.)?[\s\x{a0}]+`)
	gluedDigit = regexp.MustCompile(`^([0-9٠-٩]{1,3}|\*{1,3})`)
)

// splitMark takes the mark off the text of a note.
func splitMark(r manuscript.Rich) (label string, rest manuscript.Rich) {
	if len(r.Runs) > 0 && r.Runs[0].Start == 0 && r.Runs[0].Has(briefing.Superscript) {
		end := r.Runs[0].End
		if mark := strings.TrimSpace(r.Text[:end]); noteMark.MatchString(mark) {
			return sign.PlainDigits(mark), r.After(end)
		}
	}
	for _, pattern := range []*regexp.Regexp{typedMark, gluedDigit} {
		if m := pattern.FindStringSubmatch(r.Text); m != nil {
			return sign.PlainDigits(m[1]), r.After(len(m[0]))
		}
	}
	return "", r
}
