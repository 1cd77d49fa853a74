package briefing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"time"
)

// Proposal is what an import would bring: a preview for a person to correct
// and confirm. Nothing is saved before Import.
type Proposal struct {
	Recognized
	Asks []Ask
	// Accept says which of the proposed Meetings are made, one for each.
	Accept []bool
	// Corrections are what a person corrected so far, in order.
	Corrections []Correction
	// Join is the meeting that the note belongs to where none is accepted; zero
	// for a dossier of its own.
	Join   ID
	read   []Block      // as recognised
	undone []Correction // what can be brought back, the newest undo last
	data   []byte
}

// Recognize reads a document without saving anything.
func (d *Desk) Recognize(ctx context.Context, o Original, progress Progress) (*Proposal, error) {
	o.Name = filepath.Base(o.Name)
	got, err := d.Extractor.Extract(ctx, o, progress)
	if err != nil {
		return nil, err
	}
	triggers, err := d.allTriggers(ctx)
	if err != nil {
		return nil, err
	}
	got.Note.Source.Name = o.Name
	got.Note.Source.Size = int64(len(o.Data))
	got.Note.Source.SHA256 = fingerprint(o.Data)
	p := &Proposal{Recognized: *got, Asks: FindAsks(&got.Note, got.Blocks, triggers), data: o.Data, read: got.Blocks}
	p.Accept = make([]bool, len(p.Meetings))
	for i, m := range p.Meetings {
		p.Accept[i] = m.Role != RoleAnnounced
	}
	return p, nil
}

func fingerprint(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Import saves a proposal as it stands: the note, its text, its file, its
// asks and the accepted meetings, linked. The same file a second time is
// ErrAlreadyImported.
func (d *Desk) Import(ctx context.Context, p *Proposal) (*Note, error) {
	if err := d.refuseTwin(ctx, p.Note.Source.SHA256); err != nil {
		return nil, err
	}
	id, err := d.newID()
	if err != nil {
		return nil, err
	}
	note := p.Note
	note.ID = id
	note.follow(absorbed(p.read, p.Blocks))
	meetings, err := d.meetingsOf(ctx, p, &note)
	if err != nil {
		return nil, err
	}
	text := &Text{Note: id, Blocks: p.Blocks, Corrections: p.Corrections}
	changes := append([]Change{Put(&note, 0), Put(text, 0), Put(&File{Note: id, Bytes: p.data}, 0)}, meetings...)
	for _, a := range p.Asks {
		a.Note = id
		if a.ID, err = d.newID(); err != nil {
			return nil, err
		}
		if a.State == "" {
			a.State = AskSuggested
		}
		changes = append(changes, Put(&a, 0))
	}
	name := note.Symbol
	if name == "" {
		name = note.Source.Name
	}
	if _, err := d.commit(ctx, Act{Code: "act.import", Args: []string{name}}, changes...); err != nil {
		return nil, err
	}
	return &note, nil
}

func (d *Desk) refuseTwin(ctx context.Context, sum string) error {
	notes, err := d.Notes(ctx)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if n.Source.SHA256 == sum {
			return ErrAlreadyImported.Because(nil, "Value", n.Symbol, "Name", n.Source.Name)
		}
	}
	return nil
}

// SaveMeeting adds a meeting (base 0 and no id) or replaces one.
func (d *Desk) SaveMeeting(ctx context.Context, m *Meeting, base uint64) error {
	if strings.TrimSpace(m.Title) == "" || !m.Start.Valid() || !m.End.Valid() {
		return ErrInvalid.Because(nil, "Value", m.Title+" "+string(m.Start))
	}
	if m.ID.IsZero() {
		id, err := d.newID()
		if err != nil {
			return err
		}
		m.ID, m.State = id, DossierOpen
	}
	_, err := d.commit(ctx, Act{Code: "act.meeting", Args: []string{m.Title}}, Put(m, base))
	return err
}

// Days from now until a date, in whole days; ok is false without a full date.
func Days(until Date, now time.Time) (n int, ok bool) {
	t, ok := until.Time()
	if !ok || !until.Full() {
		return 0, false
	}
	today, _ := DateOf(now).Time()
	return int(t.Sub(today).Hours() / 24), true
}
