package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

var (
	// bareKind is a document named by its kind alone: "its report".
	bareKind = regexp.MustCompile(`(?i)^(?:reports?|papers?|documents?|notes?|study|agendas?|programmes?|lists?|guidelines|rapport|étude|informe|documento|estudio)$`)
	draftOf  = regexp.MustCompile(`(?i)^draft (?:version )?of (?:the |an? )?`)
)

// meant is the full name of a document that a sentence names: a draft of it is
// the document, and a bare kind means what was last named in full before.
func meant(name, before string) string {
	name = strings.Join(strings.Fields(draftOf.ReplaceAllString(strings.TrimSpace(name), "")), " ")
	if !bareKind.MatchString(name) {
		return name
	}
	full := regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(name) + ` (?:of|on|by|du|de|sur|sobre)\b[^.;:,()]+`)
	if all := full.FindAllString(before, -1); len(all) > 0 {
		return strings.TrimSpace(all[len(all)-1])
	}
	return name
}

// distinct keeps each document once, under the fullest name it is given, with
// the best that is known of it. A name that begins another one means the same
// paper.
func distinct(documents []briefing.Document) []briefing.Document {
	var out []briefing.Document
	for _, d := range documents {
		i := sameDocument(out, d.Title)
		if i < 0 {
			out = append(out, d)
			continue
		}
		known := &out[i]
		if len(d.Title) > len(known.Title) {
			known.Title = d.Title
		}
		if known.Status == briefing.DocumentExpected {
			known.Status = d.Status
		}
		if known.Link == "" {
			known.Link = d.Link
		}
		if known.Symbol == "" {
			known.Symbol = d.Symbol
		}
	}
	for i := range out {
		out[i].Title = initialCapital(out[i].Title)
	}
	return out
}

func initialCapital(s string) string {
	first, width := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[width:]
}

func sameDocument(known []briefing.Document, title string) int {
	title = strings.ToLower(title)
	for i, d := range known {
		other := strings.ToLower(d.Title)
		if title == other || strings.HasPrefix(title, other+" ") || strings.HasPrefix(other, title+" ") {
			return i
		}
	}
	return -1
}
