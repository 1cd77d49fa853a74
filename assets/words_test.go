package assets

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

func TestSay(t *testing.T) {
	for _, c := range []struct {
		language, key, want string
		args                []any
	}{
		{"en", "stance.A", "can accept", nil},
		{"fr", "field.line_to_take", "Ligne à tenir", nil},
		{"es", "subject.item", "punto del orden del día", nil},
		{"en", "ask.choose", "choose 2 of 3", []any{"Choose", 2, "Of", 3}},
		{"fr", "quote.text", "Paragraphe 12\u202f: «\u202fnos phares\u202f»", []any{"Place", "Paragraphe 12", "Text", "nos phares"}},
		{"fr", "date.dmy", "1er octobre 2031", []any{"Day", 1, "Month", "octobre", "Year", 2031}},
		{"es", "date.dmy", "21 de octubre de 2031", []any{"Day", "21", "Month", "octubre", "Year", "2031"}},
		{"en", "state.", "none yet", nil}, // the empty state
		{"en", "no.such.key", "⟦no.such.key⟧", nil},
		{"fr", "no.such.key", "⟦no.such.key⟧", []any{"odd"}},
		{"ja", "stance.S", "supports", nil},
	} {
		if got := Words(c.language).Say(c.key, c.args...); got != c.want {
			t.Errorf("%s: Say(%q) = %q, want %q", c.language, c.key, got, c.want)
		}
	}
}

func TestCountPicksThePlural(t *testing.T) {
	word := &i18n.Message{ID: "n", One: "{{.Count}} note", Other: "{{.Count}} notes"}
	for _, c := range []struct {
		tag   language.Tag
		count any
		want  string
	}{
		{language.English, 1, "1 note"},
		{language.English, 0, "0 notes"},
		{language.French, 0, "0 note"}, // French counts nothing in the singular
		{language.French, 2, "2 notes"},
		{language.Spanish, 1_000_000, "1000000 notes"}, // "many", which is not written
		{language.English, nil, "<no value> notes"},
	} {
		got, ok := newTongue(c.tag, []*i18n.Message{word}).say("n", []any{"Count", c.count})
		if !ok || got != c.want {
			t.Errorf("%v %v: got %q, %v, want %q", c.tag, c.count, got, ok, c.want)
		}
	}
}

func TestAKeyWithoutATranslationIsSaidInEnglish(t *testing.T) {
	partial := &catalogue{language: "fr", own: newTongue(language.French, nil), english: tongues["en"]()}
	if got, want := partial.Say("stance.S"), "supports"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := partial.Say("ask.choose", "Choose", 1, "Of", 2), "choose 1 of 2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMatch(t *testing.T) {
	for locale, want := range map[string]string{
		"fr_CH.UTF-8": "fr", "fr": "fr", "fr-CA": "fr", "es_419": "es", "es_MX@euro": "es",
		"en_GB.UTF-8": "en", "pt_BR.UTF-8": "en", "C.UTF-8": "en", "POSIX": "en", "": "en", "../..": "en",
		"qps": "qps", "QPS": "qps",
	} {
		if got := Match(locale); got != want {
			t.Errorf("Match(%q) = %q, want %q", locale, got, want)
		}
		if got := Words("es").In(locale).Language(); got != want {
			t.Errorf("In(%q).Language() = %q, want %q", locale, got, want)
		}
	}
}

// Pages that hold two fifths more than English do not clip another language.
func TestPseudoIsLongerAndKeepsItsArguments(t *testing.T) {
	for _, m := range messages("en") {
		words := m.Other
		if strings.Contains(words, "{{") {
			continue
		}
		got := Words(Pseudo).Say(m.ID)
		if short := utf8.RuneCountInString(words) * 7 / 5; utf8.RuneCountInString(got) < short-1 {
			t.Errorf("%s: %q is shorter than %d letters", m.ID, got, short)
		}
	}
	got := Words(Pseudo).Say("ask.choose", "Choose", 2, "Of", 3)
	if want := "çhöööšéé 2 öff 3"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordsAreSafeForConcurrentUse(t *testing.T) {
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 200 {
				for _, language := range []string{"en", "fr", "es", Pseudo} {
					if got := Words(language).Say("ask.choose", "Choose", 2, "Of", 3); !strings.Contains(got, "2") {
						t.Errorf("%s: got %q", language, got)
					}
				}
			}
		})
	}
	all.Wait()
}
