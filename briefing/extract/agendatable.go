package extract

import (
	"regexp"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

var (
	// columnHeads are the heads of the columns of programmes and agendas, which
	// a page set as a table leaves as lines.
	columnHeads = regexp.MustCompile(`(?i)^(?:dates?(?:[\s\x{a0}]?(?:/|and|et|y)[\s\x{a0}]?(?:time|heure|hora))?|time|days?|(?:agenda )?items?|agenda items?|subjects?|documents?|documentation|speakers?|venue|` +
		`heures?|jours?|points?(?: de l['’]ordre du jour)?|sujets?|orateurs?|horas?|días?|temas?(?: del programa)?|asuntos?|documentos?|documentación|oradores|` +
		`дата|время|пункты? повестки дня|документация|документы)[\s\x{a0}]*:?$`)
	// weekLine heads the weeks of a programme of work.
	weekLine = regexp.MustCompile(`(?i)^(?:(?:\pL+(?:, | and | et | y )?)+ weeks?|week [0-9IVX]{1,3}|(?:\pL+ )?semaine(?: [0-9]{1,2})?|(?:\pL+ )?semana(?: [0-9]{1,2})?|\pL+ неделя)$`)
	yearIn   = regexp.MustCompile(`\b((?:19|20)[0-9]{2})\b`)
)

// columnHead tells the head of a column from a heading.
func columnHead(text string) bool { return columnHeads.MatchString(strings.TrimSpace(text)) }

// cites tells a line that is nothing but the name or the address of another
// document, as lists of documentation print them.
func cites(text string) bool {
	text = strings.TrimSpace(text)
	return symbolOf(text) != "" || strings.Contains(text, "://") || strings.HasPrefix(text, "www.")
}

// placeWeek makes headings of the weeks of a programme.
func (b *builder) placeWeek(p manuscript.Passage, s sign.Sign) bool {
	text := strings.TrimSpace(p.Text)
	if s.Form != sign.None || p.Hint.Fixed() || !b.agenda.open || len(text) > longestDay || !weekLine.MatchString(text) {
		return false
	}
	open := b.agenda
	if !b.heading(p, s, 0) {
		return false
	}
	open.day, open.slot, open.item, open.untitled = "", "", "", false
	b.agenda = open
	return true
}

// listsDays tells whether a programme begins with the current passage: the head
// of a column, a week or a day right below the title.
func (b *builder) listsDays() bool {
	prev := b.previous(b.i)
	if prev < 0 || !agendaTitle.MatchString(strings.TrimSpace(b.passages[prev].Text)) {
		return false
	}
	text := strings.TrimSpace(b.passages[b.i].Text)
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return columnHead(text) || weekLine.MatchString(text) || len(text) <= longestDay && weekday[strings.Trim(first, ",")]
}

// yearless reads a day or a span of days that leaves the year to the title
// lines: "Tuesday, 18 February", "Monday, 24 February, to Thursday, 13 March".
func (b *builder) yearless(text string) (briefing.Date, bool) {
	if len(text) > longestDay || yearIn.MatchString(text) {
		return "", false
	}
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	year := b.year()
	if !weekday[strings.Trim(first, ",")] || year == "" {
		return "", false
	}
	dates := briefing.PrintedDates(strings.Trim(text, " .:*") + " " + year)
	if len(dates) == 0 || !dates[0].From.Full() {
		return "", false
	}
	rest := strings.FieldsFunc(strings.ToLower(text[:dates[0].Start]), sentence.NotInWord)
	for _, w := range rest {
		if !weekday[w] && len(briefing.PrintedDates("1 "+w+" "+year)) == 0 && !dayJoins[w] {
			return "", false
		}
	}
	return dates[0].From, true
}

// dayJoins are the words between the days of a span.
var dayJoins = sentence.Words("and to et au y a al и по le el")

// year is the one that the title lines print: of the meeting, else of the
// document.
func (b *builder) year() string {
	year := ""
	for _, p := range b.fronts[b.part] {
		for _, d := range briefing.PrintedDates(p.Text) {
			if year == "" || d.Span() {
				year = string(d.From)[:4]
			}
		}
	}
	return year
}
