package reader

// heights holds the height of every row, estimated until the row was laid out,
// and answers where a row begins and which row stands at a place. It is a
// binary indexed tree: one corrected height costs log n, not n.
type heights struct {
	each []float32
	tree []float64
}

func newHeights(each []float32) *heights {
	h := &heights{each: each, tree: make([]float64, len(each)+1)}
	for i, v := range each {
		k := i + 1
		h.tree[k] += float64(v)
		if up := k + k&-k; up < len(h.tree) {
			h.tree[up] += h.tree[k]
		}
	}
	return h
}

func (h *heights) set(i int, v float32) {
	d := float64(v) - float64(h.each[i])
	if d == 0 {
		return
	}
	h.each[i] = v
	for k := i + 1; k < len(h.tree); k += k & -k {
		h.tree[k] += d
	}
}

// before is the height of the rows ahead of i.
func (h *heights) before(i int) float64 {
	sum := 0.0
	for k := i; k > 0; k -= k & -k {
		sum += h.tree[k]
	}
	return sum
}

func (h *heights) total() float64 { return h.before(len(h.each)) }

// at finds the row at y and how far into it y lies; the last row when y is
// past the end.
func (h *heights) at(y float64) (row int, into float32) {
	if len(h.each) == 0 {
		return 0, 0
	}
	step := 1
	for step*2 < len(h.tree) {
		step *= 2
	}
	rest := max(y, 0)
	for ; step > 0; step /= 2 {
		if row+step < len(h.tree) && h.tree[row+step] <= rest {
			row += step
			rest -= h.tree[row]
		}
	}
	if row >= len(h.each) {
		row = len(h.each) - 1
		return row, h.each[row]
	}
	return row, float32(rest)
}
