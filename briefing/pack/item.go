package pack

import (
	"cmp"
	"slices"
	"strconv"

	"placard/briefing"
)

// item is one brief: an ask, an agenda item, a paragraph or an option,
// with what the audience may see of our position on it.
type item struct {
	subject briefing.Subject
	block   *briefing.Block // nil where the text no longer holds it
	ask     *briefing.Ask   // of an ask, or the one an option belongs to
	agenda  *briefing.AgendaItem
	host    *briefing.Meeting // whose agenda that is
	// pos is never nil; said is false where it says nothing.
	pos     *briefing.Position
	said    bool
	options []*item
	anchor  string
	at      int // place in the note
	nested  bool
}

// gather lists what deserves a brief in the order of the note: every open
// ask, answered or not, and whatever has a position. A position on an option
// stands under its ask.
func (b *build) gather() []*item {
	list := b.asked()
	for _, p := range b.d.Positions {
		if itemOn(list, p.Subject) == nil {
			if it := b.item(p.Subject); it.said {
				list = append(list, it)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *item) int {
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.subject.Option, y.subject.Option))
	})
	list = b.chosen(nest(list))
	for i, it := range list {
		it.anchor = "brief_" + strconv.Itoa(i+1)
	}
	return list
}

// asked lists the open asks.
func (b *build) asked() []*item {
	var list []*item
	for _, a := range b.d.Asks {
		if a.Open() {
			list = append(list, b.item(briefing.Subject{Kind: briefing.OnAsk, Block: a.Block, Ask: a.Code}))
		}
	}
	return list
}

// item looks up what the dossier holds on a subject and passes it through the gate.
func (b *build) item(s briefing.Subject) *item {
	it := &item{subject: s, block: b.block(s.Block), pos: &briefing.Position{Subject: s}, at: len(b.text.Blocks)}
	if s.Ask != "" {
		it.ask = b.d.Ask(s.Ask)
	}
	if it.block != nil {
		it.at = b.at[s.Block]
	}
	if s.Kind == briefing.OnItem {
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
func (b *build) agendaItem(block string) (*briefing.Meeting, *briefing.AgendaItem) {
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
func says(p *briefing.Position) bool {
	return p.Stance != briefing.StanceNone || len(p.Texts) > 0 || len(p.Ranking) > 0
}

// answered tells whether the reader learns what we think: a stance, a line, a
// ranking, or a position on one of the options.
func (it *item) answered() bool {
	return it.pos.Stance != briefing.StanceNone || it.pos.Text(briefing.FieldLine) != "" || len(it.pos.Ranking) > 0 || len(it.options) > 0
}

// nest moves options under their ask where that has a brief.
func nest(list []*item) []*item {
	var out []*item
	for _, it := range list {
		if it.subject.Kind != briefing.OnOption {
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

func askOf(list []*item, code string) *item {
	for _, it := range list {
		if it.subject.Kind == briefing.OnAsk && it.subject.Ask == code {
			return it
		}
	}
	return nil
}

func itemOn(list []*item, s briefing.Subject) *item {
	for _, it := range list {
		if it.subject == s {
			return it
		}
	}
	return nil
}

// wanted keeps the items that the layout sets; an ask stays for an option of it.
func (b *build) wanted(list []*item) []*item {
	var out []*item
	for _, it := range list {
		it.options = slices.DeleteFunc(it.options, func(o *item) bool { return !b.lay.wants(o) })
		if b.lay.wants(it) || len(it.options) > 0 {
			out = append(out, it)
		}
	}
	return out
}

// speaks tells whether we take the floor on the item or have words ready for it.
func (it *item) speaks() bool {
	takesFloor := it.pos.Intervene == briefing.InterveneYes || it.pos.Intervene == briefing.InterveneOnlyIf
	return takesFloor || it.pos.Text(briefing.FieldSpeakingNote) != "" || it.pos.Text(briefing.FieldLine) != ""
}

// secret tells whether anything of the restricted box may be shown.
func (it *item) secret() bool {
	return slices.ContainsFunc(secretFields, func(f briefing.Field) bool { return it.pos.Text(f) != "" })
}

// slight tells whether the item takes little room.
func (it *item) slight() bool { return it.subject.Kind == briefing.OnParagraph || !it.said }
