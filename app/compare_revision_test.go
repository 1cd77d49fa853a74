package app

import (
	"testing"

	"placard/briefing"
)

// What an import was said to revise is the earlier version, whatever the dates.
func TestARevisionIsTheLaterVersion(t *testing.T) {
	first := &briefing.Note{ID: briefing.ID{1}, Symbol: "HC/2031/4", Date: "2031-05-14"}
	second := &briefing.Note{ID: briefing.ID{2}, Symbol: "HC/2031/4", Date: "2031-05-01", Revises: first.ID}
	if !turned(first, second) || turned(second, first) {
		t.Error("the revision counts as the earlier one")
	}
	stranger := &briefing.Note{ID: briefing.ID{3}, Symbol: "HC/2031/4/Rev.1"}
	if kinship(second, first) <= kinship(second, stranger) {
		t.Error("a note of the family comes before the one that was revised")
	}
}
