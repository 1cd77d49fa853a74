package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// wordList is a dictionary: words that it does not have are unknown.
type wordList []string

func (d wordList) Unknown(_ context.Context, _ []string, text string, known func(string) bool, n int) ([]briefing.Misspelling, error) {
	var out []briefing.Misspelling
	for w := range strings.FieldsSeq(text) {
		if len(out) < n && !slices.Contains(d, w) && !known(w) {
			out = append(out, briefing.Misspelling{Word: w, Like: []string{"light"}})
		}
	}
	return out, nil
}

// After a pause the unknown words stand under the field; one is mended, another
// kept in the vault.
func TestUnknownWordsStandUnderTheField(t *testing.T) {
	st, e := onLine(t, "11")
	st.s.Spelling = wordList{"keep", "the", "light"}
	e.insert("keep the lihgt zzyzx")
	st.ring()
	st.sees("Unknown: lihgt, zzyzx")
	l := st.s.side.(*inspector).position.spelling
	l.mend("lihgt", "light")
	st.work()
	if e.Text != "keep the light zzyzx" {
		t.Errorf("the line is %q", e.Text)
	}
	l.keep("zzyzx")
	st.work()
	if len(l.found) != 0 || !slices.Contains(st.s.held.settings.Vocabulary, "zzyzx") {
		t.Errorf("still unknown: %v, kept %v", l.found, st.s.held.settings.Vocabulary)
	}
	st.command("spelling")
	st.sees(st.s.say("spelling.fine"))
}

func TestReplaceWordLeavesLongerOnes(t *testing.T) {
	if got := replaceWord("cat concat cat.", "cat", "dog"); got != "dog concat dog." {
		t.Errorf("got %q", got)
	}
}
