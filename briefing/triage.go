package briefing

import (
	"cmp"
	"time"
)

// Matter is one thing of a note to settle: an ask, a paragraph, an agenda item
// or an option we speak on, with what is held on it. Its fields belong to the
// dossier it was listed from.
type Matter struct {
	Subject  Subject
	Block    *Block
	Ask      *Ask      // nil where the block asks nothing
	Position *Position // nil where there is none yet
	// Waits says that the ask has no answer of ours.
	Waits bool
	// Opposed says that another delegation stands on the other side of neutral.
	Opposed bool
	// Changed is when our words, a remark or another's stance on it last
	// changed; zero where nothing is held.
	Changed time.Time
}

// Sieve is a question by which matters are picked.
type Sieve string

// The sieves, in the order in which they are offered.
const (
	SieveUnanswered Sieve = "unanswered"
	SieveAtCapital  Sieve = "at_capital"
	SieveReturned   Sieve = "returned"
	SieveStale      Sieve = "stale"
	SieveConflict   Sieve = "conflict"
	SieveRedLine    Sieve = "red_line"
	SieveMine       Sieve = "mine"
	SieveChanged    Sieve = "changed"
)

// Sieves lists them.
var Sieves = []Sieve{
	SieveUnanswered, SieveAtCapital, SieveReturned, SieveStale, SieveConflict, SieveRedLine, SieveMine, SieveChanged,
}

// Viewer is who looks and since when: what "mine" and "changed" are measured
// by.
type Viewer struct {
	Name  string
	Since time.Time
}

// Keeps tells whether a matter stays in the sieve.
func (s Sieve) Keeps(m *Matter, v Viewer) bool {
	p := m.Position
	switch s {
	case SieveUnanswered:
		return m.Waits
	case SieveChanged:
		return m.Changed.After(v.Since)
	case SieveConflict:
		return m.Opposed || p != nil && p.State == StatePartlyCleared
	case SieveAtCapital, SieveReturned, SieveStale, SieveRedLine, SieveMine:
	}
	return p != nil && s.keepsPosition(p, v)
}

func (s Sieve) keepsPosition(p *Position, v Viewer) bool {
	switch s {
	case SieveAtCapital:
		return p.State == StateSent
	case SieveReturned:
		return p.State.cameBack()
	case SieveStale:
		return p.Stale
	case SieveRedLine:
		return p.Stance == StanceRedLine || p.Text(FieldRedLine) != ""
	case SieveMine:
		return v.Name != "" && cmp.Or(p.Owner, p.Author) == v.Name
	case SieveUnanswered, SieveChanged, SieveConflict:
	}
	return false
}

// cameBack tells whether capital has answered and we have yet to act on it.
func (s PositionState) cameBack() bool {
	switch s {
	case StateReturned, StateRedraft, StateDeferred, StatePartlyCleared:
		return true
	case StateNone, StateDraft, StateReady, StateSent, StateCleared, StateClearedChanged, StateNoObjection,
		StateDelivered, StateNotDelivered, StateOvertaken:
	}
	return false
}

// Matters lists what there is to settle on the note, in its order: each
// numbered paragraph and agenda item, each ask, and whatever else a position
// is held on.
func (d *Dossier) Matters() []Matter {
	held := d.heldOn()
	var out []Matter
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		first := d.SubjectOf(b)
		asks := d.AsksIn(b.ID)
		listed := b.Kind == KindParagraph || b.Kind == KindAgendaItem || len(asks) > 0
		if listed || held.positions[first] != nil {
			out = append(out, held.matter(d, b, first))
		}
		for _, s := range held.subjects[b.ID] {
			if s != first {
				out = append(out, held.matter(d, b, s))
			}
		}
	}
	return out
}

// holdings are a dossier's parts by what they hang on.
type holdings struct {
	positions map[Subject]*Position
	subjects  map[string][]Subject // with a position, by block
	changed   map[string]time.Time // the newest remark, by block
	said      map[Subject]map[ID][]*Observation
}

func (d *Dossier) heldOn() *holdings {
	h := &holdings{map[Subject]*Position{}, map[string][]Subject{}, map[string]time.Time{}, map[Subject]map[ID][]*Observation{}}
	for _, p := range d.Positions {
		h.positions[p.Subject] = p
		h.subjects[p.Subject.Block] = append(h.subjects[p.Subject.Block], p.Subject)
	}
	for _, a := range d.Annotations {
		h.changed[a.Anchor.Block] = newest(h.changed[a.Anchor.Block], newest(a.Created, a.Changed))
	}
	for _, o := range d.Observations {
		if h.said[o.Subject] == nil {
			h.said[o.Subject] = map[ID][]*Observation{}
		}
		h.said[o.Subject][o.Delegation] = append(h.said[o.Subject][o.Delegation], o)
	}
	return h
}

func (h *holdings) matter(d *Dossier, b *Block, s Subject) Matter {
	m := Matter{Subject: s, Block: b, Position: h.positions[s], Changed: h.changed[b.ID]}
	if s.Kind != OnOption {
		m.Ask = d.askIn(b, s)
	}
	m.Waits = m.Ask != nil && m.Ask.Open() && s.Ask == m.Ask.Code && !d.Answered(m.Ask)
	if m.Position != nil {
		m.Changed = newest(m.Changed, m.Position.Changed)
	}
	for _, list := range h.said[s] {
		m.Opposed = m.Opposed || m.Position.against(Current(list))
		for _, o := range list {
			m.Changed = newest(m.Changed, o.Created)
		}
	}
	return m
}

// askIn is the ask that a subject is on, or that its paragraph holds; nil for
// none.
func (d *Dossier) askIn(b *Block, s Subject) *Ask {
	if s.Ask != "" {
		return d.Ask(s.Ask)
	}
	for _, a := range d.AsksIn(b.ID) {
		if a.Class != AskDeadline {
			return a
		}
	}
	return nil
}

// against tells whether an observation stands on the other side of neutral
// from the position, which may be nil.
func (p *Position) against(o *Observation) bool {
	if p == nil || o == nil {
		return false
	}
	ours, have := p.Stance.Score()
	theirs, said := o.Stance.Score()
	return have && said && ours*theirs < 0
}

func newest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
