package app

import (
	"slices"

	"placard/briefing"
)

// draft is a position while it is edited: what the vault has, what was typed
// since, and what is on its way. It belongs to the UI goroutine, except its
// slot.
type draft struct {
	// read is the position as the vault has it on revision base; upto is the
	// newest commit known to be in it.
	read briefing.Position
	base uint64
	upto uint64
	// want is read with everything typed since.
	want briefing.Position
	// flying are the saves that were begun and have not been answered.
	flying []briefing.Position
	// clashes are what was changed here and elsewhere: nothing is saved until
	// a person has chosen.
	clashes []facet
	// kept says that the clashing words were kept as remarks.
	kept bool
	// failed is why the last save did not happen; nil when it did.
	failed error
	slot   *slot
}

// newDraft edits p, which may be nil, as it stands in the vault on revision base.
func newDraft(note briefing.ID, s briefing.Subject, p *briefing.Position, base, upto uint64) *draft {
	d := &draft{upto: upto, slot: &slot{}}
	d.read = briefing.Position{Note: note, Subject: s}
	if p != nil {
		d.read, d.base = clonePosition(p), base
	}
	d.want = clonePosition(&d.read)
	return d
}

// dirty tells whether something was typed that is not even on its way.
func (d *draft) dirty() bool {
	last := &d.read
	if n := len(d.flying); n > 0 {
		last = &d.flying[n-1]
	}
	return !sameFacets(&d.want, last)
}

// unsaved tells whether the vault lacks something of the draft.
func (d *draft) unsaved() bool { return !sameFacets(&d.want, &d.read) }

// send is what to save now; it counts as on its way until landed or lost.
func (d *draft) send() briefing.Position {
	d.flying = append(d.flying, clonePosition(&d.want))
	return clonePosition(&d.want)
}

// landed takes note that the oldest save on its way is in the vault.
func (d *draft) landed(w written) {
	d.flying = d.flying[1:]
	d.failed = nil
	d.read, d.base, d.upto = clonePosition(w.position), w.revision, w.upto
	d.adopt(w.position)
}

// moved takes note that the position is in the vault as it was when acted on.
func (d *draft) moved(w written) {
	d.read, d.base, d.upto = clonePosition(w.position), w.revision, w.upto
	d.adopt(w.position)
}

// lost takes note that the oldest save on its way failed; its words are still
// in want.
func (d *draft) lost(err error) {
	d.flying = d.flying[1:]
	d.failed = err
}

// adopt takes over what nobody types.
func (d *draft) adopt(p *briefing.Position) {
	d.want.ID, d.want.Anchor, d.want.State, d.want.Stale = p.ID, p.Anchor, p.State, p.Stale
	d.want.Clearance, d.want.Author, d.want.Owner = p.Clearance, p.Author, p.Owner
	d.want.Created, d.want.Changed = p.Created, p.Changed
}

// rebase brings the draft onto the position as the vault has it now, nil
// where it has none. What was typed stays; what only changed elsewhere is
// taken over; what changed on both sides is a clash. A picture older than
// the draft's own last save is ignored.
func (d *draft) rebase(now *briefing.Position, revision, upto uint64) {
	if upto < d.upto {
		return
	}
	d.upto = upto
	if now == nil && d.base == 0 || now != nil && revision == d.base {
		return
	}
	if now == nil {
		now = &briefing.Position{Note: d.read.Note, Subject: d.read.Subject}
		d.slot, revision = &slot{}, 0
	}
	d.clashes = slices.DeleteFunc(d.merge(now), func(f facet) bool { return f.same(&d.want, now) })
	d.read, d.base = clonePosition(now), revision
	d.adopt(now)
}

// merge takes over what only changed elsewhere and gives what clashes, with
// the clashes nobody settled yet.
func (d *draft) merge(now *briefing.Position) []facet {
	var clashes []facet
	for _, f := range facets {
		open := slices.ContainsFunc(d.clashes, func(c facet) bool { return c.name == f.name })
		switch {
		case open:
			clashes = append(clashes, f)
		case f.same(&d.want, &d.read):
			f.take(&d.want, now)
		case f.same(now, &d.read) || d.flew(f, now):
		default:
			clashes = append(clashes, f)
		}
	}
	return clashes
}

// flew tells whether now's facet is one that this draft sent itself.
func (d *draft) flew(f facet, now *briefing.Position) bool {
	return slices.ContainsFunc(d.flying, func(p briefing.Position) bool { return f.same(&p, now) })
}

// settle ends a clash: with theirs the vault's side is taken, else what was
// typed stays and will be saved over it.
func (d *draft) settle(f facet, theirs bool) {
	d.clashes = slices.DeleteFunc(d.clashes, func(c facet) bool { return c.name == f.name })
	if theirs {
		f.take(&d.want, &d.read)
	}
}
