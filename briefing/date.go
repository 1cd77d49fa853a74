package briefing

import (
	"strings"
	"time"
)

// Date is an ISO 8601 date, as partial as the page it was read from:
// "2005-10-20", "2005-10" or "2005"; empty where there is none.
type Date string

// Time is the first moment of the date in UTC; ok is false for an empty or
// impossible date.
func (d Date) Time() (t time.Time, ok bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, string(d)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// Valid tells whether the date is empty or a real calendar date.
func (d Date) Valid() bool {
	_, ok := d.Time()
	return d == "" || ok
}

// Full tells whether the date names a day.
func (d Date) Full() bool { return strings.Count(string(d), "-") == 2 }

// DateOf is the calendar day of t where t says it is.
func DateOf(t time.Time) Date { return Date(t.Format("2006-01-02")) }

// Say writes the date, whole or partial, as the language does; empty for none.
func (d Date) Say(w Words) string { return sayDate(w, d) }
