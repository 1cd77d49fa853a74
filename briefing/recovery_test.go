package briefing_test

import (
	"strings"
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
)

func TestRecoverySheetSaysWhatItIsFor(t *testing.T) {
	const key = "AGE-SECRET-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
	sheet := briefing.RecoverySheet{Vault: "Mission", Key: key, Made: time.Date(2031, 5, 12, 9, 0, 0, 0, time.UTC)}
	for _, language := range assets.Languages {
		w := assets.Words(language)
		var words []string
		for _, b := range sheet.Paper(w).Blocks {
			for _, r := range b.Runs {
				words = append(words, r.Text)
			}
		}
		paper := strings.Join(words, "\n")
		for _, want := range []string{"Mission", "2031", "AGE-SECRET-KEY-1 QPZR Y9X8 GF2T VDW0 S3JN 54KH CE6M UA7L"} {
			if !strings.Contains(paper, want) {
				t.Errorf("%s: the page lacks %q:\n%s", language, want, paper)
			}
		}
		if strings.Contains(paper, "⟦") {
			t.Errorf("%s: words are missing:\n%s", language, paper)
		}
		if text := sheet.Text(w); !strings.HasSuffix(text, "\n\n"+key+"\n") {
			t.Errorf("%s: the text ends %q", language, text[max(0, len(text)-80):])
		}
	}
}
