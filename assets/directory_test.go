package assets

import (
	"testing"

	"placard/briefing"
)

func TestDirectory(t *testing.T) {
	list, err := Directory{}.Delegations()
	if err != nil {
		t.Fatal(err)
	}
	count := map[briefing.DelegationKind]int{}
	codes, ids := map[string]bool{}, map[briefing.ID]bool{}
	for _, d := range list {
		count[d.Kind]++
		if codes[d.Code] || ids[d.ID] {
			t.Errorf("%s is there twice", d.Code)
		}
		codes[d.Code], ids[d.ID] = true, true
		for _, language := range Languages {
			if d.Names[language] == "" {
				t.Errorf("%s has no name in %s", d.Code, language)
			}
		}
		if d.Source == "" || !d.AsOf.Full() || !d.AsOf.Valid() {
			t.Errorf("%s does not say where its name is from: %q, %q", d.Code, d.Source, d.AsOf)
		}
		if len(d.Members) > 0 || (d.Rule != "") != (d.Kind == briefing.KindGroup) {
			t.Errorf("%s: members %v, rule %q", d.Code, d.Members, d.Rule)
		}
	}
	if got, want := count[briefing.KindState], 249; got != want {
		t.Errorf("got %d countries, want %d", got, want)
	}
	if got := count[briefing.KindGroup]; got < 20 {
		t.Errorf("got %d groups", got)
	}
}

func TestDirectoryNames(t *testing.T) {
	list, err := Directory{}.Delegations()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]briefing.Delegation{}
	for _, d := range list {
		names[d.Code] = d
	}
	for _, c := range []struct{ code, language, want string }{
		{"IR", "en", "Islamic Republic of Iran"}, // ISO turns it round
		{"IR", "fr", "République islamique d'Iran"},
		{"SY", "fr", "République arabe syrienne"},
		{"CD", "en", "Democratic Republic of the Congo"},
		{"SH", "en", "Saint Helena, Ascension and Tristan da Cunha"}, // a list, not turned round
		{"CH", "es", "Suiza"},
		{"WEOG", "fr", "Groupe des États d’Europe occidentale et autres États"},
	} {
		d := names[c.code]
		if got := d.Name(c.language); got != c.want {
			t.Errorf("%s in %s = %q, want %q", c.code, c.language, got, c.want)
		}
	}
}

// The id of a delegation is the same in every vault, for good.
func TestDelegationIDsStay(t *testing.T) {
	got := delegationID(briefing.KindState, "CH")
	if want := "74e61b2b-98c1-8e00-8d21-8478020e448c"; got.String() != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadDelegationsRefusesAShortRow(t *testing.T) {
	if _, err := readDelegations("code\ten\tfr\tes\nXX\tonly\n", briefing.KindState); err == nil {
		t.Error("a row without its names was taken")
	}
}
