package briefing

// Fate is what became of a passage between two versions of a note.
type Fate string

// The fates. Spaces, quotation marks, hyphens and numbers of paragraphs are
// not words: what differs in them alone is not edited.
const (
	FateSame        Fate = "same"
	FateRenumbered  Fate = "renumbered"
	FateEdited      Fate = "edited"
	FateMoved       Fate = "moved"
	FateMovedEdited Fate = "moved_edited"
	FateSplit       Fate = "split"
	FateMerged      Fate = "merged"
	FateInserted    Fate = "inserted"
	FateDeleted     Fate = "deleted"
)

// Fates lists them in the order of filters and legends.
var Fates = []Fate{
	FateSame, FateRenumbered, FateEdited, FateMoved, FateMovedEdited, FateSplit, FateMerged, FateInserted, FateDeleted,
}

// Glyph is the sign that stands before the fate's word.
func (f Fate) Glyph() string {
	switch f {
	case FateSame:
		return "="
	case FateRenumbered:
		return "#"
	case FateEdited:
		return "±"
	case FateMoved:
		return "↕"
	case FateMovedEdited:
		return "↕±"
	case FateSplit:
		return "÷"
	case FateMerged:
		return "∪"
	case FateInserted:
		return "+"
	case FateDeleted:
		return "−"
	}
	return "?"
}

// Say is the fate as people read it: its glyph, then its word.
func (f Fate) Say(w Words) string { return f.Glyph() + " " + w.Say("fate."+string(f)) }

// KeepsWords tells whether the passage says word for word what it said.
func (f Fate) KeepsWords() bool {
	return f == FateSame || f == FateRenumbered || f == FateMoved
}

// Clause is what is compared: a block with the continuations that belong to
// it.
type Clause struct {
	Block string   `json:"block"`           // the head's id: what positions hang on
	Also  []string `json:"also,omitempty"`  // ids of its continuations
	Label string   `json:"label,omitempty"` // as people name it: "12#2"; empty where nothing is printed
	Kind  Kind     `json:"kind"`
	Text  string   `json:"text"`
}

// Pair is one row of a comparison: what the older version has and what became
// of it. There is one passage on each side, several where something was split
// or merged, none on one side where it was inserted or deleted.
type Pair struct {
	Fate Fate     `json:"fate"`
	Old  []Clause `json:"old,omitempty"`
	New  []Clause `json:"new,omitempty"`
	// Likeness is 1 for the same words and falls to 0.
	Likeness float64 `json:"likeness"`
	ByHand   bool    `json:"by_hand,omitempty"`
}

// Link is a pairing that a person made. Without a new block the old one was
// deleted; without an old block the new one was inserted.
type Link struct {
	Old string `cbor:"1,keyasint,omitempty" json:"old,omitempty"`
	New string `cbor:"2,keyasint,omitempty" json:"new,omitempty"`
}

// Align pairs the passages of two versions of a note, in the newer's order;
// what was deleted stands where it stood. Passages named by a link are paired
// as it says. translated pairs by numbers and places, since no words can be
// compared: it calls nothing edited.
func Align(older, newer *Text, hand []Link, translated bool) []Pair {
	a := newAligner(passagesOf(older), passagesOf(newer))
	a.byHand(hand)
	if translated {
		a.pairPlaces()
	} else {
		a.pairWords()
	}
	return a.pairs(translated)
}

// aligner holds an alignment in the making.
type aligner struct {
	old, new []unit
	// toNew and toOld hold the pairs of one to one, -1 for none.
	toNew, toOld []int
	// groups are the splits and merges.
	groups []group
	// held are by hand or in a group and no longer to pair, hands are by hand:
	// the old ones, then the new ones.
	held, hands [2][]bool
	shared      overlaps
	inOrder     []bool // by old passage, whether its pair kept its place
}

// group is a split or a merge: indices into old and new, in order.
type group struct {
	old, new []int
	hand     bool
}

func newAligner(older, newer []unit) *aligner {
	a := &aligner{old: older, new: newer, toNew: blank(len(older)), toOld: blank(len(newer))}
	for i := range a.held {
		n := []int{len(older), len(newer)}[i]
		a.held[i], a.hands[i] = make([]bool, n), make([]bool, n)
	}
	return a
}

func blank(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// join pairs one with one.
func (a *aligner) join(i, j int) { a.toNew[i], a.toOld[j] = j, i }

// freeOld and freeNew tell whether a passage waits for a counterpart.
func (a *aligner) freeOld(i int) bool { return a.toNew[i] < 0 && !a.held[0][i] }
func (a *aligner) freeNew(j int) bool { return a.toOld[j] < 0 && !a.held[1][j] }

// pairWords pairs by what is said: equal words first, then like ones, then
// pieces of each other, and what stands between the same neighbours last.
func (a *aligner) pairWords() {
	a.pairEqual()
	a.shared = overlapsOf(a.old, a.new)
	a.pairLike()
	a.pairPieces()
	a.pairRewritten()
}
