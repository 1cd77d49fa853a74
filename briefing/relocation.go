package briefing

import "slices"

// relocation brings what hangs on a note's blocks along when they are
// corrected.
type relocation struct {
	was  *Dossier
	now  *Dossier // the same note after the correction
	gone map[string]string
}

// newRelocation finds the asks of the corrected blocks.
func newRelocation(was *Dossier, blocks []Block, triggers Triggers) *relocation {
	note := *was.Note
	note.Paragraphs, note.Doubts = countBlocks(blocks)
	r := &relocation{was: was, gone: absorbed(was.Text.Blocks, blocks)}
	note.follow(r.gone)
	c := askCarrier{text: Text{Blocks: blocks}, gone: r.gone, answered: was.answeredCodes()}
	old := make([]Ask, len(was.Asks))
	for i, a := range was.Asks {
		old[i] = *a
	}
	asks := c.carry(old, FindAsks(&note, blocks, triggers))
	r.now = &Dossier{Note: &note, Text: &Text{Note: note.ID, Blocks: blocks}}
	for i := range asks {
		r.now.Asks = append(r.now.Asks, &asks[i])
	}
	return r
}

// answeredCodes are the codes of asks that a position or an observation names.
func (d *Dossier) answeredCodes() map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Positions {
		out[p.Subject.Ask] = true
	}
	for _, o := range d.Observations {
		out[o.Subject.Ask] = true
	}
	return out
}

// changes are the writes beside the text's own.
func (r *relocation) changes(d *Desk) ([]Change, error) {
	var out []Change
	if !same(r.was.Note, r.now.Note) {
		out = append(out, Put(r.now.Note, r.was.Base(r.was.Note)))
	}
	asks, err := r.asks(d)
	if err != nil {
		return nil, err
	}
	positions, err := r.positions()
	if err != nil {
		return nil, err
	}
	return slices.Concat(out, asks, positions, r.annotations(), r.observations(), r.meetings()), nil
}

// asks are those that are new, changed or no longer there.
func (r *relocation) asks(d *Desk) ([]Change, error) {
	var out []Change
	kept := map[ID]bool{}
	for _, a := range r.now.Asks {
		if a.ID.IsZero() {
			id, err := d.newID()
			if err != nil {
				return nil, err
			}
			a.ID, a.Note = id, r.was.Note.ID
			out = append(out, Put(a, 0))
			continue
		}
		kept[a.ID] = true
		if i := slices.IndexFunc(r.was.Asks, func(b *Ask) bool { return b.ID == a.ID }); !same(r.was.Asks[i], a) {
			out = append(out, Put(a, r.was.Base(a)))
		}
	}
	for _, a := range r.was.Asks {
		if !kept[a.ID] {
			out = append(out, Drop(a.Key(), r.was.Base(a)))
		}
	}
	return out, nil
}
