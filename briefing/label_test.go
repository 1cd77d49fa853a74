package briefing

import (
	"errors"
	"testing"
)

func noteOfTwelve() *Text {
	return &Text{Blocks: []Block{
		{ID: "b1", Kind: KindParagraph, Part: PartBody, Label: "12"},
		{ID: "b2", Kind: KindBullet, Part: PartBody, Parent: "b1"},
		{ID: "b3", Kind: KindBullet, Part: PartBody, Parent: "b1"},
		{ID: "b4", Kind: KindParagraph, Part: PartBody, Label: "25.1"},
		{ID: "b5", Kind: KindParagraph, Part: "annex1", Label: "12"},
		{ID: "b6", Kind: KindAgendaItem, Part: "annex1", Label: "2"},
	}}
}

func TestLabelsNameBlocksBothWays(t *testing.T) {
	text := noteOfTwelve()
	for s, want := range map[string]string{
		"12": "b1", "12#2": "b3", "25.1": "b4", "annex1:12": "b5", "Annex1:12": "b5", "item:2": "b6", " 12. ": "b1",
	} {
		l, err := ParseLabel(s)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		b, err := text.Find(l)
		if err != nil || b.ID != want {
			t.Errorf("%s: got %v, %v, want %s", s, b, err, want)
			continue
		}
		again, err := ParseLabel(text.LabelOf(b).String())
		if got, _ := text.Find(again); err != nil || got == nil || got.ID != want {
			t.Errorf("%s is called %s, which is another block", want, text.LabelOf(b))
		}
	}
}

func TestLabelsThatNameNothing(t *testing.T) {
	for _, s := range []string{"", "  ", "12#0", "12#x", "annex1:", "#2"} {
		if _, err := ParseLabel(s); !errors.Is(err, ErrInvalid) {
			t.Errorf("%q: got %v", s, err)
		}
	}
	for _, s := range []string{"13", "12#3", "annex2:12", "item:9"} {
		l, _ := ParseLabel(s)
		if _, err := noteOfTwelve().Find(l); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: got %v", s, err)
		}
	}
}

func FuzzParseLabel(f *testing.F) {
	f.Add("annex1:12#2")
	f.Fuzz(func(_ *testing.T, s string) {
		l, err := ParseLabel(s)
		if err != nil {
			return
		}
		_, _ = noteOfTwelve().Find(l)
	})
}
