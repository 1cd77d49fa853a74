package briefing

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// PrintedDate is a date or a span of days as a page prints it, in English,
// French, Spanish, Russian, Arabic or Chinese. From and To are the same for a
// single day and as partial as the page is.
type PrintedDate struct {
	Start, End int // bytes into the text
	From, To   Date
}

// Span tells whether more than one day is meant.
func (d PrintedDate) Span() bool { return d.From != d.To }

// monthWords are the names of the months in the six languages, lower case.
// Arabic documents print two names, the Levantine one before the slash; the
// second one is enough.
var monthWords = [12]string{
	"january|janvier|enero|января|январь|يناير",
	"february|février|fevrier|febrero|февраля|февраль|فبراير",
	"march|mars|marzo|марта|март|مارس|آذار",
	"april|avril|abril|апреля|апрель|أبريل|إبريل",
	"mayo|may|mai|мая|май|مايو|أيار",
	"june|juin|junio|июня|июнь|يونيو|يونيه|حزيران",
	"july|juillet|julio|июля|июль|يوليو|يوليه|تموز",
	"august|août|aout|agosto|августа|август|أغسطس|آب",
	"september|septembre|septiembre|setiembre|сентября|сентябрь|سبتمبر|أيلول",
	"october|octobre|octubre|октября|октябрь|أكتوبر",
	"november|novembre|noviembre|ноября|ноябрь|نوفمبر",
	"december|décembre|decembre|diciembre|декабря|декабрь|ديسمبر",
}

// monthNeedles are the words of which a text holds one if it holds a date.
var monthNeedles = append(strings.Split(strings.Join(monthWords[:], "|"), "|"), "年")

const (
	dayPattern  = `([0-9٠-٩]{1,2})(?:er|st|nd|rd|th|\.?º)?`
	yearPattern = `((?:19|20)[0-9]{2}|[١٢][٠-٩]{3})`
	yearWord    = `(?:[\s\x{a0}]+(?:года|году|г\.))?`
	toPattern   = `[\s\x{a0}]*(?:[-–—]|to|until|through|and|au|et|al?|y|по|–|إلى|-)[\s\x{a0}]*`
	// dayWords may stand between the two ends of a span: "to Friday, 2 December".
	dayWords = `(?:\pL+,?[\s\x{a0}]+)?`
)

var (
	months = `(` + strings.Join(monthWords[:], "|") + `)`
	// "20 October 2005", "12–16 mai 2025", "20 de octubre de 2005".
	dayFirst = regexp.MustCompile(`(?i)` + dayPattern + `(?:` + toPattern + dayPattern + `)?[\s\x{a0}]+(?:de[\s\x{a0}]+)?(?:[\p{Arabic} ]+/)?` + months + `(?:,?[\s\x{a0}]+(?:del?[\s\x{a0}]+)?` + yearPattern + yearWord + `)?`)
	// "October 20, 2005", "February 14 2025".
	monthFirst = regexp.MustCompile(`(?i)` + months + `[\s\x{a0}]+` + dayPattern + `(?:` + toPattern + dayPattern + `)?,?[\s\x{a0}]+` + yearPattern)
	// "October 2005", "octubre de 2005".
	monthOnly = regexp.MustCompile(`(?i)(?:[\p{Arabic} ]+/)?` + months + `[\s\x{a0}]+(?:de[\s\x{a0}]+)?` + yearPattern + yearWord)
	isoDate   = regexp.MustCompile(`([12][0-9]{3})-([01][0-9])-([0-3][0-9])`)
	hanDate   = regexp.MustCompile(`([12][0-9]{3})[\s\x{a0}]*年[\s\x{a0}]*([0-9]{1,2})[\s\x{a0}]*月(?:[\s\x{a0}]*([0-9]{1,2})[\s\x{a0}]*日?(?:[\s\x{a0}]*[-–—至][\s\x{a0}]*([0-9]{1,2})[\s\x{a0}]*日)?)?`)
	between   = regexp.MustCompile(`(?i)^,?` + toPattern + dayWords + `$`)
)

// atom is a day or a span within one month, before years are lent to it.
type atom struct {
	start, end  int
	first, last int // days; 0 where only the month is printed
	month       time.Month
	year        string
}

