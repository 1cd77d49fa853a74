package briefing_test

import (
	"testing"

	"placard/briefing"
)

func TestWhatGoesToCapitalIsChosenByStateAndPlace(t *testing.T) {
	c := atCapital(t, "10")
	x := dossier(t, c.desk, c.note)
	for _, label := range []string{"8", "11", "12"} {
		p := draft(t, x, label)
		p.Stance = briefing.StanceSupports
		save(t, c.desk, p, 0)
	}
	x = dossier(t, c.desk, c.note)
	if got := len(x.ReviewPositions(briefing.ReviewDrafted, "")); got != 3 {
		t.Errorf("%d drafted", got)
	}
	if got := len(x.ReviewPositions(briefing.ReviewOpen, "")); got != 4 {
		t.Errorf("%d open", got)
	}
	if got := len(x.ReviewPositions(briefing.ReviewReady, "")); got != 0 {
		t.Errorf("%d ready", got)
	}
	sections := x.ReviewSections()
	all := 0
	for _, s := range sections {
		all += len(x.ReviewPositions(briefing.ReviewOpen, s.ID))
	}
	if len(sections) < 2 || all != 4 {
		t.Errorf("%d positions under %d sections", all, len(sections))
	}
}
