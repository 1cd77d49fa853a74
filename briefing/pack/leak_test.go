package pack_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/pack"
)

// mayLeave is the field's own table, Who may see what, typed again by hand:
// a letter an audience (delegation, head, capital, allies, public); y yes,
// c cleared only, o only when ticked, - never.
var mayLeave = []struct {
	row      string
	canaries []string
}{
	{"yyycc", []string{"line_to_take", "points", "wording", "eop", "own_option"}},
	{"yyyc-", []string{"speaking_note"}},
	{"yyy--", []string{"objective", "one_liner", "rationale", "if_raised", "if_pressed", "press_line", "agreed_language", "linkages", "landing_zone", "previous_decisions"}},
	{"-yo--", []string{"fallback", "red_line", "tactics", "conditions"}},
	{"yyy--", []string{"question", "ministry", "capital_text", "capital_comment", "our_answer", "clearer", "reference"}},
	{"yyoo-", []string{"stated words", "published words"}},
	{"yyo--", []string{"told words", "hearsay words", "told source", "hearsay source", "stated source", "published source"}},
	{"yyo--", []string{"remark of me", "remark of anybody"}},
	{"yyyy-", []string{"background_open"}},
	{"yyy--", []string{"background_closed", "document", "lead"}},
	{"-----", []string{"remark of somebody else", "position author", "observation author", "pack author", "tag"}},
}

// everyPart is a gate's ticks with all of them set.
func everyPart(tick bool) map[briefing.Part]bool {
	out := map[briefing.Part]bool{}
	for _, p := range briefing.Parts {
		out[p] = tick
	}
	return out
}

func expected(letter byte, cleared, ticked bool) bool {
	return letter == 'y' || letter == 'c' && cleared || letter == 'o' && ticked
}

// A paper for an audience holds what the table allows it and nothing else,
// whatever was ticked and however it is laid out.
func TestPackHoldsWhatTheAudienceMaySee(t *testing.T) {
	for i, audience := range briefing.Audiences {
		for _, cleared := range []bool{false, true} {
			for _, ticked := range []bool{false, true} {
				state := briefing.StateDraft
				if cleared {
					state = briefing.StateCleared
				}
				gate := briefing.Gate{Audience: audience, Ticked: everyPart(ticked), Author: "me"}
				text := paperText(fullPack(t, canaryDossier(state), gate))
				for _, row := range mayLeave {
					for _, name := range row.canaries {
						want := expected(row.row[i], cleared, ticked)
						if (name == "clearer" || name == "reference") && !cleared {
							want = false // there is no clearance to show
						}
						if got := strings.Contains(text, canary(name)); got != want {
							t.Errorf("%s, cleared %v, ticked %v: %s in the paper: %v, want %v", audience, cleared, ticked, name, got, want)
						}
					}
				}
			}
		}
	}
}

// No layout lets out what the full one may not hold.
func TestPackLayoutsOpenNothing(t *testing.T) {
	for i, audience := range briefing.Audiences {
		for _, v := range []briefing.Variant{briefing.VariantOnePage, briefing.VariantSpeaking, briefing.VariantRestricted} {
			gate := briefing.Gate{Audience: audience, Author: "me"}
			paper, err := buildPack(t, canaryDossier(briefing.StateCleared), v, gate)
			if errors.Is(err, briefing.ErrNothingToExport) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			text := paperText(paper)
			for _, row := range mayLeave {
				for _, name := range row.canaries {
					if !expected(row.row[i], true, false) && strings.Contains(text, canary(name)) {
						t.Errorf("%s for %s holds %s", v, audience, name)
					}
				}
			}
		}
	}
}

// The annex is the one way of the restricted part to the delegation, and only
// when ticked; ticking it opens no other paper.
func TestPackAnnexIsAPaperOfItsOwn(t *testing.T) {
	gate := briefing.Gate{Audience: briefing.ForDelegation, Annex: true, Ticked: map[briefing.Part]bool{briefing.PartRestricted: true}}
	d := canaryDossier(briefing.StateDraft)
	annex, err := buildPack(t, d, briefing.VariantRestricted, gate)
	if err != nil {
		t.Fatal(err)
	}
	if text := paperText(annex); !strings.Contains(text, canary("red_line")) || strings.Contains(text, canary("line_to_take")) {
		t.Errorf("the annex should hold the red line and not the line to take:\n%s", text)
	}
	if text := paperText(fullPack(t, d, gate)); strings.Contains(text, canary("red_line")) {
		t.Error("the full pack holds the red line because the annex was ticked")
	}
	gate.Ticked = nil
	if _, err := buildPack(t, d, briefing.VariantRestricted, gate); !errors.Is(err, briefing.ErrNothingToExport) {
		t.Errorf("annex without a tick: %v, want nothing to export", err)
	}
}

// Outside the house a red line is opposition: in words, glyph and colour.
func TestPackShowsNoRedLineOutside(t *testing.T) {
	for _, audience := range []briefing.Audience{briefing.ForAllies, briefing.ForPublic} {
		gate := briefing.Gate{Audience: audience, Ticked: everyPart(true)}
		paper := fullPack(t, canaryDossier(briefing.StateCleared), gate)
		text := paperText(paper)
		if strings.Contains(text, "red line") || strings.Contains(text, "■") {
			t.Errorf("%s: a red line shows", audience)
		}
		if !strings.Contains(text, "✕ opposes") {
			t.Errorf("%s: the stance is missing", audience)
		}
		for _, b := range paper.Blocks {
			if slices.ContainsFunc(b.Runs, func(r briefing.PaperRun) bool { return r.Family == briefing.FamilyRedLine }) {
				t.Errorf("%s: a run has the colour of red lines", audience)
			}
		}
	}
}

// What allies are not told of decides nothing that they see: their paper shows
// the best open observation, not that a better-hidden one exists.
func TestPackCurrentObservationIsOfThoseSeen(t *testing.T) {
	d := canaryDossier(briefing.StateCleared)
	for _, o := range d.Observations {
		o.Delegation = packID(31)
	}
	d.Observations[1].Source = briefing.SourceTold // newer and closed
	d.Observations[1].Date = "2031-01-20"
	gate := briefing.Gate{Audience: briefing.ForAllies, Ticked: everyPart(true)}
	text := paperText(fullPack(t, d, gate))
	if !strings.Contains(text, canary("stated words")) {
		t.Error("the stated stance is missing")
	}
}

// A gate for another audience than the pack's would mark a paper wrongly.
func TestPackRefusesAnotherAudiencesGate(t *testing.T) {
	p := &briefing.Pack{Audience: briefing.ForPublic, Variant: briefing.VariantFull, Language: "en"}
	_, err := pack.Builder{}.Pack(canaryDossier(briefing.StateDraft), p, briefing.Gate{Audience: briefing.ForHead}, nil)
	if !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("got %v, want invalid", err)
	}
}
