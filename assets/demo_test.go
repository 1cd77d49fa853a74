package assets

import (
	"testing"

	"placard/briefing"
)

func readDemo(t *testing.T) *Demo {
	t.Helper()
	demo, err := ReadDemo()
	if err != nil {
		t.Fatal(err)
	}
	return demo
}

// Every place that the demo speaks of is in the sample, and every phrase.
func TestDemoFitsTheSample(t *testing.T) {
	demo := readDemo(t)
	r, _ := readSample(t)
	text := &briefing.Text{Blocks: r.Blocks}
	for _, p := range demo.Positions {
		blockAt(t, text, p.Label)
		if _, ok := briefing.ParseStance(string(p.Stance)); !ok || p.Text(briefing.FieldLine) == "" {
			t.Errorf("position on %s: stance %q, line %q", p.Label, p.Stance, p.Text(briefing.FieldLine))
		}
	}
	for _, a := range demo.Annotations {
		b := blockAt(t, text, a.Label)
		if _, _, ok := (briefing.Quote{Exact: a.Quote}).Find(b.Text); !ok {
			t.Errorf("annotation on %s: the sample does not say %q", a.Label, a.Quote)
		}
	}
	for _, o := range demo.Observations {
		blockAt(t, text, o.Label)
		if _, ok := briefing.ParseStance(string(o.Stance)); !ok || !o.Date.Full() || o.Delegation.IsZero() {
			t.Errorf("observation on %s by %q: stance %q, date %q", o.Label, o.By, o.Stance, o.Date)
		}
	}
}

func blockAt(t *testing.T, text *briefing.Text, label string) *briefing.Block {
	t.Helper()
	l, err := briefing.ParseLabel(label)
	if err != nil {
		t.Fatal(err)
	}
	b, err := text.Find(l)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// No stance of the demo may be taken for a real country's.
func TestDemoDelegationsAreInvented(t *testing.T) {
	directory, err := Directory{}.Delegations()
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]bool{}
	for _, d := range directory {
		taken[d.Code] = true
		for _, n := range d.Names {
			taken[n] = true
		}
	}
	for _, d := range readDemo(t).Delegations {
		for _, name := range []string{d.Code, d.Name("en"), d.Name("fr"), d.Name("es")} {
			if taken[name] {
				t.Errorf("%s is real", name)
			}
		}
		if d.Source != demoSource {
			t.Errorf("%s does not say that it is invented", d.Code)
		}
		if got := len(d.Members); (got > 1) != (d.Kind == briefing.KindGroup) {
			t.Errorf("%s has %d members", d.Code, got)
		}
	}
}

func TestDemoSaysThatItIsOne(t *testing.T) {
	if s := readDemo(t).Settings; !s.Demo || s.Mark == "" || s.Delegation == "" {
		t.Errorf("settings of the demo: %+v", s)
	}
}

// The choice of paragraph 12 is ranked, with an option of the delegation's own.
func TestDemoRanksTheOptions(t *testing.T) {
	for _, p := range readDemo(t).Positions {
		if p.Label != "12" {
			continue
		}
		if p.Place("1") != 1 || p.Place("3") != 2 || p.Place("own") != 3 || p.Text(briefing.FieldOwnOption) == "" {
			t.Errorf("ranking %v, own option %q", p.Ranking, p.Text(briefing.FieldOwnOption))
		}
		return
	}
	t.Error("there is no position on 12")
}
