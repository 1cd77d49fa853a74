package briefing_test

import (
	"errors"
	"strings"
	"testing"

	"placard/briefing"
)

func TestDefaultTriggersAreWhole(t *testing.T) {
	classes, languages := map[briefing.AskClass]int{}, map[string]int{}
	for _, trigger := range briefing.DefaultTriggers() {
		classes[trigger.Class]++
		languages[trigger.Language]++
		if trigger.Evidence == "" {
			t.Errorf("a %s phrase in %s says not where it was seen", trigger.Class, trigger.Language)
		}
	}
	if len(classes) != 10 {
		t.Errorf("classes %v, want all ten", classes)
	}
	for _, language := range []string{"en", "fr", "es"} {
		if languages[language] < 10 {
			t.Errorf("%d phrases in %s", languages[language], language)
		}
	}
}

func TestParseTriggersRefuses(t *testing.T) {
	for what, tsv := range map[string]string{
		"too few columns": "EN\tVIEWS",
		"unknown class":   "EN\tWISH\tx\tmine",
		"broken pattern":  "EN\tVIEWS\t(\tmine",
		"second line":     "lang\tclass\tphrase_regex\tevidence\n# mine\nEN\tVIEWS\ta\t\nEN\tVIEWS\t[\t",
	} {
		if _, err := briefing.ParseTriggers(tsv); !errors.Is(err, briefing.ErrInvalid) {
			t.Errorf("%s: got %v, want %v", what, err, briefing.ErrInvalid)
		}
	}
	var p *briefing.Problem
	if _, err := briefing.ParseTriggers("EN\tVIEWS\ta\t\nEN\tVIEWS\t[\t"); !errors.As(err, &p) || p.Args[1] != "triggers:2" {
		t.Errorf("the bad line is not named: %v", err)
	}
}

// One paragraph each: what a user's own phrase finds, in scripts where RE2's
// own word boundary fails.
func TestOwnTriggers(t *testing.T) {
	tests := []struct{ pattern, text, words string }{
		{`\best invité à\b`, "Le Comité est invité à agir.", "est invité à"},
		{`\bà\b`, "là-haut", ""},
		{`\baprobó\b`, "El Consejo aprobó el informe.", "aprobó"},
		{`\bпредлага(ет|ют)\b`, "Секретариат ПРЕДЛАГАЕТ план.", "ПРЕДЛАГАЕТ"},
		{`\bпредлага\b`, "Секретариат предлагает план.", ""},
		{`\bl'avis\b`, "sollicite l’avis des membres", "l’avis"},
		{`\b(members?)\b[^.]{0,10}\bare asked\b`, "members\u00a0here are asked", "members\u00a0here are asked"},
		{`\bse invita (al?|a la|a los)\b[^.;]{0,60}\ba\b`, "Se invita a los miembros a que presenten sus ideas", "Se invita a los miembros a"},
		{`^asks`, "It asks.", ""},
		{`wishes$`, "The board wishes", "wishes"},
	}
	for _, tt := range tests {
		own, err := briefing.ParseTriggers("XX\tREQUEST\t" + tt.pattern + "\tmine")
		if err != nil {
			t.Fatal(err)
		}
		blocks := []briefing.Block{{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: tt.text}}
		asks := briefing.FindAsks(&briefing.Note{}, blocks, own)
		got := ""
		if len(asks) > 0 {
			got = asks[0].Reason.Words
		}
		if got != tt.words {
			t.Errorf("%s in %q: got %q, want %q", tt.pattern, tt.text, got, tt.words)
		}
	}
}

func FuzzParseTriggers(f *testing.F) {
	f.Add("EN\tVIEWS\t\\bseeks? the views of\\b\tmine", "It seeks the views of all.")
	f.Add("FR\tCHOOSE\t(?i)^\\bà\\b|é{2,5}?[^.]*$\t", "à éé.")
	f.Add("lang\tclass\tphrase_regex\tevidence\n#\n\nES\tSOFT\t\\Bx\\b(?s:.)", "ax.")
	f.Fuzz(func(t *testing.T, tsv, text string) {
		if len(tsv) > 400 || len(text) > 400 {
			return
		}
		triggers, err := briefing.ParseTriggers(tsv)
		if err != nil && !errors.Is(err, briefing.ErrInvalid) {
			t.Fatal(err)
		}
		text = strings.ToValidUTF8(text, "")
		blocks := []briefing.Block{{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: text}}
		for _, a := range briefing.FindAsks(&briefing.Note{}, blocks, triggers) {
			if text[a.Reason.Start:a.Reason.End] != a.Reason.Words {
				t.Errorf("%q is not at %d of %q", a.Reason.Words, a.Reason.Start, text)
			}
		}
	})
}
