package sign

import (
	"fmt"
	"regexp"
	"strings"

	"placard/briefing"
)

// timeRange is a time span at the start of a text: "10.00 - 11.00",
// "10:00–11:30", "10 a.m.–1 p.m.", "3 to 6 p.m.", "15 h 00 à 18 h 00".
var timeRange = regexp.MustCompile(`(?i)^\(?([0-9]{1,2})(?:` + timeStop + `([0-9]{2}))?` + half + `(?:[-–—]|to|until|à|a)` + blank + `*([0-9]{1,2})(?:` + timeStop + `([0-9]{2}))?` + half + `(?:hours|hrs|heures|horas)?\)?[.:]?(?:` + blank + `+|$)`)

const (
	timeStop = `(?:[.:]|` + blank + `?h` + blank + `?)`
	half     = blank + `*(a\.?m\.?|p\.?m\.?|h|noon)?` + blank + `*`
)

// ReadSlot reads a time span at the start of a text; end is 0 where there is
// none. "3 to 6" without minutes or halves of the day is a number, not a time.
func ReadSlot(text string) (slot briefing.Slot, end int) {
	m := timeRange.FindStringSubmatch(text)
	if m == nil || m[2] == "" && m[3] == "" && m[6] == "" {
		return briefing.Slot{}, 0
	}
	firstHalf := m[3]
	if firstHalf == "" || strings.EqualFold(firstHalf, "h") {
		firstHalf = m[6] // "3 to 6 p.m."
		if LeadingNumber(m[1]) > LeadingNumber(m[4]) {
			firstHalf = "" // "10 to 1 p.m." starts in the morning
		}
	}
	slot.Start, slot.End = clock(m[1], m[2], firstHalf), clock(m[4], m[5], m[6])
	if slot.Start == "" || slot.End == "" || slot.End <= slot.Start {
		return briefing.Slot{}, 0
	}
	return slot, len(m[0])
}

// clock is "15:00" for "3", "", "p.m."; empty for what is no time of day.
func clock(hour, minute, half string) string {
	h, m := LeadingNumber(hour), LeadingNumber(minute)
	if strings.HasPrefix(strings.ToLower(half), "p") && h < 12 {
		h += 12
	}
	if strings.HasPrefix(strings.ToLower(half), "a") && h == 12 {
		h = 0
	}
	if h > 24 || m > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", h, m)
}
