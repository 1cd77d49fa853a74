package extract

import (
	"regexp"
	"strings"
)

// symbolLine is a line that is nothing but a document symbol. The parts are
// joined by slashes; a few organizations number with a dot or a leading
// session instead.
var symbolLine = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`(?:[0-9]{1,3} )?[A-Z][A-Za-z0-9.]{0,12}(?:[/–—-][A-Za-z0-9()][A-Za-z0-9.()–-]{0,20}){0,8}(?:/[A-Za-z0-9][A-Za-z0-9.()–-]{0,20})` + symbolTail,       // A/C.2/67/L.15, 39 C/NOM/1, IC/2005/13
	`[A-Z][A-Za-z0-9.]{0,10}(?:/[A-Za-z0-9.]{1,20}){1,6} ?\((?:Sect|Part|Vol)\. ?[0-9IVX]{1,4}\)(?:/(?:Part|Add\.|Corr\.) ?[A-Z0-9]{1,3})*` + symbolTail, // A/81/6 (Sect. 13)/Part A
	`(?:[A-Z]{1,4} )?[0-9]{3,6}/[0-9]{2}` + symbolTail,                                                                            // 16183/09, WK 5230/17
	`[0-9]{1,3} EX/[0-9]{1,3}(?:\.[IVX0-9]{1,4})?` + symbolTail,                                                                   // 206 EX/4.I
	`(?:Rec\. )?ITU-[TRD] [A-Z]{1,3}\.[0-9]{1,4}(?:\.[0-9]{1,3})*`,                                                                // ITU-T A.8
	`(?:[A-Z]{2,4}[0-9]{1,3}|[A-Z]{1,3})\.[0-9]{1,4}(?:\([0-9]{1,3}\))?`,                                                          // WHA66.10, A.1006(25)
	`[A-Z]{2,8}(?:\.[A-Za-z0-9-]{1,16}){2,5}`,                                                                                     // ADP.2015.8.InformalNote, PC.DEC/…, CIO.GAL.12.24
	`(?:Application|Case|Communication|Requête|Affaire|Solicitud|Caso) (?i:no|nos|n°|nº)\.? ?[A-Z]?[0-9]{1,5}/(?:19|20)?[0-9]{2}`, // courts
}, "|") + `)$`)

// symbolTail is what marks versions: "/Rev.1", "(Rev. 1)", "et Add et Corr.",
// "**", and the year that resolutions carry.
const symbolTail = `(?: ?\([0-9]{4}\))?(?:[ /]?\(?(?:Rev|Add|Corr|Amend)\.? ?[0-9]*\.?\)?)*(?: (?:et|and|y) (?:Add|Corr)\.? ?[0-9]*\.?)*(?:/[A-Z]{1,3})?\*{0,3}`

// symbolOf reads a line as a symbol; empty where it is none. Labels such as
// "Document:" may stand before it.
func symbolOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, label := range []string{
		"Document:", "Doc.", "Symbol:", "Cote:", "Signatura:", "Document", "Ref.:",
		"Resolution", "Résolution", "Resolución", "Recommendation", "Recommandation", "Recomendación",
	} {
		if rest, ok := strings.CutPrefix(text, label); ok {
			text = strings.TrimSpace(rest)
		}
	}
	if !symbolLine.MatchString(text) || !strings.ContainsAny(text, "0123456789") {
		return ""
	}
	return strings.TrimRight(text, "*")
}
