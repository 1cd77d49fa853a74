package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// renumber gives a block a number, and those that count on behind it the
// numbers that follow: the same kind of block in the same part, series and
// list, as long as their numbers are of the same shape ("4.2" counts on over
// "4.3", not over "5.1"). What has another kind of number, "12 bis", keeps it.
func (p *proof) renumber(i int, label string) error {
	first := p.blocks[i]
	if _, _, ok := cutNumber(label); !ok {
		return ErrInvalid.Because(nil, "Value", label)
	}
	old, _, counted := cutNumber(first.Label)
	for j := i; j < len(p.blocks); j++ {
		b := &p.blocks[j]
		shape, _, ok := cutNumber(b.Label)
		if !b.countsWith(&first) || j > i && !ok {
			continue
		}
		if j > i && counted && shape != old {
			return nil
		}
		b.Label, b.Doubts = label, withoutNumberDoubts(b.Doubts)
		label = nextNumber(label)
	}
	return nil
}

// countsWith tells whether two blocks are of one numbering.
func (b *Block) countsWith(other *Block) bool {
	return b.Kind == other.Kind && b.Part == other.Part && b.Series == other.Series &&
		(!b.listed() || b.Parent == other.Parent && b.Level == other.Level)
}

// withoutNumberDoubts leaves out what renumbering settles.
func withoutNumberDoubts(doubts []string) []string {
	return slices.DeleteFunc(slices.Clone(doubts), func(code string) bool { return strings.HasPrefix(code, "number_") })
}

// cutNumber parts a label into what stays and what counts: "4.12" into "4."
// and "12", "b" into "" and "b". ok is false where nothing counts.
func cutNumber(label string) (stays, counts string, ok bool) {
	cut := strings.LastIndexByte(label, '.') + 1
	stays, counts = label[:cut], label[cut:]
	if _, err := strconv.Atoi(counts); err == nil {
		return stays, counts, true
	}
	ok = len(counts) == 1 && (counts[0] >= 'a' && counts[0] <= 'z' || counts[0] >= 'A' && counts[0] <= 'Z')
	return stays, counts, ok
}

// nextNumber is the label that follows: "4.12" is followed by "4.13", "b" by
// "c", "z" by "aa".
func nextNumber(label string) string {
	stays, counts, _ := cutNumber(label)
	if n, err := strconv.Atoi(counts); err == nil {
		return stays + strconv.Itoa(n+1)
	}
	last := len(counts) - 1
	switch counts[last] {
	case 'z':
		return stays + counts[:last] + "aa"
	case 'Z':
		return stays + counts[:last] + "AA"
	}
	return stays + counts[:last] + string(counts[last]+1)
}
