package briefing

import "time"

// SourceKind is how we know another's stance, from weakest to best.
type SourceKind string

// The sources of an observation.
const (
	SourceHearsay   SourceKind = "hearsay"
	SourceTold      SourceKind = "told"
	SourceStated    SourceKind = "stated"
	SourcePublished SourceKind = "published"
)

// SourceKinds lists the sources from weakest to best.
var SourceKinds = []SourceKind{SourceHearsay, SourceTold, SourceStated, SourcePublished}

// Observation is another delegation's stance as seen once: dated, sourced and
// never overwritten.
type Observation struct {
	ID         ID         `cbor:"1,keyasint" json:"id"`
	Note       ID         `cbor:"2,keyasint" json:"note"`
	Subject    Subject    `cbor:"3,keyasint" json:"subject"`
	Delegation ID         `cbor:"4,keyasint" json:"delegation"`
	Stance     Stance     `cbor:"5,keyasint" json:"stance"`
	Text       string     `cbor:"6,keyasint,omitempty" json:"text,omitempty"`
	Source     SourceKind `cbor:"7,keyasint" json:"source"`
	SourceText string     `cbor:"8,keyasint,omitempty" json:"source_text,omitempty"`
	Date       Date       `cbor:"9,keyasint" json:"date"`
	Confidence string     `cbor:"10,keyasint,omitempty" json:"confidence,omitempty"` // high, medium, low
	Author     string     `cbor:"11,keyasint,omitempty" json:"author,omitempty"`
	Created    time.Time  `cbor:"12,keyasint" json:"created"`
	// From is the observation on an earlier version of the note that this one
	// was carried over from.
	From ID `cbor:"13,keyasint,omitempty" json:"from,omitempty"`
}

func (s SourceKind) rank() int {
	for i, k := range SourceKinds {
		if k == s {
			return i
		}
	}
	return -1
}

// Current picks the observation that holds today: the latest of the best
// source. nil for none.
func Current(observations []*Observation) *Observation {
	var best *Observation
	for _, o := range observations {
		if best == nil || o.Source.rank() > best.Source.rank() ||
			o.Source.rank() == best.Source.rank() && o.newer(best) {
			best = o
		}
	}
	return best
}

func (o *Observation) newer(than *Observation) bool {
	if o.Date != than.Date {
		return o.Date > than.Date
	}
	return o.Created.After(than.Created)
}
