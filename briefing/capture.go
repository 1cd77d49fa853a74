package briefing

import (
	"slices"
	"strings"
	"unicode"
)

// Capture is what somebody said, as it is typed on one line in the room: who,
// on which paragraph, where they stand, in which words.
type Capture struct {
	Delegation *Delegation // nil while the line names none
	Label      string      // of the paragraph; empty for the one in hand
	Stance     Stance      // StanceNone while the line tells none
	Words      string
}

// Complete tells whether the line says who and where they stand.
func (c Capture) Complete() bool { return c.Delegation != nil && c.Stance != StanceNone }

// nameWords is how many words the longest name of a delegation may have.
const nameWords = 8

// ReadCapture reads a line such as "KE 12 O cannot accept the date" or "kenya
// supports". The delegation is named by its code or as much of its name as one
// word needs; a stance by its code or its word in the catalogue's language.
func ReadCapture(line string, all []*Delegation, w Words) Capture {
	var c Capture
	words := strings.Fields(line)
	c.Delegation, words = takeDelegation(words, all)
	if len(words) > 0 && isLabel(words[0]) {
		c.Label, words = strings.TrimLeft(words[0], "¶§"), words[1:]
	}
	c.Stance, words = takeStance(words, w)
	c.Words = strings.Join(words, " ")
	return c
}

// takeDelegation takes the longest beginning of the line that is a name or a
// code; else the first name that begins with the first word.
func takeDelegation(words []string, all []*Delegation) (*Delegation, []string) {
	for n := min(nameWords, len(words)); n > 0; n-- {
		name := Fold(strings.Join(words[:n], " "))
		for _, d := range all {
			if slices.ContainsFunc(d.namesAndCode(), func(s string) bool { return s == name }) {
				return d, words[n:]
			}
		}
	}
	if len(words) == 0 {
		return nil, nil
	}
	begun := Fold(words[0])
	for _, d := range all {
		if slices.ContainsFunc(d.namesAndCode(), func(s string) bool { return strings.HasPrefix(s, begun) }) {
			return d, words[1:]
		}
	}
	return nil, words
}

func (d *Delegation) namesAndCode() []string {
	out := []string{Fold(d.Code)}
	for _, n := range d.Names {
		out = append(out, Fold(n))
	}
	return out
}

// isLabel tells a paragraph's number: "12", "¶12", "25.1", "12#2".
func isLabel(word string) bool {
	word = strings.TrimLeft(word, "¶§")
	return word != "" && unicode.IsDigit([]rune(word)[0])
}

// begunWord is how many letters of a stance's word tell it.
const begunWord = 4

// takeStance takes a stance's code or its word from the beginning of the line.
func takeStance(words []string, w Words) (Stance, []string) {
	if len(words) == 0 {
		return StanceNone, nil
	}
	if s, ok := ParseStance(words[0]); ok && s != StanceNone {
		return s, words[1:]
	}
	for _, s := range Stances {
		name := strings.Fields(Fold(w.Say("stance." + string(s))))
		if n := len(name); n <= len(words) && Fold(strings.Join(words[:n], " ")) == strings.Join(name, " ") {
			return s, words[n:]
		}
	}
	typed := Fold(words[0])
	for _, s := range Stances {
		if name := Fold(w.Say("stance." + string(s))); len(typed) >= begunWord && strings.HasPrefix(name, typed) {
			return s, words[1:]
		}
	}
	return StanceNone, words
}
