// Package sign reads the marks that passages start with: numbers, letters,
// bullets, items, note marks, and times of day.
package sign

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Form is how a mark at the start of a passage is written. Marks of one form
// count on from one another.
type Form uint8

// The forms of marks.
const (
	None       Form = iota
	Number          // 12.  12)  (12)  12 -  12<tab>
	Dotted          // 4.4.2
	Point           // .1
	Letter          // (a)  a)
	Roman           // (i)  i)
	UpperRoman      // IV.
	Capital         // A.
	Bullet          // -  •
	Item            // Item 1:
	Note            // ¹
	Star            // * a note to a title
	Rule            // ____ what parts text from notes
)

// Sign is the mark a passage starts with.
type Sign struct {
	Form   Form
	Style  string // how it is punctuated: ".", ")", "()", "-", ""
	Label  string // without its punctuation
	N      int    // its place in the count, from 1; 0 where it counts nothing
	Suffix string // "bis", "ter"
	End    int    // byte behind the mark and the blanks that follow it
}

// Marks tells whether a line that starts so begins a passage of its own.
func (s Sign) Marks() bool { return s.Form != None }

const blank = `[\s\x{a0}\x{200e}\x{200f}\x{202a}-\x{202e}]`

var (
	bulletSign = regexp.MustCompile(`^([-–—•·▪▫●○◦■□❖➢►‣⁃]|\x{f0b7}|\x{f0a7}|\x{f02d})` + blank + `+`)
	itemSign   = regexp.MustCompile(`(?i)^(?:(?:agenda )?item|point|punto|tema|пункт|البند|项目|議程項目)` + blank + `*(?:no\.?|n°|nº)?` + blank + `*([0-9]{1,3}(?:` + blank + `*\([a-z]\)|\.[0-9]+)?|[IVX]{1,5})` + blank + `*[:.–—-]` + blank + `*`)
	numberSign = regexp.MustCompile(`^(\()?([0-9٠-٩]{1,4})(?:` + blank + `?(bis|ter|quater|quinquies|sexies))?(` + blank + `?[-–—]` + blank + `|[-–—]` + blank + `*|[.．、]\)?|\))?(` + blank + `*)`)
	dottedSign = regexp.MustCompile(`^([0-9]{1,3}(?:\.[0-9]{1,3}){1,5})(?:` + blank + `?(bis|ter|quater))?\.?(` + blank + `+)`)
	pointSign  = regexp.MustCompile(`^\.([0-9]{1,2})` + blank + `+`)
	letterSign = regexp.MustCompile(`^(\()?(\p{Ll}{1,4}|\p{Lo})([.)])` + blank + `*`)
	capsSign   = regexp.MustCompile(`^([IVXLC]{1,7}|[A-Z])(?:\.|` + blank + `?[-–—])` + blank + `+`)
	noteSign   = regexp.MustCompile(`^([⁰¹²³⁴⁵⁶⁷⁸⁹]+|[0-9]{1,3}/` + blank + `)` + blank + `*`)
	starSign   = regexp.MustCompile(`^(\*{1,4})` + blank + `+`)
	ruleSign   = regexp.MustCompile(`^[_─—–-]{5,}$`)
)

// readers are tried in order; the first that reads a mark wins.
var signReaders = []func(string) Sign{readRule, readItem, readNote, readDotted, readNumber, readPoint, readBullet, readStar, readCaps, readLetter}

// Read reads the mark at the start of a text.
func Read(text string) Sign {
	for _, read := range signReaders {
		if s := read(text); s.Form != None {
			return s
		}
	}
	return Sign{}
}

func readRule(text string) Sign {
	if ruleSign.MatchString(text) {
		return Sign{Form: Rule, End: len(text)}
	}
	return Sign{}
}

func readItem(text string) Sign {
	m := itemSign.FindStringSubmatch(text)
	if m == nil {
		return Sign{}
	}
	return Sign{Form: Item, Label: strings.ReplaceAll(m[1], " ", ""), N: LeadingNumber(m[1]), End: len(m[0])}
}

