package assets

import (
	"embed"
	"encoding/json"
	"log/slog"
	"path"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// wordFiles are words/<language>/<area>.json: flat objects of dotted keys.
//
//go:embed words
var wordFiles embed.FS

// tongue is the messages of one language, read once and never changed.
type tongue struct {
	// plain holds what takes no arguments: most of what a list shows.
	plain map[string]string
	// counts tells of every other message whether Count picks its plural.
	counts    map[string]bool
	localizer *i18n.Localizer
}

// tongues reads each language at its first use.
var tongues = map[string]func() *tongue{
	"en":   sync.OnceValue(func() *tongue { return newTongue(language.English, messages("en")) }),
	"fr":   sync.OnceValue(func() *tongue { return newTongue(language.French, spaceFrench(messages("fr"))) }),
	"es":   sync.OnceValue(func() *tongue { return newTongue(language.Spanish, messages("es")) }),
	Pseudo: sync.OnceValue(func() *tongue { return newTongue(language.English, pseudoMessages(messages("en"))) }),
}

// messages reads every area of a language. An area that does not parse is
// logged and left out, so that its keys show in brackets.
func messages(code string) []*i18n.Message {
	dir := path.Join("words", code)
	files, err := wordFiles.ReadDir(dir)
	if err != nil {
		slog.Error("read catalogue", "language", code, "err", err)
		return nil
	}
	var all []*i18n.Message
	for _, f := range files {
		found, err := area(path.Join(dir, f.Name()))
		if err != nil {
			slog.Error("read catalogue", "language", code, "area", f.Name(), "err", err)
			continue
		}
		all = append(all, found...)
	}
	return all
}

func area(name string) ([]*i18n.Message, error) {
	data, err := wordFiles.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return i18n.ParseMessageBytes(data, json.Unmarshal)
}

// newTongue sorts messages by what saying them costs. The tag picks the
// plural rules.
func newTongue(tag language.Tag, all []*i18n.Message) *tongue {
	t := &tongue{plain: map[string]string{}, counts: map[string]bool{}}
	bundle := i18n.NewBundle(tag)
	for _, m := range all {
		plural := m.One != "" || m.Many != ""
		if !plural && !strings.Contains(m.Other, "{{") {
			t.plain[m.ID] = m.Other
			continue
		}
		if err := bundle.AddMessages(tag, m); err != nil {
			slog.Error("read catalogue", "key", m.ID, "err", err)
			continue
		}
		t.counts[m.ID] = plural
	}
	t.localizer = i18n.NewLocalizer(bundle, tag.String())
	return t
}

// say gives the sentence of a key; ok is false where this language lacks it or
// its template fails.
func (t *tongue) say(key string, args []any) (s string, ok bool) {
	if s, ok = t.plain[key]; ok {
		return s, true
	}
	plural, ok := t.counts[key]
	if !ok {
		return "", false
	}
	data := named(args)
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: data}
	if plural {
		config.PluralCount = data["Count"]
	}
	// Localize returns the "other" form along with an error where a rare
	// plural form is not written: the sentence counts.
	s, err := t.localizer.Localize(config)
	return s, err == nil || s != ""
}
