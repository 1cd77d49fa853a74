package briefing

import (
	"slices"
	"strings"
	"time"
)

// silenceLayout is how a deadline is written: the day and the minute where the
// meeting is held.
const silenceLayout = "2006-01-02 15:04"

// Silence is a silence procedure: something is adopted unless somebody objects
// by a minute of the host's time.
type Silence struct {
	Until string `cbor:"1,keyasint" json:"until"` // "2006-01-02 15:04"
	What  string `cbor:"2,keyasint,omitempty" json:"what,omitempty"`
}

// ParseSilences reads deadlines as they are typed, a semicolon between two:
// "2031-05-22 18:00 draft decision L.2". ErrInvalid where one has no day and
// minute in front.
func ParseSilences(text string) ([]Silence, error) {
	var out []Silence
	for part := range strings.SplitSeq(text, ";") {
		part = strings.Join(strings.Fields(part), " ")
		if part == "" {
			continue
		}
		if len(part) < len(silenceLayout) {
			return nil, ErrInvalid.Because(nil, "Value", part)
		}
		s := Silence{Until: part[:len(silenceLayout)], What: strings.TrimSpace(part[len(silenceLayout):])}
		if _, ok := s.Ends(time.UTC); !ok {
			return nil, ErrInvalid.Because(nil, "Value", part)
		}
		out = append(out, s)
	}
	return out, nil
}

// SpellSilences writes deadlines as ParseSilences reads them.
func SpellSilences(all []Silence) string {
	parts := make([]string, 0, len(all))
	for _, s := range all {
		parts = append(parts, strings.TrimSpace(s.Until+" "+s.What))
	}
	return strings.Join(parts, "; ")
}

// Ends is when the silence ends in the host's zone; ok is false where the
// deadline is none.
func (s Silence) Ends(host *time.Location) (t time.Time, ok bool) {
	t, err := time.ParseInLocation(silenceLayout, s.Until, host)
	return t, err == nil
}

// Silences are the deadlines of the dossier's meetings, the next first, those
// that ended more than a day ago left out.
func (d *Dossier) Silences(now time.Time) []Silence {
	var out []Silence
	for _, m := range d.Meetings {
		for _, s := range m.Silences {
			ends, ok := s.Ends(now.Location())
			if !ok || now.Sub(ends) > 24*time.Hour {
				continue
			}
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b Silence) int { return strings.Compare(a.Until, b.Until) })
	return out
}
