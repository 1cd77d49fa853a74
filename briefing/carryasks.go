package briefing

import (
	"cmp"
	"slices"
)

// askCarrier brings what a person made of a note's asks over to the asks that are
// found anew in its corrected blocks.
type askCarrier struct {
	text Text
	// gone says which blocks were merged away, and into which.
	gone map[string]string
	// answered are the codes of asks that something is said on: they stay.
	answered map[string]bool
	kept     []Ask
	taken    map[string]bool // blocks whose ask is among the kept
}

// carry gives the asks to have. One that is found again keeps its identity and
// its state; one that a person confirmed is not lost even where nothing is
// found any more; a suggestion that nothing leads to any more goes.
func (c *askCarrier) carry(old, found []Ask) []Ask {
	c.taken = map[string]bool{}
	byBlock := map[string]*Ask{}
	for i := range found {
		byBlock[found[i].Block] = &found[i]
	}
	old = slices.Clone(old)
	slices.SortStableFunc(old, func(a, b Ask) int { return cmp.Compare(a.weight(), b.weight()) })
	for _, a := range old {
		c.bring(a, byBlock)
	}
	for _, a := range found {
		if !c.taken[a.Block] {
			c.kept = append(c.kept, a)
		}
	}
	return c.inOrder()
}

// weight puts the asks first that must not give way to another on their block.
func (a *Ask) weight() int {
	switch a.State {
	case AskConfirmed:
		return 0
	case AskRefused:
		return 2
	case AskMerged:
		return 3
	case AskSuggested:
	}
	return 1
}

// decided tells whether a person made something of the suggestion.
func (a *Ask) decided() bool { return a.weight() != 1 }

// bring keeps one ask from before, where there is reason to.
func (c *askCarrier) bring(a Ask, found map[string]*Ask) {
	a.Block = following(a.Block, c.gone)
	a.Options = slices.Clone(a.Options)
	for i := range a.Options {
		a.Options[i].Block = following(a.Options[i].Block, c.gone)
	}
	again := found[a.Block]
	switch {
	case c.text.Block(a.Block) == nil:
		return
	case c.taken[a.Block]:
		c.besides(a)
		return
	case again != nil:
		a = c.renewed(a, *again)
	case !a.decided():
		return
	}
	c.taken[a.Block] = true
	c.kept = append(c.kept, a)
}

// besides keeps a second ask of a block that a person decided on; two that
// were confirmed count as one.
func (c *askCarrier) besides(a Ask) {
	if a.ID.IsZero() || !a.decided() {
		return
	}
	if a.State == AskConfirmed {
		first := slices.IndexFunc(c.kept, func(k Ask) bool { return k.Block == a.Block })
		a.State, a.MergedInto = AskMerged, c.kept[first].ID
	}
	c.kept = append(c.kept, a)
}

// renewed is an ask found anew under the identity and the state it had. What a
// person confirmed keeps its class and its options too; what was answered
// keeps its code, which the answers name.
func (c *askCarrier) renewed(before, now Ask) Ask {
	if before.State == AskConfirmed {
		if before.Reason.Words == now.Reason.Words {
			before.Reason = now.Reason
		}
		before.SummaryOf, before.Also = now.SummaryOf, now.Also
		return before
	}
	now.ID, now.Note, now.State, now.MergedInto = before.ID, before.Note, before.State, before.MergedInto
	if c.answered[before.Code] {
		now.Code = before.Code
	}
	return now
}

// inOrder puts the asks in the order of their blocks, each with a code of its
// own.
func (c *askCarrier) inOrder() []Ask {
	at := make(map[string]int, len(c.text.Blocks))
	for i := range c.text.Blocks {
		at[c.text.Blocks[i].ID] = i
	}
	slices.SortStableFunc(c.kept, func(a, b Ask) int { return cmp.Compare(at[a.Block], at[b.Block]) })
	fixed := func(a *Ask) bool { return a.State == AskConfirmed || !a.ID.IsZero() && c.answered[a.Code] }
	used := map[string]bool{}
	for i := range c.kept {
		used[c.kept[i].Code] = used[c.kept[i].Code] || fixed(&c.kept[i])
	}
	for i := range c.kept {
		a := &c.kept[i]
		if fixed(a) {
			continue
		}
		if used[a.Code] {
			a.Code += "@" + a.Block
		}
		used[a.Code] = true
	}
	return c.kept
}
