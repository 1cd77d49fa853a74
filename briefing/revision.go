package briefing

import "slices"

// Pairing is what a person said of how two versions of a note belong
// together; what it does not name is paired by itself.
type Pairing struct {
	Older ID     `cbor:"1,keyasint" json:"older"`
	Newer ID     `cbor:"2,keyasint" json:"newer"`
	Links []Link `cbor:"3,keyasint,omitempty" json:"links,omitempty"`
}

// relink replaces what was said of the passages that links name.
func (p *Pairing) relink(links []Link) {
	named := func(l Link) bool {
		return slices.ContainsFunc(links, func(x Link) bool {
			return l.Old != "" && l.Old == x.Old || l.New != "" && l.New == x.New
		})
	}
	p.Links = append(slices.DeleteFunc(slices.Clone(p.Links), named), links...)
}

// Comparison is two versions of a note side by side, with what is held on
// each.
type Comparison struct {
	Older, Newer *Dossier
	Pairs        []Pair
	// Translated tells that the two are in different languages: no words were
	// compared, and nothing counts as edited.
	Translated bool
	Hand       []Link // the pairings made by a person
}

// Counts says how many rows had each fate.
func (c *Comparison) Counts() map[Fate]int {
	out := map[Fate]int{}
	for _, p := range c.Pairs {
		out[p.Fate]++
	}
	return out
}

// PairOfOld is the row of a block of the older version, and PairOfNew of the
// newer; nil for mastheads and furniture.
func (c *Comparison) PairOfOld(block string) *Pair {
	return c.pairOf(block, func(p *Pair) []Clause { return p.Old })
}

// PairOfNew is the row of a block of the newer version.
func (c *Comparison) PairOfNew(block string) *Pair {
	return c.pairOf(block, func(p *Pair) []Clause { return p.New })
}

func (c *Comparison) pairOf(block string, side func(*Pair) []Clause) *Pair {
	for i := range c.Pairs {
		for _, x := range side(&c.Pairs[i]) {
			if x.holds(block) {
				return &c.Pairs[i]
			}
		}
	}
	return nil
}

// holds tells whether a block belongs to the passage.
func (p *Clause) holds(block string) bool {
	return p.Block == block || slices.Contains(p.Also, block)
}

// positionsIn are the positions on the passages, in their order.
func (d *Dossier) positionsIn(passages []Clause) []*Position {
	var out []*Position
	for i := range passages {
		for _, p := range d.Positions {
			if passages[i].holds(p.Subject.Block) {
				out = append(out, p)
			}
		}
	}
	return out
}

// OurOn are our positions on a row of the older version.
func (c *Comparison) OurOn(p *Pair) []*Position { return c.Older.positionsIn(p.Old) }
