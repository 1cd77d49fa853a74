package reader

// MoveTo puts a block at the top edge with a share of it, 0 to 1, hidden above,
// as far as the end of the note allows: two readers scroll together by it.
// OnMoved is not called. An id the reader does not have moves nothing.
func (r *Reader) MoveTo(id string, hidden float64) {
	i := r.find(id)
	if i < 0 || r.heights == nil {
		return
	}
	r.wanted = ""
	r.led = true
	r.top = place{row: i, hidden: float32(hidden) * r.blockAt(i).height}
	r.show()
	r.led = false
}

// Top is the block at the top edge and how much of it is hidden above, 0 to 1;
// empty where nothing is shown.
func (r *Reader) Top() (id string, hidden float64) {
	if r.heights == nil || r.top.row >= len(r.rows) {
		return "", 0
	}
	return r.rows[r.top.row].ID, float64(r.hiddenShare())
}

// tellMoved tells where the note stands now, unless it was led there.
func (r *Reader) tellMoved() {
	if r.moved == r.top {
		return
	}
	r.moved = r.top
	if r.led || r.OnMoved == nil || r.top.row >= len(r.rows) {
		return
	}
	r.OnMoved(r.rows[r.top.row].ID, float64(r.hiddenShare()))
}
