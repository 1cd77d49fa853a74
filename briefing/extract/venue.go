package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/sentence"
)

var (
	roomPhrase = regexp.MustCompile(`(?i)\b((?:conference )?room [A-Z0-9]+|salle (?:de conférence )?[A-Z0-9]+|sala (?:de conferencias )?[A-Z0-9]+)\b`)
	monthLine  = regexp.MustCompile(`^\((0[1-9]|1[0-2])/((?:19|20)[0-9]{2})\)$`) // "(10/2008)", as the ITU prints it
	clockTime  = regexp.MustCompile(`(?i)^[\s\x{a0},]*(?:at |à |a las )?[0-9]{1,2}(?:[.:h][\s\x{a0}]?[0-9]{0,2})?[\s\x{a0}]?(?:[ap]\.?m\.?|h|heures|horas)\b\.?`)
	beforeDate = regexp.MustCompile(`(?i)(?:^|[,:،，])[\s\x{a0}]*(?:the|le|el|on|du|del|de)?[\s\x{a0}]*$`)
)

// readVenue reads where and when a meeting will be held.
func (m *metadata) readVenue(text string) bool {
	dates := briefing.PrintedDates(text)
	room := roomPhrase.FindStringIndex(text)
	if room == nil && (len(dates) != 1 || !dates[0].Span()) {
		return false
	}
	rest := text
	if len(dates) > 0 {
		m.from, m.to = dates[0].From, dates[0].To
		rest = text[:dates[0].Start] + text[dates[0].End:]
	}
	if room != nil {
		m.room = text[room[0]:room[1]]
		rest = strings.Replace(rest, m.room, "", 1)
	}
	if place := placeIn(rest); place != "" {
		m.place = place
	}
	return true
}

var heldAt = regexp.MustCompile(`(?i)^(?:to be |will be |held |convened |meeting |in |at |on |from |the |à |au |aux |en |el |la |le |du |del |qui se tiendra |que se celebrará |,|\s|\x{a0})+`)

// placeIn is what is left of a venue line without its dates, its room and the
// words that hold them together.
func placeIn(rest string) string {
	var parts []string
	for part := range strings.SplitSeq(rest, ",") {
		part = strings.Trim(heldAt.ReplaceAllString(strings.TrimSpace(part)+" ", ""), " .()")
		if part != "" && !weekday[strings.ToLower(part)] {
			parts = append(parts, part)
		}
	}
	place := strings.Join(parts, ", ")
	if first, _ := utf8.DecodeRuneInString(place); !unicode.IsUpper(first) && unicode.IsLower(first) {
		return ""
	}
	return place
}

// readDateLine reads a line that is a date, alone or behind a place, and the
// "Adopted … on" line of a resolution.
func (m *metadata) readDateLine(text string) bool {
	if g := monthLine.FindStringSubmatch(text); g != nil {
		if m.date == "" {
			m.date = briefing.Date(g[2] + "-" + g[1])
		}
		return true
	}
	dates := briefing.PrintedDates(text)
	if len(dates) == 0 {
		return false
	}
	d := dates[0]
	before, after := text[:d.Start], strings.Trim(clockTime.ReplaceAllString(text[d.End:], ""), " ,.:\u00a0()")
	behind := clockTime.FindString(text[d.End:])
	alone := (after == "" || behind != "" && placeName(after)) && utf8.RuneCountInString(before) <= 40 && beforeDate.MatchString(before) && sentence.Capitalized(before)
	held := sessionLine.MatchString(text) && !sentence.Shouted(before)
	switch {
	case alone && m.date == "":
		m.date = d.From
		if after != "" && m.place == "" {
			m.place = after
		}
	case alone || held:
		if m.from == "" {
			m.from, m.to = d.From, d.To
		}
	}
	return alone || held
}
