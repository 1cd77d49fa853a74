package briefing

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// KeepWord adds a word to those of the vault that are spelled right.
func (d *Desk) KeepWord(ctx context.Context, word string) error {
	s, err := d.Settings(ctx)
	if err != nil || slices.Contains(s.Vocabulary, word) {
		return err
	}
	return d.changeSettings(ctx, Act{Code: "act.word", Args: []string{word}}, func(s *Settings) {
		s.Vocabulary = append(s.Vocabulary, word)
	})
}

// Knows tells whether a word that no dictionary has is one of the dossier's: of
// the vault's vocabulary, the note's text or a delegation's name.
func (d *Dossier) Knows(word string) bool {
	if slices.Contains(d.Settings.Vocabulary, word) || standsIn(d.Settings.Delegation, word) {
		return true
	}
	folded := Fold(word)
	for _, x := range d.Delegations {
		if slices.ContainsFunc(x.namesAndCode(), func(name string) bool { return standsIn(name, folded) }) {
			return true
		}
	}
	return slices.ContainsFunc(d.Text.Blocks, func(b Block) bool { return standsIn(b.Text, word) })
}

// standsIn tells whether a word stands in a text by itself, not as a part of
// another.
func standsIn(text, word string) bool {
	for word != "" {
		before, after, found := strings.Cut(text, word)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(last) && !unicode.IsLetter(next) {
			return true
		}
		text = after
	}
	return false
}
