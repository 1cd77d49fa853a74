package briefing

import (
	"strings"
	"time"
)

// WordsPerMinute is the pace interpreters ask for.
const WordsPerMinute = 100

// SpokenLength counts the words of a text and how long they take at
// WordsPerMinute, in whole seconds rounded up.
func SpokenLength(text string) (words int, took time.Duration) {
	words = len(strings.Fields(text))
	seconds := (words*60 + WordsPerMinute - 1) / WordsPerMinute
	return words, time.Duration(seconds) * time.Second
}
