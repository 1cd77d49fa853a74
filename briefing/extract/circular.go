package extract

import (
	"regexp"
	"strings"

	"placard/briefing/extract/sentence"
)

var (
	// subjectLine is the title of a circular, a memorandum or a letter.
	subjectLine = regexp.MustCompile(`(?i)^(?:subject|objet|asunto|re|тема)[\s\x{a0}]*[:：][\s\x{a0}]*(\S.*)$`)
	// addressLine names whom a circular is from and to, and the chair of a
	// meeting.
	addressLine = regexp.MustCompile(`(?i)^(?:to|from|attention|attn\.?|cc|de|à|a|para|через|от|кому|president|chair(?:man|person)?|président|présidente?|presidente|rapporteur)[\s\x{a0}]*[:：]`)
)

// readSubject reads the line that names the subject: it is the title, whatever
// stood above it.
func (m *metadata) readSubject(text string) bool {
	g := subjectLine.FindStringSubmatch(text)
	if g == nil {
		return false
	}
	m.organs = len(m.titles)
	m.titles = append(m.titles, strings.TrimRight(g[1], "* "))
	return true
}

// lastTitle is the newest title line.
func (m *metadata) lastTitle() string {
	if len(m.titles) == 0 {
		return ""
	}
	return m.titles[len(m.titles)-1]
}

// dropVersion takes the language of the document out of the titles: the word
// right above "Original: …".
func (m *metadata) dropVersion() {
	name := m.version
	m.version = originalLanguages[strings.ToLower(strings.TrimSpace(name))]
	if m.version == "" {
		return
	}
	for i, t := range m.titles {
		if t == name {
			m.titles = append(m.titles[:i], m.titles[i+1:]...)
			if i < m.organs {
				m.organs--
			}
			return
		}
	}
}

// placeName tells the name of a town behind the hour of a meeting.
func placeName(text string) bool {
	return len(strings.Fields(text)) <= 3 && sentence.Capitalized(text) && !strings.ContainsAny(text, ":;/0123456789") && !sentence.Shouted(text)
}
