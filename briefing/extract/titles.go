package extract

import (
	"regexp"
	"strings"
	"unicode"

	"placard/briefing/extract/sentence"
)

// documentType is a line that says what kind of paper it is, under the title.
var documentType = regexp.MustCompile(`(?i)^(?:(?:discussion|background|concept|information|briefing|explanatory|issues?|room|conference) (?:note|paper)|(?:note|report|memorandum|statement|letter|communication|proposal|submission|summary)\b.*|` +
	`(?:note|rapport|mémorandum|lettre|document) .*|(?:nota|informe|memorando|carta|documento) .*|доклад.*|записка.*|تقرير.*|مذكرة.*)$`)

// title puts the title lines together: the title, a colon, and the kind of
// paper. A line in capitals above a title in small letters is the series it
// belongs to and is left out.
func (m *metadata) title(caps titleCase) string {
	lines := m.titles
	if m.organs < len(lines) {
		lines = lines[m.organs:]
	}
	for len(lines) > 1 && sentence.Shouted(lines[0]) && !loud(lines[1]) && !documentType.MatchString(lines[1]) {
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return ""
	}
	title := caps.of(lines[0])
	for _, line := range lines[1:min(len(lines), 4)] {
		sep := ": "
		if !documentType.MatchString(line) && sentence.Continues(title, line) {
			sep = " "
		}
		title += sep + caps.of(line)
	}
	return strings.TrimRight(strings.Join(strings.Fields(title), " "), ":,; ")
}

// loud tells a line in capitals but for a letter or two, as in "ARTICLE 73 e".
func loud(text string) bool {
	small, large := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			large++
		case unicode.IsLower(r):
			small++
		}
	}
	return large > 0 && small*8 <= large || sentence.Shouted(text)
}
