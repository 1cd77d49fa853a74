package briefing_test

import (
	"testing"

	"placard/briefing"
)

func TestHighestMark(t *testing.T) {
	for _, c := range []struct {
		marks []string
		want  string
	}{
		{nil, ""},
		{[]string{"", "UNCLASSIFIED"}, "UNCLASSIFIED"},
		{[]string{"RESTRICTED", "CONFIDENTIAL", "LIMITE"}, "CONFIDENTIAL"},
		{[]string{"Diffusion restreinte", "limite"}, "Diffusion restreinte"},
		{[]string{"RESTRICTED", "RESTREINT"}, "RESTRICTED"},
		{[]string{"SECRET", "EYES ONLY"}, "EYES ONLY / SECRET"},
		{[]string{"EYES ONLY", "eyes  only", ""}, "EYES ONLY"},
		{[]string{"NODIS", "EYES ONLY", "PUBLIC"}, "NODIS / EYES ONLY"},
	} {
		if got := briefing.HighestMark(c.marks...); got != c.want {
			t.Errorf("HighestMark(%q) = %q, want %q", c.marks, got, c.want)
		}
	}
}
