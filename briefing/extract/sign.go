package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// form is how a mark at the start of a passage is written. Marks of one form
// count on from one another.
type form uint8

const (
	formNone       form = iota
	formNumber          // 12.  12)  (12)  12 -  12<tab>
	formDotted          // 4.4.2
	formPoint           // .1
	formLetter          // (a)  a)
	formRoman           // (i)  i)
	formUpperRoman      // IV.
	formCapital         // A.
	formBullet          // -  •
	formItem            // Item 1:
	formNote            // ¹
	formStar            // * a note to a title
	formRule            // ____ what parts text from notes
)

// sign is the mark a passage starts with.
type sign struct {
	form   form
	style  string // how it is punctuated: ".", ")", "()", "-", ""
	label  string // without its punctuation
	n      int    // its place in the count, from 1; 0 where it counts nothing
	suffix string // "bis", "ter"
	end    int    // byte behind the mark and the blanks that follow it
}

// marks tells whether a line that starts so begins a passage of its own.
func (s sign) marks() bool { return s.form != formNone }

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
var signReaders = []func(string) sign{readRule, readItem, readNote, readDotted, readNumber, readPoint, readBullet, readStar, readCaps, readLetter}

// readSign reads the mark at the start of a text.
func readSign(text string) sign {
	for _, read := range signReaders {
		if s := read(text); s.form != formNone {
			return s
		}
	}
	return sign{}
}

func readRule(text string) sign {
	if ruleSign.MatchString(text) {
		return sign{form: formRule, end: len(text)}
	}
	return sign{}
}

func readItem(text string) sign {
	m := itemSign.FindStringSubmatch(text)
	if m == nil {
		return sign{}
	}
	return sign{form: formItem, label: strings.ReplaceAll(m[1], " ", ""), n: leadingNumber(m[1]), end: len(m[0])}
}

func readNote(text string) sign {
	m := noteSign.FindStringSubmatch(text)
	if m == nil {
		return sign{}
	}
	label := plainDigits(strings.TrimRight(m[1], "/ \t\u00a0"))
	return sign{form: formNote, label: label, n: leadingNumber(label), end: len(m[0])}
}

// readDotted leaves times alone: "10.00 - 11.00" is no clause.
func readDotted(text string) sign {
	m := dottedSign.FindStringSubmatch(text)
	if m == nil || timeRange.MatchString(text) {
		return sign{}
	}
	last := m[1][strings.LastIndex(m[1], ".")+1:]
	if len(last) > 1 && last[0] == '0' {
		return sign{} // "10.05" is a time or an amount
	}
	return sign{form: formDotted, label: m[1], n: leadingNumber(last), suffix: m[2], end: len(m[0])}
}

// readNumber wants something that sets the number off from the text: a stop,
// a bracket, a dash, or a tab.
func readNumber(text string) sign {
	m := numberSign.FindStringSubmatch(text)
	if m == nil || timeRange.MatchString(text) {
		return sign{}
	}
	s := sign{form: formNumber, n: leadingNumber(plainDigits(m[2])), suffix: m[3], end: len(m[0])}
	s.label = plainDigits(m[2]) + m[3]
	stop, gap := strings.Trim(m[4], " \t\u00a0"), m[5]
	next, _ := utf8.DecodeRuneInString(text[len(m[0]):])
	digit := '0' <= next && next <= '9'
	switch {
	case m[1] == "(" && stop == ")":
		s.style = "()"
	case m[1] == "(" || stop == ")" && digit:
		return sign{}
	case stop == ")":
		s.style = ")"
	case stop != "" && gap == "" && (digit || len(text) > len(m[0]) && stop == "."):
		return sign{} // "2005.5", "3.htm"
	case strings.ContainsAny(stop, "-–—") && stop != "":
		if next == 0 || digit || strings.TrimLeft(m[4], " \t\u00a0") == m[4] && gap == "" && next < utf8.RuneSelf {
			return sign{} // "27-28 September", "10-year plan"
		}
		s.style = "-"
	case stop != "":
		s.style = "."
	case !strings.Contains(gap, "\t"):
		return sign{}
	}
	return s
}

func readPoint(text string) sign {
	m := pointSign.FindStringSubmatch(text)
	if m == nil {
		return sign{}
	}
	return sign{form: formPoint, label: m[1], n: leadingNumber(m[1]), end: len(m[0])}
}

func readBullet(text string) sign {
	if m := bulletSign.FindString(text); m != "" {
		return sign{form: formBullet, end: len(m)}
	}
	return sign{}
}

func readStar(text string) sign {
	m := starSign.FindStringSubmatch(text)
	if m == nil || len(m[0]) == len(text) {
		return sign{}
	}
	return sign{form: formStar, label: m[1], n: len(m[1]), end: len(m[0])}
}

func readCaps(text string) sign {
	m := capsSign.FindStringSubmatch(text)
	if m == nil || len(m[0]) == len(text) {
		return sign{}
	}
	if n := romanNumber(strings.ToLower(m[1])); n > 0 {
		return sign{form: formUpperRoman, label: m[1], n: n, end: len(m[0])}
	}
	if len(m[1]) > 1 {
		return sign{}
	}
	return sign{form: formCapital, label: m[1], n: int(m[1][0]-'A') + 1, end: len(m[0])}
}

// readLetter wants a bracket: "a." at a line's start is more often the end of
// a sentence.
func readLetter(text string) sign {
	m := letterSign.FindStringSubmatch(text)
	if m == nil || m[3] == "." || len(m[0]) == len(text) {
		return sign{}
	}
	s := sign{form: formLetter, style: ")", label: m[2], n: letterNumber(m[2]), end: len(m[0])}
	if m[1] == "(" {
		s.style = "()"
	}
	if s.n == 0 {
		s.n = romanNumber(m[2])
		s.form = formRoman
	}
	if s.n == 0 {
		return sign{}
	}
	return s
}
