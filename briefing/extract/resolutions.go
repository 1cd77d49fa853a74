package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// organ matches the words for bodies that take decisions.
var organ = regexp.MustCompile(`(?i)\b(council|assembly|committee|commission|conference|board|congress|parties|meeting|forum|body|bureau|panel|working (?:party|group)|task force)\b|` +
	`conseil|assemblée|comité|conférence|congrès|réunion|groupe de travail|consejo|asamblea|comisión|conferencia|junta|congreso|reunión|grupo de trabajo|` +
	`совет|ассамблея|комитет|комиссия|конференция|مجلس|جمعية|الجمعية|لجنة|اللجنة|مؤتمر|المؤتمر|理事会|大会|委员会|会议`)

// opensResolution tells whether the current passage is the words a resolution
// opens with: an organ's name and a comma, before paragraphs that end the same
// way.
func (b *builder) opensResolution() bool {
	text := b.passages[b.i].text
	if !endsWithComma(text) || utf8.RuneCountInString(text) > 150 || !organ.MatchString(text) || !sentenceCase(text) {
		return false
	}
	next := b.next(b.i)
	return next < len(b.passages) && endsClause(b.passages[next].text)
}

func endsWithComma(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closers))
	return r == ',' || r == '،' || r == '，'
}

func endsClause(text string) bool {
	return endsWithComma(text) || strings.HasSuffix(strings.TrimRight(text, closers), ";")
}

var article = regexp.MustCompile(`(?i)^(?:the |le |la |les |l['’]|el |los |las |إن )`)

// placeOpener makes text of the opening words; what follows up to paragraph 1
// is the preamble.
func (b *builder) placeOpener(p passage, s sign) bool {
	if b.preamble && s.form == formNone {
		b.add(briefing.KindPreamble, "", p.rich).Parent = b.section()
		return true
	}
	if s.form != formNone || !b.opensResolution() {
		return false
	}
	b.preamble, b.paragraph, b.lists = true, "", nil
	if b.opener == "" {
		b.opener = strings.TrimSpace(article.ReplaceAllString(strings.TrimRight(p.text, ",،， "), ""))
	}
	b.add(briefing.KindText, "", p.rich).Parent = b.section()
	return true
}
