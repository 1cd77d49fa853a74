package app

import (
	"slices"

	"placard/briefing"
)

// pairing sets two texts side by side by their printed numbers: two languages
// of a document have the same ones, two versions mostly.
type pairing struct {
	blocks [2][]briefing.Block
	index  [2]map[string]int // block by id
	// rungs are the pairs of blocks with the same number, in the order of both
	// texts, with one before the first and one behind the last block.
	rungs [][2]int
}

// pairUp pairs two texts.
func pairUp(a, b *briefing.Text) *pairing {
	p := &pairing{blocks: [2][]briefing.Block{a.Blocks, b.Blocks}}
	numbers := map[string]int{}
	for side, blocks := range p.blocks {
		p.index[side] = make(map[string]int, len(blocks))
		for i := range blocks {
			p.index[side][blocks[i].ID] = i
		}
	}
	for i := range b.Blocks {
		if key := rungKey(&b.Blocks[i]); key != "" {
			if _, twice := numbers[key]; !twice {
				numbers[key] = i
			}
		}
	}
	p.rungs = append(p.rungs, [2]int{})
	for i := range a.Blocks {
		last := p.rungs[len(p.rungs)-1]
		j, ok := numbers[rungKey(&a.Blocks[i])]
		if ok && i > last[0] && j > last[1] {
			p.rungs = append(p.rungs, [2]int{i, j})
		}
	}
	p.rungs = append(p.rungs, [2]int{len(a.Blocks), len(b.Blocks)})
	return p
}

// rungKey is what a block is recognised by on the other side; empty for blocks
// without a printed number.
func rungKey(b *briefing.Block) string {
	switch b.Kind { //nolint:exhaustive // the numbered ones alone
	case briefing.KindParagraph, briefing.KindAgendaItem, briefing.KindAnnex:
		if b.Label != "" {
			return b.Part + "\x00" + string(b.Kind) + "\x00" + b.Label
		}
	}
	return ""
}

// across is the block of the other side that stands beside a block of side, and
// the share of it that goes with a share of the block: between two numbers, as
// far as on this side.
func (p *pairing) across(side int, id string, share float64) (other string, otherShare float64) {
	i, ok := p.index[side][id]
	far := p.blocks[1-side]
	if !ok || len(far) == 0 {
		return "", 0
	}
	next := p.above(side, i)
	from, to := p.rungs[next-1], p.rungs[next]
	length := max(to[side]-from[side], 1)
	at := float64(from[1-side]) + (float64(i-from[side])+share)/float64(length)*float64(to[1-side]-from[1-side])
	j := min(int(at), len(far)-1)
	return far[j].ID, min(at-float64(j), 1)
}

// above is the first rung that stands behind a block.
func (p *pairing) above(side, i int) int {
	n, _ := slices.BinarySearchFunc(p.rungs, i+1, func(r [2]int, at int) int { return r[side] - at })
	return min(max(n, 1), len(p.rungs)-1)
}

// twin is the block with the same number on the other side; empty for none.
func (p *pairing) twin(side int, id string) string {
	i, ok := p.index[side][id]
	if !ok {
		return ""
	}
	for _, r := range p.rungs[1 : len(p.rungs)-1] {
		if r[side] == i {
			return p.blocks[1-side][r[1-side]].ID
		}
	}
	return ""
}
