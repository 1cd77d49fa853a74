package pack

import "placard/briefing"

// PackItems lists the items that a pack could have, in the order of the note,
// whatever was chosen of them.
func (Builder) PackItems(d *briefing.Dossier, p *briefing.Pack, g briefing.Gate, words briefing.Words) []briefing.PackItem {
	lay, ok := layouts[p.Variant]
	if !ok || d.Note == nil {
		return nil
	}
	all := *p
	all.Items = nil
	b := newBuild(d, &all, words)
	b.g, b.lay = g, lay
	var out []briefing.PackItem
	for _, it := range b.wanted(b.gather()) {
		out = append(out, briefing.PackItem{Subject: it.subject, Title: upperFirst(b.itemTitle(it))})
	}
	return out
}

// chosen keeps the items that the pack was ordered with, in that order. What
// is no longer there is left out.
func (b *build) chosen(list []*item) []*item {
	if len(b.p.Items) == 0 {
		return list
	}
	var out []*item
	for _, s := range b.p.Items {
		if it := itemOn(list, s); it != nil && itemOn(out, s) == nil {
			out = append(out, it)
		}
	}
	return out
}
