package extract

import (
	"regexp"
	"slices"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/sign"
)

// announcement is a way in which a sentence promises or attaches a document.
// The first group is the document as the sentence names it.
type announcement struct {
	language string
	status   briefing.DocumentStatus
	// verbs are parts of the words that announce; a sentence without one is
	// spared the pattern.
	verbs  []string
	phrase *regexp.Regexp
}

// paper is the name of a document: its kind and what it is of or on, up to
// the verb.
const paper = `((?:(?:provisional|draft|revised|annotated|background|concept|discussion|information|working|final|interim|annual|progress|preliminary|summary|joint|technical|explanatory|policy|of the)\b[ -])*` +
	`(?:report|paper|document|note|agenda|study|programme|programme of work|terms of reference|guidelines|draft resolution|draft decision|questionnaire|list)s?\b` +
	`(?: (?:of|on|for|by|about|to|from)\b[^.;:,()]*?)?)`

var announcements = []announcement{
	{"en", briefing.DocumentAttached, []string{"attach", "annex", "enclos", "append"}, regexp.MustCompile(`(?i)(?:\bcop(?:y|ies) of )?(?:the |a |an )?` + paper + `[ ,]*(?:is|are|is herewith|are herewith) (?:attached|annexed|enclosed|appended)\b`)},
	{"en", briefing.DocumentAvailable, []string{"availab", "posted", "publish", "issue", "circulat", "distribut"}, regexp.MustCompile(`(?i)(?:the |a |an )?` + paper + `[ ,]*(?:is|are|has been|have been) (?:now |already |also )?(?:available|posted|published|issued|circulated|distributed)\b`)},
	{"en", briefing.DocumentExpected, []string{"will", "shall", "to be", "being"}, regexp.MustCompile(`(?i)(?:the |a |an )?` + paper + `[ ,]*(?:will|shall|is to|are to|is being|are being) (?:also |then )?(?:be )?(?:provided|circulated|issued|published|distributed|made available|prepared|submitted|finalized|drafted|presented|shared|sent|tabled)\b`)},
	{"en", briefing.DocumentExpected, []string{"preparing", "drafting", "finalizing", "developing", "compiling"}, regexp.MustCompile(`(?i)\b(?:is|are) (?:currently |now |also )?(?:preparing|drafting|finalizing|developing|compiling) (?:the |a |an )` + paper + `(?: (?:which|that|to|in|with)\b|[.,;]|$)`)},
	{"en", briefing.DocumentExpected, []string{"will", "shall"}, regexp.MustCompile(`(?i)\b(?:will|shall) (?:also |then )?(?:prepare|provide|circulate|issue|publish|submit|present|distribute|share) (?:the |a |an )` + paper + `(?: (?:which|that|to|in|with)\b|[.,;]|$)`)},
	{"en", briefing.DocumentExpected, []string{"discussion", "consideration", "examination", "presentation"}, regexp.MustCompile(`(?i)\b(?:discussion|consideration|examination|presentation) (?:on|of) (?:the )` + paper + `(?:[.,;]|$)`)},
	{"fr", briefing.DocumentAttached, []string{"joint", "annex", "reprodui"}, regexp.MustCompile(`(?i)(?:une copie |copie )?(?:de l['’]|du |de la |l['’]|le |la |les )?((?:ordre du jour|rapport|document|note|projet)(?: [^.;:,()]*?)?) (?:est|sont) (?:joint|jointe|joints|jointes|annexé|annexée|annexés|reproduit)\b`)},
	{"fr", briefing.DocumentAvailable, []string{"disponible", "publié", "paru", "affiché", "consultable"}, regexp.MustCompile(`(?i)(?:le |la |les |l['’])((?:rapport|document|note|étude)s?(?: [^.;:,()]*?)?) (?:est|sont) (?:désormais |déjà |maintenant )?(?:disponible|publié|paru|affiché|consultable)`)},
	{"fr", briefing.DocumentExpected, []string{"sera", "seront"}, regexp.MustCompile(`(?i)(?:le |la |les |l['’]|un |une )((?:rapport|document|note|étude|projet)s?(?: [^.;:,()]*?)?) (?:sera|seront) (?:communiqué|distribué|publié|présenté|mis|transmis|soumis|remis)`)},
	{"fr", briefing.DocumentExpected, []string{"prépare", "élabore", "rédige"}, regexp.MustCompile(`(?i)\b(?:prépare|élabore|rédige) (?:actuellement )?(?:le |la |un |une )((?:rapport|document|note|étude)s?(?: [^.;:,()]*?)?)(?: (?:qui|que|pour|afin)\b|[.,;]|$)`)},
	{"es", briefing.DocumentAttached, []string{"adjunta", "anex"}, regexp.MustCompile(`(?i)(?:se adjunta|figura en anexo|se anexa) (?:una copia del |el |la |un |una )?((?:orden del día|temario|programa|informe|documento|nota)(?: [^.;:,()]*?)?)(?:[.,;]|$)`)},
	{"es", briefing.DocumentAvailable, []string{"disponible", "publicad"}, regexp.MustCompile(`(?i)(?:el |la |los |las )((?:informe|documento|nota|estudio)s?(?: [^.;:,()]*?)?) (?:está|están|ya está) (?:ya |ahora )?(?:disponible|publicado)`)},
	{"es", briefing.DocumentExpected, []string{"se "}, regexp.MustCompile(`(?i)(?:el |la |los |las |un |una )((?:informe|documento|nota|estudio|proyecto)s?(?: [^.;:,()]*?)?) se (?:facilitará|distribuirá|publicará|presentará|transmitirá|pondrá)`)},
	{"es", briefing.DocumentExpected, []string{"está "}, regexp.MustCompile(`(?i)\bestá (?:preparando|elaborando|redactando) (?:el |la |un |una )((?:informe|documento|nota|estudio)s?(?: [^.;:,()]*?)?)(?: (?:que|para)\b|[.,;]|$)`)},
}

