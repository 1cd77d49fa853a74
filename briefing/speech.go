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
	return SpokenAt(text, WordsPerMinute)
}

// SpokenAt is SpokenLength at a speaker's own pace in words a minute; a pace
// of 0 is WordsPerMinute.
func SpokenAt(text string, pace int) (words int, took time.Duration) {
	if pace <= 0 {
		pace = WordsPerMinute
	}
	words = len(strings.Fields(text))
	return words, time.Duration((words*60+pace-1)/pace) * time.Second
}
