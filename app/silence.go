package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// silenceSoon is from how long before its end on a deadline is told in bold.
const silenceSoon = 2 * time.Hour

// silences tells of the deadlines by which somebody must object.
type silences struct {
	s    *shell
	text *widget.Label
}

func newSilences(s *shell) *silences {
	l := &silences{s: s, text: prose("")}
	l.text.Hide()
	return l
}

// show lists the deadlines with the time that is left.
func (l *silences) show(x *briefing.Dossier, now time.Time) {
	if x == nil {
		return
	}
	var lines []string
	soon := false
	for _, d := range x.Silences(now) {
		ends, _ := d.Ends(now.Location())
		left := ends.Sub(now)
		soon = soon || left > 0 && left < silenceSoon
		lines = append(lines, saySilence(d, left, l.s.words))
	}
	l.text.TextStyle.Bold = soon
	l.text.Importance = widget.MediumImportance
	if soon {
		l.text.Importance = widget.WarningImportance
	}
	l.text.SetText(strings.Join(lines, "\n"))
	setVisible(l.text, len(lines) > 0)
}

// saySilence is a deadline with what is left until then.
func saySilence(d briefing.Silence, left time.Duration, w briefing.Words) string {
	if left <= 0 {
		return w.Say("silence.ended", "What", d.What, "Until", d.Until)
	}
	minutes := int(left / time.Minute)
	return w.Say("silence.runs", "What", d.What, "Until", d.Until, "Hours", minutes/60, "Minutes", padded(minutes%60))
}
