package app

import (
	"context"
	"slices"

	"placard/briefing"
)

// keep keeps what is under review in the vault, sealed, before the page goes:
// the vault may be locked while nobody is there. Words being typed are kept too.
func (p *importPage) keep() {
	p.blocks.words.submitThen(func() {
		desk, reviews := p.s.desk(), p.queue.unfinished()
		if desk == nil || len(reviews) == 0 && !p.queue.resumed {
			return
		}
		// not quick: the session may be over before it is done
		p.s.jobs.inOrder(context.Background(), func(ctx context.Context) error { return desk.KeepReviews(ctx, reviews) }, p.s.notSaved)
	})
}

// unfinished are copies of the documents that were read and not yet imported,
// the one under review first.
func (q *importQueue) unfinished() []*briefing.Proposal {
	var out []*briefing.Proposal
	for _, i := range q.items {
		if i.state != importReady {
			continue
		}
		found := *i.found
		found.Asks, found.Accept, found.Meetings = slices.Clone(found.Asks), slices.Clone(found.Accept), slices.Clone(found.Meetings)
		if i == q.now {
			out = slices.Insert(out, 0, &found)
		} else {
			out = append(out, &found)
		}
	}
	return out
}

// offerReviews asks whether to go on with a review that was broken off. It
// waits in the vault until somebody does.
func (s *shell) offerReviews() {
	desk := s.open
	var items []*importItem
	s.quick(func(ctx context.Context) error {
		kept, err := desk.KeptReviews(ctx)
		for _, found := range kept {
			kin, kinErr := desk.Kin(ctx, found)
			if kinErr != nil {
				return kinErr
			}
			original := found.Original()
			items = append(items, &importItem{name: original.Name, original: original, state: importReady, found: found, kin: kin})
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case len(items) > 0 && !s.inDialog():
			s.confirm(s.say("import.unfinished.title"), s.say("import.unfinished", "Count", len(items), "Name", items[0].name),
				s.say("import.unfinished.yes"), func() { s.goOn(items) })
		}
	})
}

// goOn reviews documents that were read before.
func (s *shell) goOn(items []*importItem) {
	if p, ok := s.page(pageImport).(*importPage); ok {
		p.queue.items, p.queue.resumed = append(p.queue.items, items...), true
		p.queue.next()
	}
}
