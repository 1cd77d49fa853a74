package briefing

import "slices"

// home is the block that holds what was held on another.
func (r *relocation) home(block string) *Block {
	if into := r.gone[block]; into != "" {
		block = into
	}
	return r.now.Text.Block(block)
}

// subject is what a position on a subject is on now.
func (r *relocation) subject(s Subject, home *Block) Subject {
	if before := r.was.Text.Block(s.Block); before != nil && r.was.SubjectOf(before) == s {
		return r.now.SubjectOf(home)
	}
	s.Block = home.ID
	return s
}

func (r *relocation) positions() ([]Change, error) {
	var out []Change
	held := map[Subject]bool{}
	for _, p := range r.was.Positions {
		fresh := *p
		if home := r.home(p.Subject.Block); home != nil {
			fresh.Subject = r.subject(p.Subject, home)
			fresh.Anchor = r.anchor(p.Anchor)
		}
		if held[fresh.Subject] {
			return nil, ErrHeldTwice
		}
		held[fresh.Subject] = true
		if !same(p, &fresh) {
			out = append(out, Put(&fresh, r.was.Base(p)))
		}
	}
	return out, nil
}

func (r *relocation) observations() []Change {
	var out []Change
	for _, o := range r.was.Observations {
		fresh := *o
		if home := r.home(o.Subject.Block); home != nil {
			fresh.Subject = r.subject(o.Subject, home)
		}
		if !same(o, &fresh) {
			out = append(out, Put(&fresh, r.was.Base(o)))
		}
	}
	return out
}

func (r *relocation) annotations() []Change {
	var out []Change
	for _, a := range r.was.Annotations {
		fresh := *a
		fresh.Anchor = r.anchor(a.Anchor)
		if !same(a, &fresh) {
			out = append(out, Put(&fresh, r.was.Base(a)))
		}
	}
	return out
}

// anchor ties an anchor to where its words stand now: the block behind, where
// they were split off.
func (r *relocation) anchor(a Anchor) Anchor {
	home := r.home(a.Block)
	if home == nil {
		return a
	}
	i := slices.IndexFunc(r.now.Text.Blocks, func(b Block) bool { return b.ID == home.ID })
	if _, _, here := a.Quote.Find(home.Text); !here && a.Quote.Exact != "" && i+1 < len(r.now.Text.Blocks) {
		next := &r.now.Text.Blocks[i+1]
		if _, _, there := a.Quote.Find(next.Text); there && r.was.Text.Block(next.ID) == nil {
			home = next
		}
	}
	before := r.was.Text.Block(a.Block)
	if before != nil && before.ID == home.ID && before.Text == home.Text && before.Label == home.Label {
		return a
	}
	a.Block, a.Label, a.Hash = home.ID, r.now.Text.LabelOf(home).String(), TextHash(home.Text)
	return a
}

// meetings are those whose agendas or documents name a block that is gone.
func (r *relocation) meetings() []Change {
	var out []Change
	for _, m := range r.was.Meetings {
		fresh := *m
		fresh.follow(r.was.Note.ID, r.gone)
		if !same(m, &fresh) {
			out = append(out, Put(&fresh, r.was.Base(m)))
		}
	}
	return out
}
