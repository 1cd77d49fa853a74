package briefing

import (
	"cmp"
	"slices"
	"strconv"
)

// packItem is one brief: an ask, an agenda item, a paragraph or an option,
// with what the audience may see of our position on it.
type packItem struct {
	subject Subject
	block   *Block // nil where the text no longer holds it
	ask     *Ask   // of an ask, or the one an option belongs to
	agenda  *AgendaItem
	host    *Meeting // whose agenda that is
	// pos is never nil; said is false where it says nothing.
	pos     *Position
	said    bool
	options []*packItem
	anchor  string
	at      int // place in the note
	nested  bool
}

// gather lists what deserves a brief in the order of the note: every open
// ask, answered or not, and whatever has a position. A position on an option
// stands under its ask.
func (b *packBuilder) gather() []*packItem {
	list := b.asked()
	for _, p := range b.d.Positions {
		if itemOn(list, p.Subject) == nil {
			if it := b.item(p.Subject); it.said {
				list = append(list, it)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *packItem) int {
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.subject.Option, y.subject.Option))
	})
	list = nest(list)
	for i, it := range list {
		it.anchor = "brief_" + strconv.Itoa(i+1)
	}
	return list
}

// asked lists the open asks.
func (b *packBuilder) asked() []*packItem {
	var list []*packItem
	for _, a := range b.d.Asks {
		if a.Open() {
			list = append(list, b.item(Subject{Kind: OnAsk, Block: a.Block, Ask: a.Code}))
		}
	}
	return list
}

// item looks up what the dossier holds on a subject and passes it through the gate.
func (b *packBuilder) item(s Subject) *packItem {
	it := &packItem{subject: s, block: b.block(s.Block), pos: &Position{Subject: s}, at: len(b.text.Blocks)}
	if s.Ask != "" {
		it.ask = b.d.Ask(s.Ask)
	}
	if it.block != nil {
		it.at = b.at[s.Block]
	}
	if s.Kind == OnItem {
		it.host, it.agenda = b.agendaItem(s.Block)
	}
	p := b.d.Position(s)
	if p == nil {
		return it
	}
	if seen := b.g.Position(p); seen != nil {
		it.pos, it.said = seen, says(seen)
	}
	return it
}

// agendaItem finds the item that a block of the note prints.
func (b *packBuilder) agendaItem(block string) (*Meeting, *AgendaItem) {
	for _, m := range b.d.Meetings {
		if m.Agenda == nil {
			continue
		}
		for i := range m.Agenda.Items {
			if m.Agenda.Items[i].Block == block {
				return m, &m.Agenda.Items[i]
			}
		}
	}
	return nil, nil
}

// says tells whether there is anything of ours in a position.
func says(p *Position) bool {
	return p.Stance != StanceNone || len(p.Texts) > 0 || len(p.Ranking) > 0
}

// answered tells whether the reader learns what we think: a stance, a line, a
// ranking, or a position on one of the options.
func (it *packItem) answered() bool {
	return it.pos.Stance != StanceNone || it.pos.Text(FieldLine) != "" || len(it.pos.Ranking) > 0 || len(it.options) > 0
}

// nest moves options under their ask where that has a brief.
func nest(list []*packItem) []*packItem {
	var out []*packItem
	for _, it := range list {
		if it.subject.Kind != OnOption {
			out = append(out, it)
			continue
		}
		if host := askOf(list, it.subject.Ask); host != nil {
			it.nested = true
			host.options = append(host.options, it)
			continue
		}
		out = append(out, it)
	}
	return out
}

func askOf(list []*packItem, code string) *packItem {
	for _, it := range list {
		if it.subject.Kind == OnAsk && it.subject.Ask == code {
			return it
		}
	}
	return nil
}

func itemOn(list []*packItem, s Subject) *packItem {
	for _, it := range list {
		if it.subject == s {
			return it
		}
	}
	return nil
}

// wanted keeps the items that the layout sets; an ask stays for an option of it.
func (b *packBuilder) wanted(list []*packItem) []*packItem {
	var out []*packItem
	for _, it := range list {
		it.options = slices.DeleteFunc(it.options, func(o *packItem) bool { return !b.lay.wants(o) })
		if b.lay.wants(it) || len(it.options) > 0 {
			out = append(out, it)
		}
	}
	return out
}

// speaks tells whether we take the floor on the item or have words ready for it.
func (it *packItem) speaks() bool {
	takesFloor := it.pos.Intervene == InterveneYes || it.pos.Intervene == InterveneOnlyIf
	return takesFloor || it.pos.Text(FieldSpeakingNote) != "" || it.pos.Text(FieldLine) != ""
}

// secret tells whether anything of the restricted box may be shown.
func (it *packItem) secret() bool {
	return slices.ContainsFunc(secretFields, func(f Field) bool { return it.pos.Text(f) != "" })
}

// slight tells whether the item takes little room.
func (it *packItem) slight() bool { return it.subject.Kind == OnParagraph || !it.said }
