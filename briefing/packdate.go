package briefing

import (
	"strconv"
	"strings"
	"time"
)

// sayDate writes a date, whole or partial, as the language does: "25 October
// 2005", "October 2005", "2005"; empty for none.
func sayDate(w Words, d Date) string {
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

// sayDates is the span of two dates, saying month and year once where they
// are shared.
func sayDates(w Words, from, until Date) string {
	a, okA := from.Time()
	z, okZ := until.Time()
	if !okA || !okZ || !from.Full() || !until.Full() || from == until {
		if from == "" {
			return sayDate(w, until)
		}
		return sayDate(w, from)
	}
	start := sayDate(w, from)
	switch {
	case a.Year() == z.Year() && a.Month() == z.Month():
		start = w.Say("pack.day", "Day", a.Day())
	case a.Year() == z.Year():
		start = w.Say("pack.day_month", "Day", a.Day(), "Month", sayMonth(w, a))
	}
	return w.Say("date.range", "Start", start, "End", sayDate(w, until))
}

// sayWeekday is the date with its day of the week.
func sayWeekday(w Words, d Date) string {
	t, ok := d.Time()
	if !ok || !d.Full() {
		return sayDate(w, d)
	}
	day := w.Say("weekday." + strconv.Itoa(int(t.Weekday())))
	return w.Say("date.long", "Weekday", day, "Date", sayDate(w, d))
}

func sayMonth(w Words, t time.Time) string { return w.Say("month." + strconv.Itoa(int(t.Month()))) }

// saySlot is "10:00–11:00", or what there is of it.
func saySlot(w Words, s Slot) string {
	if s.Start == "" || s.End == "" {
		return s.Start + s.End
	}
	return w.Say("date.slot", "Start", s.Start, "End", s.End)
}
