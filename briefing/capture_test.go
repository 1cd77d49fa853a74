package briefing_test

import (
	"testing"

	"placard/assets"
	"placard/briefing"
)

func TestOneLineTellsWhoWhereAndWhat(t *testing.T) {
	all := []*briefing.Delegation{
		{Code: "KE", Names: map[string]string{"en": "Kenya", "fr": "Kenya"}},
		{Code: "CI", Names: map[string]string{"en": "Côte d’Ivoire"}},
		{Code: "KR", Names: map[string]string{"en": "Republic of Korea"}},
		{Code: "NG", Names: map[string]string{"en": "Niger"}},
		{Code: "NA", Names: map[string]string{"en": "Nigeria"}},
	}
	tests := []struct {
		line, code, label string
		stance            briefing.Stance
		words             string
	}{
		{"KE 12 O cannot accept the date", "KE", "12", briefing.StanceOpposes, "cannot accept the date"},
		{"kenya supports", "KE", "", briefing.StanceSupports, ""},
		{"cote d'ivoire ¶12#2 supp with a caveat", "CI", "12#2", briefing.StanceSupports, "with a caveat"},
		{"republic of korea 25.1 q who pays?", "KR", "25.1", briefing.StanceAsks, "who pays?"},
		{"Nigeria S", "NA", "", briefing.StanceSupports, ""},
		{"niger S", "NG", "", briefing.StanceSupports, ""},
		{"ken 4 will come back", "KE", "4", briefing.StanceNone, "will come back"},
		{"Atlantis S", "", "", briefing.StanceNone, "Atlantis S"},
		{"", "", "", briefing.StanceNone, ""},
	}
	for _, tt := range tests {
		got := briefing.ReadCapture(tt.line, all, assets.Words("en"))
		code := ""
		if got.Delegation != nil {
			code = got.Delegation.Code
		}
		if code != tt.code || got.Label != tt.label || got.Stance != tt.stance || got.Words != tt.words {
			t.Errorf("%q: got %s %q %s %q", tt.line, code, got.Label, got.Stance, got.Words)
		}
	}
}
