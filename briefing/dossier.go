package briefing

// Dossier is everything held on one note, read at one moment: what a page
// shows and what an export is built from.
type Dossier struct {
	Note *Note
	Text *Text
	// Meetings: the one the note serves first, then those linked to it.
	Meetings     []*Meeting
	Asks         []*Ask
	Positions    []*Position
	Annotations  []*Annotation
	Observations []*Observation
	Delegations  []*Delegation
	Settings     Settings
	// Against is the note set against the one it revises; nil where it revises
	// none or where nobody asked.
	Against *Comparison
	// Cleared holds, by the position's id, what a person cleared where the
	// position has moved on since.
	Cleared map[ID]*Position
	// Revisions holds today's revision of each entity above: the base of an edit.
	Revisions map[Key]uint64
	// Upto is the newest commit before that moment: all of it is in here.
	Upto uint64
	// Before is the same dossier at an earlier moment that it is compared
	// with; nil where it is with none.
	Before *Dossier
}

// Base is the revision an edit of e is made on.
func (d *Dossier) Base(e Entity) uint64 { return d.Revisions[e.Key()] }

// Position on a subject; nil where there is none yet.
func (d *Dossier) Position(s Subject) *Position {
	for _, p := range d.Positions {
		if p.Subject == s {
			return p
		}
	}
	return nil
}

// AsksIn lists the asks of a block that were not refused or merged away.
func (d *Dossier) AsksIn(block string) []*Ask {
	var out []*Ask
	for _, a := range d.Asks {
		if a.Block == block && a.State != AskRefused && a.State != AskMerged {
			out = append(out, a)
		}
	}
	return out
}

// Ask by its code; nil where there is none.
func (d *Dossier) Ask(code string) *Ask {
	for _, a := range d.Asks {
		if a.Code == code {
			return a
		}
	}
	return nil
}

// AnnotationsOn lists the annotations of a block.
func (d *Dossier) AnnotationsOn(block string) []*Annotation {
	var out []*Annotation
	for _, a := range d.Annotations {
		if a.Anchor.Block == block {
			out = append(out, a)
		}
	}
	return out
}

// ObservationsOn lists the observations of a subject.
func (d *Dossier) ObservationsOn(s Subject) []*Observation {
	var out []*Observation
	for _, o := range d.Observations {
		if o.Subject == s {
			out = append(out, o)
		}
	}
	return out
}

// Delegation by its id; nil where there is none.
func (d *Dossier) Delegation(id ID) *Delegation {
	for _, x := range d.Delegations {
		if x.ID == id {
			return x
		}
	}
	return nil
}

// Agenda is the first agenda of the dossier's meetings, with its meeting; nil
// where no meeting has one.
func (d *Dossier) Agenda() (*Meeting, *Agenda) {
	for _, m := range d.Meetings {
		if m.Agenda != nil && len(m.Agenda.Items) > 0 {
			return m, m.Agenda
		}
	}
	return nil, nil
}

// SubjectOf is what a position on the block, or on the block's ask or option,
// is about: an option's bullet is its option, an asking paragraph its ask, an
// agenda item its item, anything else the paragraph itself.
func (d *Dossier) SubjectOf(b *Block) Subject {
	if b.Kind == KindAgendaItem {
		return Subject{Kind: OnItem, Block: b.ID}
	}
	for _, a := range d.Asks {
		if a.State == AskRefused || a.State == AskMerged {
			continue
		}
		for _, o := range a.Options {
			if o.Block == b.ID {
				return Subject{Kind: OnOption, Block: b.ID, Ask: a.Code, Option: o.Code}
			}
		}
		if a.Block == b.ID && a.Strength == Strong && len(a.SummaryOf) == 0 {
			return Subject{Kind: OnAsk, Block: b.ID, Ask: a.Code}
		}
	}
	return Subject{Kind: OnParagraph, Block: b.ID}
}
