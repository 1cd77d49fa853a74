package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// metadata is what the title lines of a part say of it.
type metadata struct {
	symbol, organization, body, session string
	place, room                         string
	original                            string // BCP 47
	date                                briefing.Date
	from, to                            briefing.Date // of the meeting
	titles                              []string
}

var (
	originalLine = regexp.MustCompile(`(?i)^(?:original|langue originale|idioma original|язык оригинала|الأصل|原文)[\s\x{a0}]*[:：][\s\x{a0}]*(.+)$`)
	onlyLine     = regexp.MustCompile(`(?i)^(\pL+) only$`)
	distrLine    = regexp.MustCompile(`(?i)^(?:distr(?:ibution)?\b|general$|limited$|restricted$|for (?:information|participants)|provisional$|advance (?:copy|version))`)
	sessionLine  = regexp.MustCompile(`(?i)\b(session|meeting)\b|session|séance|período (?:ordinario |extraordinario )?de sesiones|reunión|сессия|заседание|الدورة|届会议|会议$`)
	roomPhrase   = regexp.MustCompile(`(?i)\b((?:conference )?room [A-Z0-9]+|salle (?:de conférence )?[A-Z0-9]+|sala (?:de conferencias )?[A-Z0-9]+)\b`)
	acronymLine  = regexp.MustCompile(`^(\p{Lu}{2,8})[\s\x{a0}]+[–—-]?[\s\x{a0}]*(\p{Lu}\S*(?:[\s\x{a0}]+\S+)+)$`)
	housePhrase  = regexp.MustCompile(`(?i)^(?:united nations|nations unies|naciones unidas|организация объединенных наций|الأمــ*م الم*ــ*تحـ*دة|联合国|european union|african union|world .{3,40} organization|international .{3,60} (?:organization|organisation|union)|.{3,60} organi[sz]ation)$`)
	monthLine    = regexp.MustCompile(`^\((0[1-9]|1[0-2])/((?:19|20)[0-9]{2})\)$`) // "(10/2008)", as the ITU prints it
	clockTime    = regexp.MustCompile(`(?i)^[\s\x{a0},]*(?:at |à |a las )?[0-9]{1,2}(?:[.:h][\s\x{a0}]?[0-9]{0,2})?[\s\x{a0}]?(?:[ap]\.?m\.?|h|heures|horas)\b\.?`)
	beforeDate   = regexp.MustCompile(`(?i)(?:^|[,:،，])[\s\x{a0}]*(?:the|le|el|on|du|del|de)?[\s\x{a0}]*$`)
	numbering    = regexp.MustCompile(`(?i)^(?:agenda items?|items?|points?|temas?|provisional agenda items?|пункты?)\b.{0,60}$`)
)

// readMetadata reads the title lines of a part. vocabulary tells acronyms from
// shouted words.
func readMetadata(front []manuscript.Passage, caps titleCase) metadata {
	var m metadata
	own := slices.ContainsFunc(front, func(p manuscript.Passage) bool { return p.Hint == manuscript.HintTitle && p.Level == 1 })
	for _, p := range front {
		if p.Hint == manuscript.HintTitle && p.Level == 1 && !m.readSymbol(p.Text) {
			m.titles = append(m.titles, strings.TrimRight(p.Text, "* "))
			continue
		}
		for _, text := range lines(p) {
			m.read(text, caps, own)
		}
	}
	m.settleDates(front)
	return m
}

