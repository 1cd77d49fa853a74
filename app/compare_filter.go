package app

import (
	"strings"

	"placard/briefing"
)

// The filters of a comparison.
const (
	compareChanges = iota // what is not the same
	compareWords          // what changed in words
	compareOurs           // where we have a position
	compareFilters        // how many there are
)

func comparePasses(filter int, r *compareRow) bool {
	switch filter {
	case compareChanges:
		return r.pair.Fate != briefing.FateSame
	case compareWords:
		return !r.pair.Fate.KeepsWords()
	default:
		return r.held
	}
}

// filter shows the rows that pass every filter in force.
func (p *comparePage) filter() {
	if p.x == nil {
		return
	}
	var counts [compareFilters]int
	p.shown, p.selected = p.shown[:0], -1
	for i := range p.rows {
		shown := true
		for f := range compareFilters {
			ok := comparePasses(f, &p.rows[i])
			if ok {
				counts[f]++
			}
			shown = shown && (ok || !p.chips[f].on)
		}
		if shown {
			p.shown = append(p.shown, i)
		}
	}
	for f, key := range [compareFilters]string{"compare.only_changes", "compare.only_words", "compare.only_ours"} {
		p.chips[f].name(p.s.say(key), counts[f])
	}
	p.bar.Refresh() // the chips' words have other widths now
	p.counts.SetText(p.sayCounts())
	p.list.UnselectAll()
	p.pairing.show(nil)
	p.list.arrange()
	p.list.Refresh()
}

// sayCounts says how many passages had each fate.
func (p *comparePage) sayCounts() string {
	counts := p.x.Counts()
	var parts []string
	for _, f := range briefing.Fates {
		if counts[f] > 0 {
			parts = append(parts, p.s.say("compare.count", "Count", counts[f], "Fate", f.Say(p.s.words)))
		}
	}
	said := strings.Join(parts, "   ")
	if p.x.Translated {
		said = p.s.say("compare.translated") + "\n" + said
	}
	return said
}
