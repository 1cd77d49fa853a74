package assets

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// frenchSpaces are the spaces that French sets before its double signs and
// inside its quotation marks: narrow, and no line breaks there. Whoever
// translates may type ordinary ones.
var frenchSpaces = strings.NewReplacer(
	" :", "\u202f:", " ;", "\u202f;", " !", "\u202f!", " ?", "\u202f?", " »", "\u202f»", "« ", "«\u202f",
)

func spaceFrench(all []*i18n.Message) []*i18n.Message {
	for _, m := range all {
		for _, form := range []*string{&m.One, &m.Many, &m.Other} {
			*form = frenchSpaces.Replace(*form)
		}
	}
	return all
}
