package pack_test

import (
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// A reader of the last pack finds what is new first, as far as the audience
// may know the history.
func TestPackSaysWhatChangedSince(t *testing.T) {
	d, before := canaryDossier(briefing.StateCleared), canaryDossier(briefing.StateDraft)
	before.Positions[0].Stance = briefing.StanceAccepts
	d.Before = before
	paper := fullPack(t, d, forHead)
	text := paperText(paper)
	for _, want := range []string{"Changes since pack 6", "Stance: ◐ can accept → ■ red line", "Cleared"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the pack", want)
		}
	}
	if list := headings(paper); list[0] != "Changes since pack 6" {
		t.Errorf("the changes come after %q", list[0])
	}
	outside := paperText(fullPack(t, d, briefing.Gate{Audience: briefing.ForAllies, Ticked: everyPart(true)}))
	if strings.Contains(outside, "Changes since") {
		t.Error("allies learn what we changed")
	}
	d.Before = d
	if text := paperText(fullPack(t, d, forHead)); !strings.Contains(text, "Nothing has changed.") {
		t.Error("it is not said that nothing changed")
	}
}

func TestPackKeepsToTheItemsChosen(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	on := briefing.Subject{Kind: briefing.OnParagraph, Block: "b1"}
	p := &briefing.Position{ID: packID(11), Subject: on, Stance: briefing.StanceSupports}
	d.Positions = append(d.Positions, p)
	titles := func(items ...briefing.Subject) []string {
		var out []string
		for _, h := range headings(chosenPack(t, d, items)) {
			if strings.HasPrefix(h, "Paragraph ") && h != "Paragraph by paragraph" {
				out = append(out, h[:len("Paragraph 1")])
			}
		}
		return out
	}
	for _, c := range []struct {
		items []briefing.Subject
		want  []string
	}{
		{nil, []string{"Paragraph 1", "Paragraph 2"}},
		{[]briefing.Subject{onAsk, on}, []string{"Paragraph 2", "Paragraph 1"}},
		{[]briefing.Subject{on, on}, []string{"Paragraph 1"}},
		{[]briefing.Subject{onAsk}, []string{"Paragraph 2"}},
	} {
		if got := titles(c.items...); !slices.Equal(got, c.want) {
			t.Errorf("ordered %v: got %q, want %q", c.items, got, c.want)
		}
	}
}

// A fast speaker's minute holds more words.
func TestSpeakingNotesKeepTheSpeakersPace(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Positions[0].SetText(briefing.FieldSpeakingNote, strings.Repeat("word ", 150))
	for pace, want := range map[int]string{0: "150 words · 1\u00a0min\u00a030\u00a0s", 100: "150 words · 1\u00a0min\u00a030\u00a0s", 150: "150 words · 1\u00a0min"} {
		if text := paperText(pacedPack(t, d, pace)); !strings.Contains(text, want) {
			t.Errorf("at %d words a minute: no %q", pace, want)
		}
	}
}
