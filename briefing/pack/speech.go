package pack

import (
	"time"

	"placard/briefing"
)

// sayLength is "142 words · 1 min 26 s", with how far it is from the target
// where one is set.
func (b *build) sayLength(text string, target int) string {
	words, took := briefing.SpokenAt(text, b.p.Pace)
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

func (b *build) sayTime(d time.Duration) string {
	m, s := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case m == 0:
		return b.w.Say("pack.seconds", "Seconds", s)
	case s == 0:
		return b.w.Say("pack.minutes", "Minutes", m)
	}
	return b.w.Say("pack.minutes_seconds", "Minutes", m, "Seconds", s)
}
