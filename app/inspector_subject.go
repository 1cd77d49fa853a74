package app

import (
	"slices"

	"placard/briefing"
)

// subjectsOf lists what a position on a block can be about, the likeliest
// first: an asking paragraph's ask, itself and the options; an option's
// bullet the option and the ask it belongs to.
func subjectsOf(x *briefing.Dossier, b *briefing.Block) []briefing.Subject {
	list := []briefing.Subject{x.SubjectOf(b)}
	add := func(s briefing.Subject) {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	if a := x.Ask(list[0].Ask); a != nil {
		add(askSubject(a))
	}
	for _, a := range x.AsksIn(b.ID) {
		if a.Strength == briefing.Strong || x.Position(askSubject(a)) != nil {
			add(askSubject(a))
		}
	}
	if b.Kind != briefing.KindAgendaItem {
		add(briefing.Subject{Kind: briefing.OnParagraph, Block: b.ID})
	}
	for _, a := range x.AsksIn(b.ID) {
		for _, o := range a.Options {
			add(briefing.Subject{Kind: briefing.OnOption, Block: o.Block, Ask: a.Code, Option: o.Code})
		}
	}
	return list
}

func askSubject(a *briefing.Ask) briefing.Subject {
	return briefing.Subject{Kind: briefing.OnAsk, Block: a.Block, Ask: a.Code}
}

// sayPlace is a block as people name it: "Paragraph 12, second bullet".
func sayPlace(x *briefing.Dossier, block string, w briefing.Words) string {
	b := x.Text.Block(block)
	if b == nil {
		return ""
	}
	if l := x.Text.LabelOf(b); l.Label != "" {
		return l.Say(b.Kind, w)
	}
	return w.Say("block." + string(b.Kind))
}

// saySubject is what a position is on: "ask: makes a proposal", "option 2:
// South/South Migration".
func saySubject(x *briefing.Dossier, s briefing.Subject, w briefing.Words) string {
	kind := w.Say("subject." + string(s.Kind))
	a := x.Ask(s.Ask)
	if a == nil {
		return kind
	}
	switch s.Kind {
	case briefing.OnAsk:
		return w.Say("inspector.subject", "Kind", kind, "What", sayAskWant(a, w))
	case briefing.OnOption:
		for _, o := range a.Options {
			if o.Code == s.Option {
				return w.Say("inspector.subject", "Kind", kind+" "+o.Code, "What", o.Title)
			}
		}
	case briefing.OnParagraph, briefing.OnItem:
	}
	return kind
}

// sayAskWant is what an ask wants: "choose 2 of 3", else its class in words.
func sayAskWant(a *briefing.Ask, w briefing.Words) string {
	if a.Choose > 0 {
		return w.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	}
	return w.Say("ask.class." + string(a.Class))
}
