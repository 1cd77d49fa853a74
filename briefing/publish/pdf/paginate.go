package pdf

// sheet is a page being filled.
type sheet struct {
	placed []placed
	notes  []*slab // at its foot
	used   float64
	foot   float64 // height of the notes with the room above them
}

// placed is a slab at its height on a sheet, from the top of the text.
type placed struct {
	*slab
	y float64
}

// noteGap is the room above the notes of a page, with the short rule in it.
const noteGap = 12.0

// pages puts slabs on sheets of a height.
type pages struct {
	room   float64
	sheets []*sheet
	carry  []*slab // of a note that did not fit on its page
}

// paginate fills sheets. Slabs that keep together move together; those too
// high for a page break where the page ends.
func paginate(slabs []*slab, room float64) []*sheet {
	p := &pages{room: room}
	p.turn()
	for i := 0; i < len(slabs); {
		end := i
		for end < len(slabs)-1 && slabs[end].keep && !slabs[end+1].fresh {
			end++
		}
		p.chain(slabs[i : end+1])
		i = end + 1
	}
	for len(p.carry) > 0 {
		p.turn()
	}
	return p.sheets
}

// last is the sheet being filled.
func (p *pages) last() *sheet { return p.sheets[len(p.sheets)-1] }

// turn begins a sheet with what is left of the last one's notes.
func (p *pages) turn() {
	p.sheets = append(p.sheets, &sheet{})
	left := p.carry
	p.carry = nil
	p.notes(left)
}

// chain places slabs that keep together.
func (p *pages) chain(list []*slab) {
	s := p.last()
	if list[0].fresh && len(s.placed) > 0 || len(s.placed) > 0 && !p.fits(list) {
		p.turn()
		p.heads(list[0])
	}
	whole := p.fits(list)
	for _, b := range list {
		if s := p.last(); !whole && len(s.placed) > 0 && !p.fits([]*slab{b}) {
			p.turn()
			p.heads(b)
		}
		p.place(b)
	}
}

// heads shows the heads of a table again over its slab.
func (p *pages) heads(b *slab) {
	for _, h := range b.head {
		p.place(h)
	}
}

// fits tells whether slabs fit on the sheet with the notes they bring.
func (p *pages) fits(list []*slab) bool {
	s := p.last()
	height, foot := s.used, s.foot
	for i, b := range list {
		if i > 0 || len(s.placed) > 0 {
			height += b.before
		}
		height += b.height
		for _, n := range b.notes {
			foot += p.noteHeight(n.lines, foot)
		}
	}
	return height+foot <= p.room+0.01
}

// noteHeight is what a note's lines add to a foot; a long note counts with its
// first lines, as it may go on at the foot of the next page.
func (p *pages) noteHeight(lines []*slab, foot float64) float64 {
	height := 0.0
	if foot == 0 {
		height = noteGap
	}
	for i, l := range lines {
		if i >= 3 && height > p.room/4 {
			break
		}
		height += l.height
	}
	return height
}

// place puts a slab on the sheet.
func (p *pages) place(b *slab) {
	s := p.last()
	if len(s.placed) > 0 {
		s.used += b.before
	}
	s.placed = append(s.placed, placed{b, s.used})
	s.used += b.height
	for _, n := range b.notes {
		p.notes(n.lines)
	}
	for _, st := range b.starts {
		st.page, st.y = len(p.sheets)-1, s.placed[len(s.placed)-1].y
	}
}

// notes puts the lines of a note at the foot, and carries what has no room.
func (p *pages) notes(lines []*slab) {
	s := p.last()
	for i, l := range lines {
		gap := 0.0
		if len(s.notes) == 0 {
			gap = noteGap
		}
		full := s.used+s.foot+gap+l.height > p.room+0.01
		if len(p.carry) > 0 || full && len(s.notes)+len(s.placed) > 0 {
			p.carry = append(p.carry, lines[i:]...)
			return
		}
		s.notes = append(s.notes, l)
		s.foot += gap + l.height
	}
}
