package app

import (
	"strings"
	"testing"

	"placard/app/reader"
	"placard/assets"
	"placard/briefing"
)

// askingNote is a note with one paragraph that lets its reader choose.
func askingNote() *briefing.Dossier {
	text := &briefing.Text{Blocks: []briefing.Block{
		{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "12", Text: "Members may choose two topics."},
		{ID: "b2", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: "b1", Text: "Rivers"},
		{ID: "b3", Kind: briefing.KindContinuation, Part: briefing.PartBody, Parent: "b2", Text: "and lakes"},
		{ID: "b4", Kind: briefing.KindFurniture, Part: briefing.PartBody, Text: "page 3"},
	}}
	return &briefing.Dossier{
		Note: &briefing.Note{Language: "en"}, Text: text,
		Asks: []*briefing.Ask{{
			Code: "12", Block: "b1", Class: briefing.AskChoose, Strength: briefing.Strong, Choose: 1, Due: "2031-05-21",
			Options: []briefing.Option{{Code: "1", Block: "b2"}}, Reason: briefing.Reason{Words: "choose two"},
		}},
		Positions: []*briefing.Position{{
			Subject: briefing.Subject{Kind: briefing.OnAsk, Block: "b1", Ask: "12"}, Stance: briefing.StanceRedLine,
			State: briefing.StateDraft, Ranking: []briefing.Rank{{Option: "1", Place: 2}},
		}},
		Annotations: []*briefing.Annotation{{
			Kind: briefing.KindRemark, Text: "Ask\ncapital", Anchor: briefing.Anchor{Block: "b1", Quote: briefing.Quote{Exact: "two topics"}},
		}},
	}
}

func TestNoteRowsSayWhatIsAskedAndWhatWeSay(t *testing.T) {
	rows := noteRows(askingNote(), assets.Words("en"))
	if len(rows) != 3 {
		t.Fatalf("%d rows, want the page's frame left out", len(rows))
	}
	asks := chips(rows[0])
	for _, want := range []string{"choose 1 of 1 · “choose two” · due 21 May 2031", "■ red line", "● draft"} {
		if !strings.Contains(asks, want) {
			t.Errorf("the paragraph says %q, want %q in it", asks, want)
		}
	}
	if got := chips(rows[1]); !strings.Contains(got, "our no. 2") {
		t.Errorf("the option says %q", got)
	}
	if rows[1].Indent != 1 || rows[2].Indent != 1 || rows[1].Label != "•" {
		t.Errorf("indents %d and %d, mark %q", rows[1].Indent, rows[2].Indent, rows[1].Label)
	}
	m := rows[0].Marks
	if len(m) != 1 || rows[0].Text[m[0].Start:m[0].End] != "two topics" || rows[0].Notes[0] != "remark: Ask capital" {
		t.Errorf("marks %v, notes %q", m, rows[0].Notes)
	}
}

// An ask that waits for an answer is filled with its colour; an answered one
// is only framed.
func TestOpenAsksStandOut(t *testing.T) {
	d := askingNote()
	if noteRows(d, assets.Words("en"))[0].Chips[0].Solid {
		t.Error("the answered ask stands out")
	}
	d.Positions = nil
	if !noteRows(d, assets.Words("en"))[0].Chips[0].Solid {
		t.Error("the open ask does not stand out")
	}
}

func chips(row reader.Row) string {
	var texts []string
	for _, c := range row.Chips {
		texts = append(texts, c.Text)
	}
	return strings.Join(texts, " | ")
}
