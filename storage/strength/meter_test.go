package strength

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"placard/briefing"
)

func TestRate(t *testing.T) {
	tests := []struct {
		passphrase string
		good       bool
		hint       string
	}{
		{"", false, hintLonger},
		{"password", false, hintCommon},
		{"placard", false, hintOwnName},
		{"Password1!", false, hintLonger},
		{"20051025", false, hintDate},
		{"aaaaaaaaaaaaaaaa", false, hintPattern},
		{"x7$Kp2!", false, hintLonger},
		{"motdepassé", false, hintCommon},
		{"Tr0ub4dor&3", false, hintLonger},
		{"1qaz2wsx3edc", false, hintPattern},
		{"Genève2005", false, hintLonger},
		{"délégation", false, hintOwnName},
		{"яяяяяяяяяяяяяяя", false, hintPattern},
		{"tiger lamp river seven", true, ""},
		{"сильный пароль фраза длинная", true, ""},
		{strings.Repeat("lamp river tiger seven ", 200), true, ""},
	}
	for _, tt := range tests {
		start := time.Now()
		got := Meter{}.Rate(tt.passphrase)
		if (got.Score >= briefing.Enough) != tt.good || got.Hint != tt.hint {
			t.Errorf("%.30q: got %+v, want good %v, hint %q", tt.passphrase, got, tt.good, tt.hint)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.30q: took %v, and it is asked at each key", tt.passphrase, took)
		}
	}
}

// Every score and hint has its words, in each language.
func TestStrengthHasWords(t *testing.T) {
	keys := []string{
		"strength.score.0", "strength.score.1", "strength.score.2", "strength.score.3", "strength.score.4",
		hintLonger, hintCommon, hintDate, hintPattern, hintMoreWord, hintOwnName,
	}
	for _, language := range []string{"en", "fr", "es"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "words", language, "vault.json"))
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatalf("%s: %v", language, err)
		}
		for _, key := range keys {
			if words[key] == "" {
				t.Errorf("%s has no words for %s", language, key)
			}
		}
		if len(words) != len(keys) {
			t.Errorf("%s has %d keys, want %d", language, len(words), len(keys))
		}
	}
}
