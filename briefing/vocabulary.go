package briefing

import (
	"context"
	"slices"
	"strings"
)

// KeepWord adds a word to those of the vault that are spelled right.
func (d *Desk) KeepWord(ctx context.Context, word string) error {
	s, err := d.Settings(ctx)
	if err != nil || slices.Contains(s.Vocabulary, word) {
		return err
	}
	base, err := d.baseOf(ctx, s.Key())
	if err != nil {
		return err
	}
	s.Vocabulary = append(s.Vocabulary, word)
	_, err = d.commit(ctx, Act{Code: "act.word", Args: []string{word}}, Put(&s, base))
	return err
}

// Knows tells whether a word that no dictionary has is one of the dossier's: of
// the vault's vocabulary, the note's text or a delegation's name.
func (d *Dossier) Knows(word string) bool {
	if slices.Contains(d.Settings.Vocabulary, word) || strings.Contains(d.Settings.Delegation, word) {
		return true
	}
	for _, x := range d.Delegations {
		if slices.ContainsFunc(x.namesAndCode(), func(name string) bool { return strings.Contains(name, Fold(word)) }) {
			return true
		}
	}
	return slices.ContainsFunc(d.Text.Blocks, func(b Block) bool { return strings.Contains(b.Text, word) })
}
