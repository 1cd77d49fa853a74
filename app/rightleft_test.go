package app

import (
	"testing"

	"placard/briefing"
)

func TestOnlyWhatIsWrittenFromTheRightIsSetFromThere(t *testing.T) {
	for text, want := range map[string]bool{
		"لجنة حقوق الطفل": true, "قرار 20 (2016)": true, "6 December 2016": false, "CRC/C/GC/20": false, "2016": true,
	} {
		if got := setFromRight(&briefing.Block{Text: text}, "ar"); got != want {
			t.Errorf("%s in an Arabic note: got %v", text, got)
		}
		if setFromRight(&briefing.Block{Text: text}, "en") {
			t.Errorf("%s in an English note is set from the right", text)
		}
	}
}
