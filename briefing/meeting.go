package briefing

import "cmp"

// DossierState is how far the preparation of a meeting has come.
type DossierState string

// The states of a dossier.
const (
	DossierOpen      DossierState = "open"
	DossierReading   DossierState = "reading"
	DossierDrafting  DossierState = "drafting"
	DossierAtCapital DossierState = "at_capital"
	DossierCleared   DossierState = "cleared"
	DossierFrozen    DossierState = "pack_frozen"
	DossierInSession DossierState = "in_session"
	DossierReported  DossierState = "reported"
	DossierClosed    DossierState = "closed"
)

// Meeting is the session prepared for, with its agenda and its documents: the
// dossier.
type Meeting struct {
	ID           ID           `cbor:"1,keyasint" json:"id"`
	Title        string       `cbor:"2,keyasint" json:"title"`
	Organization string       `cbor:"3,keyasint,omitempty" json:"organization,omitempty"`
	Session      string       `cbor:"4,keyasint,omitempty" json:"session,omitempty"`
	Place        string       `cbor:"5,keyasint,omitempty" json:"place,omitempty"`
	Room         string       `cbor:"6,keyasint,omitempty" json:"room,omitempty"`
	Start        Date         `cbor:"7,keyasint,omitempty" json:"start,omitempty"`
	End          Date         `cbor:"8,keyasint,omitempty" json:"end,omitempty"`
	State        DossierState `cbor:"9,keyasint,omitempty" json:"state,omitempty"`
	Agenda       *Agenda      `cbor:"10,keyasint,omitempty" json:"agenda,omitempty"`
	Documents    []Document   `cbor:"11,keyasint,omitempty" json:"documents,omitempty"`
	// Linked meetings: the informal one that prepares a session, and the session.
	Linked []ID `cbor:"12,keyasint,omitempty" json:"-"`
	Demo   bool `cbor:"13,keyasint,omitempty" json:"demo,omitempty"`
	// Role says why a note proposes the meeting: "serves" or "annexed".
	Role string `cbor:"14,keyasint,omitempty" json:"role,omitempty"`
	// Silences are the deadlines by which somebody must object.
	Silences []Silence `cbor:"15,keyasint,omitempty" json:"silences,omitempty"`
}

// SayDates is the meeting's span, saying month and year once where its first
// and last day share them.
func (m *Meeting) SayDates(w Words) string {
	a, okA := m.Start.Time()
	z, okZ := m.End.Time()
	if !okA || !okZ || !m.Start.Full() || !m.End.Full() || m.Start == m.End {
		return cmp.Or(m.Start, m.End).Say(w)
	}
	start := m.Start.Say(w)
	switch {
	case a.Year() == z.Year() && a.Month() == z.Month():
		start = w.Say("pack.day", "Day", a.Day())
	case a.Year() == z.Year():
		start = m.Start.SayShort(w)
	}
	return w.Say("date.range", "Start", start, "End", m.End.Say(w))
}

// The roles of a proposed meeting.
const (
	RoleServes    = "serves"    // the note's asks fall due there
	RoleAnnexed   = "annexed"   // its agenda is annexed to the note
	RoleAnnounced = "announced" // the note only mentions it
)

// Agenda of a meeting, as a document prints it.
type Agenda struct {
	Symbol string       `cbor:"1,keyasint,omitempty" json:"symbol,omitempty"`
	Title  string       `cbor:"2,keyasint,omitempty" json:"title,omitempty"`
	Date   Date         `cbor:"3,keyasint,omitempty" json:"date,omitempty"` // of the document
	Note   ID           `cbor:"4,keyasint,omitempty" json:"-"`              // the note that holds it
	Items  []AgendaItem `cbor:"5,keyasint,omitempty" json:"items,omitempty"`
}

// AgendaItem is one item with its place in time.
type AgendaItem struct {
	Label   string `cbor:"1,keyasint" json:"label"`
	Title   string `cbor:"2,keyasint" json:"title"`
	Slot    Slot   `cbor:"3,keyasint" json:"slot"`
	Cluster string `cbor:"4,keyasint,omitempty" json:"cluster,omitempty"` // the slot's title
	Block   string `cbor:"5,keyasint,omitempty" json:"block,omitempty"`
	Lead    string `cbor:"6,keyasint,omitempty" json:"lead,omitempty"` // who covers it
}
