package pack

import (
	"cmp"

	"placard/briefing"
)

// stamp says who agreed to the position's text, or that nobody did. Only a
// recorded clearance of the text as it stands reads as approval; "no
// objection" says in so many words that it is none. Empty for audiences that
// may not know.
func (b *build) stamp(p *briefing.Position) string {
	if !b.g.Open(briefing.PartClearanceState, false) {
		return ""
	}
	c := p.Clearance
	named := c != nil && c.Name != ""
	switch {
	case p.Stale && named:
		return b.signed("pack.stamp.stale", c)
	case p.Stale:
		return b.w.Say("pack.stamp.stale_unnamed")
	case p.State == briefing.StateNoObjection:
		return b.w.Say("pack.stamp.no_objection")
	case p.State.Cleared() && !named:
		return b.w.Say("pack.stamp.unnamed")
	case p.State == briefing.StateClearedChanged:
		return b.signed("pack.stamp.cleared_with_changes", c)
	case p.State.Cleared():
		return b.signed("pack.stamp.cleared", c)
	case p.State == briefing.StatePartlyCleared && named:
		return b.signed("pack.stamp.partly_cleared", c)
	}
	return b.w.Say("pack.stamp." + cmp.Or(string(p.State), "none"))
}

// signed fills a sentence with the clearance's name, date and reference.
func (b *build) signed(key string, c *briefing.Clearance) string {
	name := c.Name
	if c.Department != "" {
		name += " (" + c.Department + ")"
	}
	if c.Reference == "" {
		return b.w.Say(key, "Name", name, "Date", c.Date.Say(b.w))
	}
	return b.w.Say(key+"_ref", "Name", name, "Date", c.Date.Say(b.w), "Reference", c.Reference)
}

// status is the state in a word, for tables.
func (b *build) status(p *briefing.Position) string {
	if p.Stale {
		return b.w.Say("state.stale")
	}
	if p.State.Cleared() && p.Clearance == nil {
		return b.w.Say("pack.status.unnamed")
	}
	return b.w.Say("state." + cmp.Or(string(p.State), "none"))
}
