// Package tagged writes tagged PDF (ISO 32000-1): pages of text and rules, the
// tree that says what each piece is, an outline, links and embedded fonts.
//
// It knows nothing of papers or of how text is set. The same calls give the
// same bytes: it never asks the clock. Lengths are points from the bottom left
// of the page.
package tagged
