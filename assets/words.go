package assets

import (
	"fmt"
	"strings"

	"placard/briefing"
)

// Languages of the catalogue, English first.
var Languages = []string{"en", "fr", "es"}

// catalogue is people's words in one language.
type catalogue struct {
	language string
	own      *tongue
	english  *tongue // what own lacks
}

var _ briefing.Words = (*catalogue)(nil)

// Words is the catalogue in the language that fits best: a code ("fr") or a
// system's locale ("fr_CH.UTF-8"); English where none fits. It is safe for
// concurrent use.
func Words(language string) briefing.Words {
	code := Match(language)
	return &catalogue{language: code, own: tongues[code](), english: tongues["en"]()}
}

// Say gives the sentence of a key with its arguments, which are name, value
// pairs; the one named Count picks the plural. A key that this language lacks
// is said in English, one that no language has comes back in ⟦brackets⟧. A
// key ending in a dot names the empty code: "state." is "state.none".
func (c *catalogue) Say(key string, args ...any) string {
	if strings.HasSuffix(key, ".") {
		key += "none"
	}
	for _, t := range [...]*tongue{c.own, c.english} {
		if s, ok := t.say(key, args); ok {
			return s
		}
	}
	return "⟦" + key + "⟧"
}

// In is the catalogue in another language, found as Words finds it.
func (c *catalogue) In(language string) briefing.Words {
	if language == c.language {
		return c
	}
	return Words(language)
}

// Language is the code of the catalogue's language.
func (c *catalogue) Language() string { return c.language }

// named makes a template's data of name, value pairs; a last name without its
// value is left out.
func named(args []any) map[string]any {
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		name, ok := args[i].(string)
		if !ok {
			name = fmt.Sprint(args[i])
		}
		data[name] = args[i+1]
	}
	return data
}
