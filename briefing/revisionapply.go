package briefing

import (
	"slices"
	"time"
)

// carried is the position as the newer version gets it.
func (s *CarryStep) carried(newer *Dossier, options map[string]string, id ID, now time.Time) *Position {
	key := s.Position.Key()
	p := *s.Position
	p.ID, p.Note, p.Subject, p.From = id, newer.Note.ID, s.To[s.Chosen], &key
	p.Created, p.Changed = now, now
	p.Texts, p.Marks, p.Tags = cloneTexts(p.Texts), cloneTexts(p.Marks), slices.Clone(p.Tags)
	if b := newer.Text.Block(p.Subject.Block); b != nil {
		p.Anchor = AnchorAt(b, 0, 0)
		p.Anchor.Label = newer.Text.LabelOf(b).String()
	}
	if c := p.Clearance; c != nil {
		of := *c
		if of.Of == nil {
			of.Of = &key
		}
		p.Clearance = &of
	}
	lost := p.rank(options)
	if s.Outcome != CarryKept || lost {
		p.demote()
	}
	return &p
}

// rank names the ranked options as the newer version does; lost tells that one
// of them is gone.
func (p *Position) rank(options map[string]string) (lost bool) {
	var out []Rank
	for _, r := range p.Ranking {
		code, ok := options[r.Option]
		if r.Option == OwnOption {
			code, ok = OwnOption, true
		}
		if !ok {
			lost = true
			continue
		}
		out = append(out, Rank{Option: code, Place: r.Place})
	}
	p.Ranking = out
	return lost
}

// optionCodes says how the options of an ask of the older version are called
// in the newer.
func (c *Comparison) optionCodes(s, to Subject) map[string]string {
	was, is := c.Older.Ask(s.Ask), c.Newer.Ask(to.Ask)
	if was == nil || is == nil {
		return nil
	}
	out := map[string]string{}
	for _, o := range was.Options {
		pair := c.PairOfOld(o.Block)
		if pair == nil || len(pair.New) != 1 {
			continue
		}
		for _, x := range is.Options {
			if pair.New[0].holds(x.Block) {
				out[o.Code] = x.Code
			}
		}
	}
	return out
}
