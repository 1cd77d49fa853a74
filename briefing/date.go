package briefing

import (
	"strconv"
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

// Say writes the date, whole or partial, as the language does: "25 October
// 2005", "October 2005", "2005"; empty for none.
func (d Date) Say(w Words) string {
	t, ok := d.Time()
	if !ok {
		return string(d)
	}
	switch strings.Count(string(d), "-") {
	case 0:
		return string(d)
	case 1:
		return w.Say("date.my", "Month", sayMonth(w, t), "Year", t.Year())
	}
	return w.Say("date.dmy", "Day", t.Day(), "Month", sayMonth(w, t), "Year", t.Year())
}

// SayLong is the date with its day of the week.
func (d Date) SayLong(w Words) string {
	t, ok := d.Time()
	if !ok || !d.Full() {
		return d.Say(w)
	}
	day := w.Say("weekday." + strconv.Itoa(int(t.Weekday())))
	return w.Say("date.long", "Weekday", day, "Date", d.Say(w))
}

// SayShort is the date without its year; what Say says where it names no day.
func (d Date) SayShort(w Words) string {
	t, ok := d.Time()
	if !ok || !d.Full() {
		return d.Say(w)
	}
	return w.Say("pack.day_month", "Day", t.Day(), "Month", sayMonth(w, t))
}

func sayMonth(w Words, t time.Time) string { return w.Say("month." + strconv.Itoa(int(t.Month()))) }