// lines splits a title line into those the source kept apart with a tab.
func lines(p manuscript.Passage) []string {
	var out []string
	for text := range strings.SplitSeq(p.Text, "\t") {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// read takes in one line; the first reading that fits counts. titled says that
// the title is known from elsewhere.
func (m *metadata) read(text string, caps titleCase, titled bool) {
	text = m.leadingSymbol(text)
	switch {
	case m.readSymbol(text), m.readOriginal(text), distrLine.MatchString(text), m.readHouse(text), m.readVenue(text):
	case m.readDateLine(text), numbering.MatchString(text) && !agendaTitle.MatchString(text):
	case m.readSession(text), m.readBody(text, caps):
	case titled: // the source says which lines are the title
	case len(m.titles) == 0 || !contains(m.titles, text):
		m.titles = append(m.titles, strings.TrimRight(text, "* "))
	}
}

func contains(titles []string, text string) bool {
	for _, t := range titles {
		if strings.EqualFold(t, strings.TrimRight(text, "* ")) {
			return true
		}
	}
	return false
}

func (m *metadata) readSymbol(text string) bool {
	s := symbolOf(text)
	if m.symbol == "" || strings.HasSuffix(s, " "+m.symbol) { // "ITU-T A.8" says more than "A.8"
		m.symbol = s
	}
	return s != ""
}

// leadingSymbol takes the symbol off a line that goes on with a date or with
// the title: "WHA66.8 Action plan".
func (m *metadata) leadingSymbol(text string) string {
	first, rest, more := strings.Cut(text, " ")
	if !more || m.symbol != "" || len(m.titles) > 0 || !strings.ContainsAny(first, "/.") || !sentence.Capitalized(rest) || symbolOf(text) != "" {
		return text
	}
	if s := symbolOf(strings.TrimRight(first, ":,")); s != "" {
		m.symbol = s
		return strings.TrimSpace(rest)
	}
	return text
}

func (m *metadata) readOriginal(text string) bool {
	g := originalLine.FindStringSubmatch(text)
	if g == nil {
		g = onlyLine.FindStringSubmatch(text)
	}
	if g == nil {
		return false
	}
	name := strings.ToLower(strings.TrimSpace(g[1]))
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if tag := originalLanguages[word]; tag != "" {
			m.original = tag
			return true
		}
	}
	return onlyLine.FindString(text) == ""
}

// readHouse knows an organization by its name or by an acronym printed with
// the name it stands for. Of several languages the first counts.
func (m *metadata) readHouse(text string) bool {
	if housePhrase.MatchString(text) {
		if m.organization == "" {
			m.organization = text
		}
		return true
	}
	g := acronymLine.FindStringSubmatch(text)
	if g == nil || !initials(g[1], g[2]) {
		return false
	}
	if m.organization == "" {
		m.organization = g[1]
	}
	return true
}

// initials tells whether the acronym's letters begin words of the name, in
// order.
func initials(acronym, name string) bool {
	rest := []rune(strings.ToUpper(acronym))
	for word := range strings.FieldsSeq(name) {
		first, _ := utf8.DecodeRuneInString(strings.ToUpper(word))
		if len(rest) > 0 && first == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

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
	alone := after == "" && utf8.RuneCountInString(before) <= 40 && beforeDate.MatchString(before) && sentence.Capitalized(before)
	held := sessionLine.MatchString(text) && !sentence.Shouted(before)
	switch {
	case alone && m.date == "":
		m.date = d.From
	case alone || held:
		if m.from == "" {
			m.from, m.to = d.From, d.To
		}
	}
	return alone || held
}

// settleDates has nothing but a meeting's dates for a document that prints one
// date: that one is the document's.
func (m *metadata) settleDates([]manuscript.Passage) {
	if m.date == "" && m.from != "" && m.from == m.to {
		m.date = m.from
	}
}

func (m *metadata) readSession(text string) bool {
	if utf8.RuneCountInString(text) > 60 || m.session != "" || !ordinalSession(text) {
		return false
	}
	m.session = text
	return true
}

// readBody takes the first line that names an organ and stands before the
// title.
func (m *metadata) readBody(text string, caps titleCase) bool {
	if m.body != "" || len(m.titles) > 0 || !sentence.Organ.MatchString(text) || utf8.RuneCountInString(text) > 120 || resolutionTitle.MatchString(text) {
		return false
	}
	m.body = caps.of(text)
	return true
}

var resolutionTitle = regexp.MustCompile(`(?i)^(?:draft )?(?:resolution|decision)\b|^(?:projet de )?(?:résolution|décision)|^(?:proyecto de )?(?:resolución|decisión)|号决议|القرار`)
