package sheet

import (
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// writtenDay is a day in figures: 2026-11-24, 24.11.2026, 11/24/2026.
var writtenDay = regexp.MustCompile(`^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})\.?$`)

// typedDay reads a day that was typed as text; sure is false where it is none
// or can be read in two ways.
func typedDay(text string) (day string, sure bool) {
	m := writtenDay.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	a, _ := strconv.Atoi(m[1]) // four digits at most
	b, _ := strconv.Atoi(m[2])
	c, _ := strconv.Atoi(m[3])
	switch {
	case len(m[1]) == 4:
		return realDay(a, b, c)
	case len(m[3]) != 4:
		return "", false
	case a > 12:
		return realDay(c, b, a)
	case b > 12:
		return realDay(c, a, b)
	case a == b:
		return realDay(c, a, b)
	}
	return "", false
}

func realDay(year, month, day int) (string, bool) {
	text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	_, err := time.Parse(time.DateOnly, text)
	return text, err == nil
}

// sorted yields a map's keys in order.
func sorted(m map[int]string) iter.Seq[int] { return slices.Values(slices.Sorted(maps.Keys(m))) }
