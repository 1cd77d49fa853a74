package briefing

import "context"

// meetingsOf are the writes of an import's meetings: the accepted ones; where
// none is, the one to join, else a dossier of the note's title.
func (d *Desk) meetingsOf(ctx context.Context, p *Proposal, note *Note) ([]Change, error) {
	accepted := p.accepted()
	if len(accepted) == 0 && !p.Join.IsZero() {
		return d.joined(ctx, p.Join, note)
	}
	if len(accepted) == 0 {
		accepted = []*Meeting{{Title: note.Title, Start: note.MeetingDate, Role: RoleServes}}
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	gone := absorbed(p.read, p.Blocks)
	changes := make([]Change, 0, len(accepted))
	for _, m := range accepted {
		if m.ID, err = d.newID(); err != nil {
			return nil, err
		}
		m.State, m.Demo = DossierReading, settings.Demo
		if m.Agenda != nil {
			agenda := *m.Agenda
			agenda.Note = note.ID
			m.Agenda = &agenda
		}
		m.follow(note.ID, gone)
		changes = append(changes, Put(m, 0))
	}
	linkMeetings(accepted, note)
	return changes, nil
}

// accepted are the proposed meetings that a person wants.
func (p *Proposal) accepted() []*Meeting {
	var out []*Meeting
	for i := range p.Meetings {
		if i < len(p.Accept) && p.Accept[i] {
			m := p.Meetings[i]
			out = append(out, &m)
		}
	}
	return out
}

// joined adds the note to a meeting of the vault.
func (d *Desk) joined(ctx context.Context, meeting ID, note *Note) ([]Change, error) {
	m, base, err := get[*Meeting](ctx, d.Vault, Key{Table: TableMeeting, ID: meeting})
	if err != nil {
		return nil, err
	}
	note.Meeting = meeting
	m.Documents = append(m.Documents, documentsOf(note)...)
	return []Change{Put(m, base)}, nil
}

// linkMeetings has the meeting that the note serves know the others, and them
// know it.
func linkMeetings(out []*Meeting, note *Note) {
	served := out[0]
	for _, m := range out {
		if m.Role == RoleServes {
			served = m
		}
	}
	note.Meeting = served.ID
	served.Documents = append(served.Documents, documentsOf(note)...)
	for _, m := range out {
		if m != served {
			served.Linked = append(served.Linked, m.ID)
			m.Linked = append(m.Linked, served.ID)
		}
	}
}

// documentsOf lists the note itself and the papers it announces.
func documentsOf(note *Note) []Document {
	docs := []Document{{Title: note.Title, Symbol: note.Symbol, Status: DocumentReceived, Note: note.ID}}
	for _, doc := range note.Documents {
		doc.Note = note.ID
		docs = append(docs, doc)
	}
	return docs
}
