package briefing_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"placard/briefing"
)

func TestMarshalNote(t *testing.T) {
	r := &briefing.Recognized{
		Note: briefing.Note{Symbol: "HB/1", Date: "2031-03", Language: "en"},
		Blocks: []briefing.Block{{
			ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "Say <what> you think.¹",
			Runs: []briefing.Run{{Start: 0, End: 3, Style: briefing.Bold | briefing.Italic}, {Start: 21, End: 23, Style: briefing.Superscript, NoteRef: "b2"}},
		}, {ID: "b2", Kind: briefing.KindFootnote, Part: briefing.PartBody, Label: "1", Text: "In writing."}},
		Meetings: []briefing.Meeting{{Title: "Board", Start: "2031-03-03", Role: briefing.RoleServes}},
	}
	asks := []briefing.Ask{{Code: "1", Block: "b1", Class: briefing.AskViews, Strength: briefing.Strong, SummaryOf: []string{"3"}}}
	out, err := briefing.MarshalNote(r, asks)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema, Symbol, Date string
		ID                   *string
		MeetingDate          *string `json:"meeting_date"`
		Blocks               []struct {
			ID, Kind, Label, Text string
			Runs                  []struct {
				Start, End                int
				Text                      string
				Bold, Italic, Superscript bool
				NoteRef                   string `json:"note_ref"`
			}
			Asks []struct {
				ID, Class, Strength string
				SummaryOf           []string `json:"summary_of"`
			}
		}
		Meetings []struct{ Title, Start, Role string }
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "placard.note/1" || got.Symbol != "HB/1" || got.Date != "2031-03" || got.MeetingDate != nil || got.ID != nil {
		t.Errorf("note: %+v", got)
	}
	runs := got.Blocks[0].Runs
	if len(runs) != 2 || !runs[0].Bold || !runs[0].Italic || runs[0].Text != "Say" || runs[1].NoteRef != "b2" || !runs[1].Superscript {
		t.Errorf("runs: %+v", runs)
	}
	if a := got.Blocks[0].Asks; len(a) != 1 || a[0].ID != "1" || a[0].SummaryOf[0] != "3" || len(got.Blocks[1].Asks) != 0 {
		t.Errorf("asks: %+v", got.Blocks)
	}
	if len(got.Meetings) != 1 || got.Meetings[0].Role != "serves" {
		t.Errorf("meetings: %+v", got.Meetings)
	}
	again, err := briefing.MarshalNote(r, asks)
	if err != nil || !bytes.Equal(out, again) {
		t.Error("the same note gave other bytes")
	}
	if !bytes.Contains(out, []byte("<what>")) {
		t.Error("signs of the text are escaped for a web page")
	}
}
