package briefing

import "unicode/utf8"

// FieldLimit is the most characters a text field takes: past it a
// word-wrapped editor is no longer fluent, and nobody reads it.
const FieldLimit = 5000

// checkLength refuses a text that is too long or not UTF-8.
func checkLength(name, text string) error {
	if n := utf8.RuneCountInString(text); n > FieldLimit {
		return ErrTooLong.Because(nil, "Name", name, "Value", n, "Limit", FieldLimit)
	}
	if !utf8.ValidString(text) {
		return ErrInvalid.Because(nil, "Value", name)
	}
	return nil
}
