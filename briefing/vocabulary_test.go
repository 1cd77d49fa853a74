package briefing_test

import "testing"

// Words of the note and of names are known as they stand, not as parts of
// others; what a person kept is known, until undone.
func TestVocabularyOfADossier(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	for word, want := range map[string]bool{"Secretariat": true, "Secretaria": false, "ecretariat": false, "zzyzx": false, "": false} {
		if got := x.Knows(word); got != want {
			t.Errorf("%q is known: %t", word, got)
		}
	}
	for range 2 {
		if err := d.KeepWord(t.Context(), "zzyzx"); err != nil {
			t.Fatal(err)
		}
	}
	if x = dossier(t, d, x.Note.ID); !x.Knows("zzyzx") || len(x.Settings.Vocabulary) != 1 {
		t.Errorf("kept %v", x.Settings.Vocabulary)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if dossier(t, d, x.Note.ID).Knows("zzyzx") {
		t.Error("undo left the word")
	}
}
