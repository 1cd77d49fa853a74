package briefing_test

import (
	"testing"
	"time"

	"placard/briefing"
)

func TestSilencesAreReadAsTheyAreTyped(t *testing.T) {
	got, err := briefing.ParseSilences(" 2031-05-22  18:00 draft decision L.2 ;2031-05-21 09:30;")
	if err != nil || len(got) != 2 || got[0].What != "draft decision L.2" || got[1].Until != "2031-05-21 09:30" {
		t.Fatalf("read %+v, %v", got, err)
	}
	if again, err := briefing.ParseSilences(briefing.SpellSilences(got)); err != nil || again[0] != got[0] || again[1] != got[1] {
		t.Errorf("written and read again: %+v, %v", again, err)
	}
	for _, bad := range []string{"tomorrow noon", "2031-02-30 12:00 x", "2031-05-22"} {
		if got, err := briefing.ParseSilences(bad); err == nil {
			t.Errorf("%q was read as %+v", bad, got)
		}
	}
}

// The next deadline comes first; one that ended yesterday is gone, one that
// ended an hour ago is still told.
func TestSilencesOfADossier(t *testing.T) {
	now := time.Date(2031, 5, 21, 12, 0, 0, 0, time.UTC)
	x := &briefing.Dossier{Meetings: []*briefing.Meeting{
		{Silences: []briefing.Silence{{Until: "2031-05-22 18:00", What: "late"}, {Until: "2031-05-19 11:00", What: "gone"}}},
		{Silences: []briefing.Silence{{Until: "2031-05-21 11:00", What: "ended"}, {Until: "2031-05-21 15:00", What: "next"}}},
	}}
	got := ""
	for _, s := range x.Silences(now) {
		got += s.What + " "
	}
	if got != "ended next late " {
		t.Errorf("listed %q", got)
	}
}

func FuzzParseSilences(f *testing.F) {
	f.Add("2031-05-22 18:00 draft decision L.2; 2031-05-21 09:30")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := briefing.ParseSilences(text)
		if err != nil {
			return
		}
		again, err := briefing.ParseSilences(briefing.SpellSilences(got))
		if err != nil || len(again) != len(got) {
			t.Errorf("%q is %+v, and then %+v, %v", text, got, again, err)
		}
	})
}
