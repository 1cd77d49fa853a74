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
	// organs is how many of the titles stand above the session or the item of
	// the agenda: names of bodies, where other titles stand below.
	organs int
	// version is the language of the document where the title lines name it.
	version string
}

var (
	originalLine = regexp.MustCompile(`(?i)^(?:original|langue originale|idioma original|язык оригинала|الأصل|原文)[\s\x{a0}]*[:：][\s\x{a0}]*(.+)$`)
	onlyLine     = regexp.MustCompile(`(?i)^(\pL+) only$`)
	distrLine    = regexp.MustCompile(`(?i)^(?:dist(?:r(?:ibution)?)?\b|general$|limited$|restricted$|official records|documents officiels|documentos oficiales|for (?:decision|discussion|action)$|for (?:information|participants)|provisional$|advance (?:copy|version))`)
	sessionLine  = regexp.MustCompile(`(?i)\b(session|meeting)\b|session|séance|período (?:ordinario |extraordinario )?de sesiones|reunión|сессия|заседание|الدورة|届会议|会议$`)
	acronymLine  = regexp.MustCompile(`^(\p{Lu}{2,8})[\s\x{a0}]+[–—-]?[\s\x{a0}]*(\p{Lu}\S*(?:[\s\x{a0}]+\S+)+)$`)
	housePhrase  = regexp.MustCompile(`(?i)^(?:united nations|nations unies|naciones unidas|организация объединенных наций|الأمــ*م الم*ــ*تحـ*دة|联合国|european union|african union|world .{3,40} organization|international .{3,60} (?:organization|organisation|union)|.{3,60} organi[sz]ation)$`)
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
	m.dropVersion()
	m.settleDates(front)
	return m
}

// lines splits a title line into those the source kept apart with a tab. The
// raised marks of notes are no part of them.
func lines(p manuscript.Passage) []string {
	var out []string
	bare := p.Text
	for _, run := range slices.Backward(p.Runs) {
		if run.Has(briefing.Superscript) && strings.Trim(bare[run.Start:run.End], "0123456789*, ") == "" {
			bare = bare[:run.Start] + bare[run.End:]
		}
	}
	for text := range strings.SplitSeq(bare, "\t") {
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
	case m.readSubject(text), m.readDateLine(text), addressLine.MatchString(text):
	case numbering.MatchString(text) && !agendaTitle.MatchString(text), m.readSession(text):
		m.organs = len(m.titles)
	case m.readBody(text, caps):
	case m.body != "" && strings.Contains(strings.ToLower(m.body), strings.ToLower(text)): // printed again
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
	m.version = m.lastTitle()
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
