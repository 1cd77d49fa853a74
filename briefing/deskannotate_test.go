package briefing_test

import (
	"errors"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
)

func TestAnnotationOnAPhraseSurvivesEditRemovalAndUndo(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	b := at(t, x, "12")
	phrase := strings.Fields(b.Text)[3] + " " + strings.Fields(b.Text)[4]
	a, err := d.Annotate(t.Context(), x.Note.ID, briefing.Annotation{
		Text: " Ask for the paper first. ", Kind: briefing.KindQuestion, Tags: []string{"#seminars", "seminars", " "},
		Anchor: briefing.Anchor{Block: b.ID, Quote: briefing.Quote{Exact: phrase}},
	})
	if err != nil {
		t.Fatal(err)
	}
	start, end, ok := a.Anchor.Quote.Find(b.Text)
	if !ok || b.Text[start:end] != phrase || a.Anchor.Label != "12" || a.Anchor.Quote.Suffix == "" {
		t.Errorf("anchor: got %+v", a.Anchor)
	}
	if a.Text != "Ask for the paper first." || len(a.Tags) != 1 || a.Tags[0] != "seminars" {
		t.Errorf("got %q, %v", a.Text, a.Tags)
	}
	a.Text = "Ask for both papers first."
	if _, err := d.EditAnnotation(t.Context(), *a, 1); err != nil {
		t.Fatal(err)
	}
	if err := d.RemoveAnnotation(t.Context(), a.Key(), 2); err != nil {
		t.Fatal(err)
	}
	if got := dossier(t, d, x.Note.ID).Annotations; len(got) != 0 {
		t.Errorf("left: %d", len(got))
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := dossier(t, d, x.Note.ID).AnnotationsOn(b.ID)
	if len(got) != 1 || got[0].Text != "Ask for both papers first." || got[0].Author != "A. Keeper" {
		t.Errorf("undo brought back %+v", got)
	}
}

func TestAnnotationNeedsWordsThatStandThere(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	b := at(t, x, "12")
	for name, c := range map[string]struct {
		a    briefing.Annotation
		want error
	}{
		"another phrase": {briefing.Annotation{Text: "x", Anchor: briefing.Anchor{Block: b.ID, Quote: briefing.Quote{Exact: "no such phrase"}}}, briefing.ErrNotFound},
		"another block":  {briefing.Annotation{Text: "x", Anchor: briefing.Anchor{Block: "b9999"}}, briefing.ErrNotFound},
		"no words":       {briefing.Annotation{Text: "  ", Anchor: briefing.Anchor{Block: b.ID}}, briefing.ErrInvalid},
		"unknown kind":   {briefing.Annotation{Text: "x", Kind: "shout", Anchor: briefing.Anchor{Block: b.ID}}, briefing.ErrInvalid},
	} {
		if _, err := d.Annotate(t.Context(), x.Note.ID, c.a); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestSearchForgivesAccentsAndCase(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	_, err := d.Annotate(t.Context(), x.Note.ID, briefing.Annotation{
		Text: "Vérifier auprès du Secrétariat", Anchor: briefing.Anchor{Block: at(t, x, "11").ID},
	})
	if err != nil {
		t.Fatal(err)
	}
	found, err := d.Search(t.Context(), briefing.Query{Words: "secretariat VERIFIER"})
	if hits := found.Hits; err != nil || len(hits) != 1 || hits[0].In != briefing.HitAnnotation || hits[0].Label != "11" {
		t.Errorf("got %+v, %v", hits, err)
	}
	found, err = d.Search(t.Context(), briefing.Query{Words: "storm damage"})
	if err != nil || found.Total < 3 {
		t.Errorf("got %d hits in the note, %v", found.Total, err)
	}
}

func TestQuotationGivesItsNumberFirst(t *testing.T) {
	x := withSample(t, newDesk(t))
	for label, want := range map[string]string{
		"12#2":   "Paragraph 12, second bullet: “Light and Wildlife:",
		"11":     "Paragraph 11: “As the theme of the CSD for 2032",
		"item:4": "Item 4: “Report of the Secretary-General",
	} {
		got := x.Text.Quotation(at(t, x, label), 0, 0, assets.Words("en"))
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %q, want %q…", label, got, want)
		}
	}
}