// documents lists the papers that the note says are attached, available or
// still to come.
func documents(n *briefing.Note, blocks []briefing.Block) []briefing.Document {
	var out []briefing.Document
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case briefing.KindParagraph, briefing.KindSubparagraph, briefing.KindBullet, briefing.KindContinuation, briefing.KindText:
			out = append(out, announcedIn(n, b, blocks)...)
		case briefing.KindMasthead, briefing.KindHeading, briefing.KindQuotation, briefing.KindPreamble, briefing.KindFootnote,
			briefing.KindAgendaDay, briefing.KindAgendaSlot, briefing.KindAgendaItem, briefing.KindTable, briefing.KindAnnex, briefing.KindFurniture:
		}
	}
	return distinct(out)
}

func announcedIn(n *briefing.Note, b *briefing.Block, blocks []briefing.Block) []briefing.Document {
	var out []briefing.Document
	for at := 0; at < len(b.Text); {
		end := sentenceEnd(b.Text, at)
		sentence := b.Text[at:end]
		lower := strings.ToLower(sentence)
		for _, a := range announcements {
			if a.language != n.Language || !holds(lower, paperWords) || !holds(lower, a.verbs) {
				continue
			}
			m := a.phrase.FindStringSubmatch(sentence)
			if m == nil {
				continue
			}
			name := meant(m[1], b.Text[:end])
			if bareKind.MatchString(name) {
				continue // nobody could tell which
			}
			d := briefing.Document{Title: name, Status: a.status, Block: b.ID}
			d.Link = linkIn(b, at, end, blocks)
			if d.Status == briefing.DocumentAttached {
				d.Symbol = annexSymbol(d.Title, n.Annexes)
			}
			out = append(out, d)
		}
		at = end
	}
	return out
}

// paperWords are parts of the words for documents in three languages.
var paperWords = []string{"report", "paper", "document", "note", "nota", "agenda", "stud", "programm", "terms", "guideline", "draft", "questionnaire", "list", "rapport", "étude", "ordre", "projet", "informe", "estudio", "orden", "temario", "programa", "proyecto"}

func holds(lower string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
}

// sentenceEnd is the byte behind the sentence that starts at byte at.
func sentenceEnd(text string, at int) int {
	for i := at; i < len(text); i++ {
		if text[i] == '.' || text[i] == ';' {
			rest := text[i+1:]
			stripped := strings.TrimLeft(rest, "”’\")")
			stripped = stripped[sign.Superscripts(stripped):]
			if stripped == "" || stripped[0] == ' ' {
				return len(text) - len(stripped)
			}
		}
	}
	return len(text)
}

// linkIn is the address in the sentence, or in the footnote its mark points to.
func linkIn(b *briefing.Block, from, to int, blocks []briefing.Block) string {
	for _, run := range b.Runs {
		if run.Start < from || run.End > to {
			continue
		}
		if strings.HasPrefix(run.Link, "http") {
			return run.Link
		}
		if run.NoteRef != "" {
			return noteLink(run.NoteRef, blocks)
		}
	}
	return ""
}

func noteLink(id string, blocks []briefing.Block) string {
	for i := range blocks {
		if blocks[i].ID != id {
			continue
		}
		for _, run := range blocks[i].Runs {
			if strings.HasPrefix(run.Link, "http") {
				return run.Link
			}
		}
	}
	return ""
}

// annexSymbol is the symbol of the annex whose title the document's name
// begins with.
func annexSymbol(title string, annexes []briefing.Annex) string {
	for _, a := range annexes {
		if a.Title != "" && strings.HasPrefix(strings.ToLower(title), strings.ToLower(a.Title)) {
			return a.Symbol
		}
	}
	return ""
}
