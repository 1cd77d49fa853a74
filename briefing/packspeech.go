package briefing

import (
	"strings"
	"time"
)

// SpokenLength counts the words of a text and how long they take at
// WordsPerMinute, in whole seconds rounded up.
func SpokenLength(text string) (words int, took time.Duration) {
	words = len(strings.Fields(text))
	seconds := (words*60 + WordsPerMinute - 1) / WordsPerMinute
	return words, time.Duration(seconds) * time.Second
}

// sayLength is "142 words · 1 min 26 s", with how far it is from the target
// where one is set.
func (b *packBuilder) sayLength(text string, target int) string {
	words, took := SpokenLength(text)
	out := b.w.Say("pack.words", "Count", words) + " · " + b.sayTime(took)
	if target == 0 {
		return out
	}
	aim := time.Duration(target) * time.Second
	if took > aim {
		return out + " · " + b.w.Say("pack.over", "Target", b.sayTime(aim), "Over", b.sayTime(took-aim))
	}
	return out + " · " + b.w.Say("pack.within", "Target", b.sayTime(aim))
}

func (b *packBuilder) sayTime(d time.Duration) string {
	m, s := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case m == 0:
		return b.w.Say("pack.seconds", "Seconds", s)
	case s == 0:
		return b.w.Say("pack.minutes", "Minutes", m)
	}
	return b.w.Say("pack.minutes_seconds", "Minutes", m, "Seconds", s)
}
