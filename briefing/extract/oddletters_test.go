package extract

import "testing"

func TestOddLetters(t *testing.T) {
	for _, tt := range []struct {
		what, text string
		want       bool
	}{
		{"plain", "The board of the harbour met in World War III and on www.example.org.", false},
		{"stretched Arabic", "الأمــــم المتحــــدة مجلــــس الأمــــن", false},
		{"Arabic with the word for and", "القوارب و الشباك قديمة و جديدة", false},
		{"kashidas mapped to a letter", "بدأت الأعمال العسكككككدود في المينككككاء القديم", true},
		{"letters alone", "ق ا ة القوارب ع ش ت الشباك", true},
		{"two scripts in a word", "Пoрт и лoдки", true}, // Latin o
		{"one slip", "A word of aaaall the words that a long paragraph of ordinary prose has, from its first to its last.", false},
		{"no words", "12 — 13", false},
	} {
		if got := oddLetters(tt.text); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.what, got, tt.want)
		}
	}
}