// PrintedDates finds the dates of a text, in order. A day without a year is
// only taken as the beginning of a span whose end prints one ("29 November to
// 2 December 2005").
func PrintedDates(text string) []PrintedDate {
	if !holdsAny(lowered(text), monthNeedles) && !isoDate.MatchString(text) {
		return nil
	}
	atoms := dateAtoms(text)
	var out []PrintedDate
	for i := 0; i < len(atoms); i++ {
		a := atoms[i]
		if i+1 < len(atoms) {
			if b := atoms[i+1]; b.year != "" && b.first > 0 && a.first > 0 && between.MatchString(text[a.end:b.start]) {
				if a.year == "" {
					a.year = b.year
				}
				out = append(out, PrintedDate{Start: a.start, End: b.end, From: a.date(a.first), To: b.date(b.last)})
				i++
				continue
			}
		}
		if a.year != "" {
			out = append(out, PrintedDate{Start: a.start, End: a.end, From: a.date(a.first), To: a.date(a.last)})
		}
	}
	return validDates(out)
}

func (a atom) date(day int) Date {
	if day == 0 {
		return Date(fmt.Sprintf("%s-%02d", a.year, a.month))
	}
	return Date(fmt.Sprintf("%s-%02d-%02d", a.year, a.month, day))
}

func validDates(dates []PrintedDate) []PrintedDate {
	out := dates[:0]
	for _, d := range dates {
		if d.From.Valid() && d.To.Valid() {
			out = append(out, d)
		}
	}
	return out
}

// dateAtoms reads the text from left to right; of patterns that fit at one
// place the longest counts.
func dateAtoms(text string) []atom {
	var out []atom
	for at := 0; at < len(text); {
		best, ok := atom{}, false
		for _, read := range []func(string, int) (atom, bool){readISO, readHan, readDayFirst, readMonthFirst, readMonthOnly} {
			a, found := read(text, at)
			if found && (!ok || a.start < best.start || a.start == best.start && a.end > best.end) {
				best, ok = a, true
			}
		}
		if !ok {
			break
		}
		out, at = append(out, best), best.end
	}
	return out
}

// dateMatch matches re behind at, on letter and digit boundaries, and gives the
// groups' texts.
func dateMatch(re *regexp.Regexp, text string, at int) (start, end int, groups []string) {
	for at <= len(text) {
		m := re.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return 0, 0, nil
		}
		start, end = at+m[0], at+m[1]
		if wordEdge(text, start) && wordEdge(text, end) || re == hanDate {
			for g := 2; g < len(m); g += 2 {
				group := ""
				if m[g] >= 0 {
					group = text[at+m[g] : at+m[g+1]]
				}
				groups = append(groups, group)
			}
			return start, end, groups
		}
		at = start + 1
	}
	return 0, 0, nil
}

func readISO(text string, at int) (atom, bool) {
	start, end, g := dateMatch(isoDate, text, at)
	if g == nil {
		return atom{}, false
	}
	return atom{start: start, end: end, year: g[0], month: time.Month(number(g[1])), first: number(g[2]), last: number(g[2])}, true
}

func readHan(text string, at int) (atom, bool) {
	start, end, g := dateMatch(hanDate, text, at)
	if g == nil {
		return atom{}, false
	}
	a := atom{start: start, end: end, year: g[0], month: time.Month(number(g[1])), first: number(g[2]), last: number(g[2])}
	if g[3] != "" {
		a.last = number(g[3])
	}
	return a, true
}

func readDayFirst(text string, at int) (atom, bool) {
	start, end, g := dateMatch(dayFirst, text, at)
	if g == nil {
		return atom{}, false
	}
	a := atom{start: start, end: end, first: number(g[0]), last: number(g[0]), month: monthNamed(g[2]), year: western(g[3])}
	if g[1] != "" {
		a.last = number(g[1])
	}
	return a, true
}

func readMonthFirst(text string, at int) (atom, bool) {
	start, end, g := dateMatch(monthFirst, text, at)
	if g == nil {
		return atom{}, false
	}
	a := atom{start: start, end: end, month: monthNamed(g[0]), first: number(g[1]), last: number(g[1]), year: western(g[3])}
	if g[2] != "" {
		a.last = number(g[2])
	}
	return a, true
}

func readMonthOnly(text string, at int) (atom, bool) {
	start, end, g := dateMatch(monthOnly, text, at)
	if g == nil {
		return atom{}, false
	}
	return atom{start: start, end: end, month: monthNamed(g[0]), year: western(g[1])}, true
}

func monthNamed(word string) time.Month {
	word = strings.ToLower(word)
	for i, names := range monthWords {
		for name := range strings.SplitSeq(names, "|") {
			if name == word {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

// western turns Arabic-Indic digits into the digits of ISO dates.
func western(digits string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '٠' <= r && r <= '٩':
			return r - '٠' + '0'
		case '۰' <= r && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, digits)
}

func number(digits string) int {
	n := 0
	for _, r := range western(digits) {
		n = n*10 + int(r-'0')
	}
	return n
}