func readNote(text string) Sign {
	m := noteSign.FindStringSubmatch(text)
	if m == nil {
		return Sign{}
	}
	label := PlainDigits(strings.TrimRight(m[1], "/ \t\u00a0"))
	return Sign{Form: Note, Label: label, N: LeadingNumber(label), End: len(m[0])}
}

// readDotted leaves times alone: "10.00 - 11.00" is no clause.
func readDotted(text string) Sign {
	m := dottedSign.FindStringSubmatch(text)
	if m == nil || timeRange.MatchString(text) {
		return Sign{}
	}
	last := m[1][strings.LastIndex(m[1], ".")+1:]
	if len(last) > 1 && last[0] == '0' {
		return Sign{} // "10.05" is a time or an amount
	}
	return Sign{Form: Dotted, Label: m[1], N: LeadingNumber(last), Suffix: m[2], End: len(m[0])}
}

// readNumber wants something that sets the number off from the text: a stop,
// a bracket, a dash, or a tab.
func readNumber(text string) Sign {
	m := numberSign.FindStringSubmatch(text)
	if m == nil || timeRange.MatchString(text) {
		return Sign{}
	}
	s := Sign{Form: Number, N: LeadingNumber(PlainDigits(m[2])), Suffix: m[3], End: len(m[0])}
	s.Label = PlainDigits(m[2]) + m[3]
	stop, gap := strings.Trim(m[4], " \t\u00a0"), m[5]
	next, _ := utf8.DecodeRuneInString(text[len(m[0]):])
	digit := '0' <= next && next <= '9'
	switch {
	case m[1] == "(" && stop == ")":
		s.Style = "()"
	case m[1] == "(" || stop == ")" && digit:
		return Sign{}
	case stop == ")":
		s.Style = ")"
	case stop != "" && gap == "" && (digit || len(text) > len(m[0]) && stop == "."):
		return Sign{} // "2005.5", "3.htm"
	case strings.ContainsAny(stop, "-–—") && stop != "":
		if next == 0 || digit || strings.TrimLeft(m[4], " \t\u00a0") == m[4] && gap == "" && next < utf8.RuneSelf {
			return Sign{} // "27-28 September", "10-year plan"
		}
		s.Style = "-"
	case stop != "":
		s.Style = "."
	case !strings.Contains(gap, "\t"):
		return Sign{}
	}
	return s
}

func readPoint(text string) Sign {
	m := pointSign.FindStringSubmatch(text)
	if m == nil {
		return Sign{}
	}
	return Sign{Form: Point, Label: m[1], N: LeadingNumber(m[1]), End: len(m[0])}
}

func readBullet(text string) Sign {
	if m := bulletSign.FindString(text); m != "" {
		return Sign{Form: Bullet, End: len(m)}
	}
	return Sign{}
}

func readStar(text string) Sign {
	m := starSign.FindStringSubmatch(text)
	if m == nil || len(m[0]) == len(text) {
		return Sign{}
	}
	return Sign{Form: Star, Label: m[1], N: len(m[1]), End: len(m[0])}
}

func readCaps(text string) Sign {
	m := capsSign.FindStringSubmatch(text)
	if m == nil || len(m[0]) == len(text) {
		return Sign{}
	}
	if n := RomanNumber(strings.ToLower(m[1])); n > 0 {
		return Sign{Form: UpperRoman, Label: m[1], N: n, End: len(m[0])}
	}
	if len(m[1]) > 1 {
		return Sign{}
	}
	return Sign{Form: Capital, Label: m[1], N: int(m[1][0]-'A') + 1, End: len(m[0])}
}

// readLetter wants a bracket or a tab: "a." at a line's start is more often the end of
// a sentence.
func readLetter(text string) Sign {
	m := letterSign.FindStringSubmatch(text)
	if m == nil || len(m[0]) == len(text) || m[3] == "." && (m[1] != "" || !strings.Contains(m[0], "\t")) {
		return Sign{}
	}
	s := Sign{Form: Letter, Style: m[3], Label: m[2], N: letterNumber(m[2]), End: len(m[0])}
	if m[1] == "(" {
		s.Style = "()"
	}
	if s.N == 0 {
		s.N = RomanNumber(m[2])
		s.Form = Roman
	}
	if s.N == 0 {
		return Sign{}
	}
	return s
}
