package briefing

import (
	"regexp"
	"strings"
)

// versionParts are the parts of a symbol that tell one version of a document
// from another: a revision, an addendum, a corrigendum, an amendment, a
// limited or a restricted print of it. They may be glued on with a slash,
// stand in brackets, or follow "et".
var versionParts = regexp.MustCompile(`(?i)(?:[\s\x{a0}]*(?:[/,;-]|\bet\b|\band\b|\by\b)?[\s\x{a0}]*\(?(?:rev|add|corr|amend|reissue|reissued for technical reasons)\b\.?[\s\x{a0}]*[0-9IVX]*(?:[\s\x{a0}]*[-–][\s\x{a0}]*[0-9]+)?\)?|\*+)+$`)

// FamilyOf is the symbol that all versions of a document have in common: the
// one without "/Rev.1", "/Add.2", "/Corr.1", "(Rev. 3)", "/Amend.1" and
// asterisks, letters and blanks in one form so that families compare as
// strings. "A/80/604/Add.6" and "a/80/604" are of the family "A/80/604".
// Words that name a symbol ("Document:", "Doc.") must be taken off before; a
// symbol that is nothing but a version, and an empty one, are their own
// family. FamilyOf of a family is that family.
func FamilyOf(symbol string) string {
	whole := strings.ToUpper(strings.Join(strings.Fields(symbol), " "))
	family := strings.TrimRight(versionParts.ReplaceAllString(whole, ""), " /-,")
	if family == "" {
		return whole
	}
	return family
}
