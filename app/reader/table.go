package reader

import (
	"strings"

	"placard/briefing"
)

// table sets cells in a grid: every column as wide as its longest word needs,
// the rest shared by how much text each holds.
func (c composer) table(b *block, y float32) float32 {
	pad := c.em * 0.4
	widths := c.share(b.row.Rows, b.look, pad)
	total := float32(0)
	for _, w := range widths {
		total += w
	}
	b.grid = append(b.grid, box{c.textX, y, total, 1})
	top := y
	for i, cells := range b.row.Rows {
		y = c.cells(b, i, cells, widths, y, pad)
		b.grid = append(b.grid, box{c.textX, y, total, 1})
	}
	x := c.textX
	b.grid = append(b.grid, box{x, top, 1, y - top})
	for _, w := range widths {
		x += w
		b.grid = append(b.grid, box{x, top, 1, y - top + 1})
	}
	return y
}

// cells sets one row of the table, its head bold, and gives the y below it.
func (c composer) cells(b *block, row int, cells []string, widths []float32, y, pad float32) float32 {
	look := c.plain(b.look)
	look.face.style.Bold = row == 0 && len(b.row.Rows) > 1
	x, height := c.textX, c.em*1.3
	for i, text := range cells {
		p := c.set(text, spans(text, nil, look), max(widths[i]-2*pad, 1), b.row.RTL || briefing.StartsRight(text))
		b.cells = append(b.cells, part{p, x + pad, y + pad/2})
		height = max(height, p.height)
		x += widths[i]
	}
	return y + height + pad
}

// share gives each column its width, padding included.
func (c composer) share(rows [][]string, l look, pad float32) []float32 {
	var need, wish []float32
	face := c.plain(l).face
	face.style.Bold = true
	for _, cells := range rows {
		for i, text := range cells {
			if i == len(need) {
				need, wish = append(need, pad*4), append(wish, pad*4)
			}
			wish[i] = max(wish[i], min(c.ruler.width(face, text)+3*pad, c.textW))
			for word := range strings.FieldsSeq(text) {
				need[i] = max(need[i], c.ruler.width(face, word)+3*pad)
			}
		}
	}
	return fit(need, wish, c.textW)
}

// fit gives each column its wish where there is room, what it needs and a
// share of the rest where there is not, and an equal squeeze below that.
func fit(need, wish []float32, room float32) []float32 {
	sum := func(v []float32) (total float32) {
		for _, w := range v {
			total += w
		}
		return total
	}
	needs, wishes := sum(need), sum(wish)
	out := make([]float32, len(need))
	for i := range out {
		switch {
		case wishes <= room:
			out[i] = wish[i]
		case needs >= room:
			out[i] = need[i] * room / needs
		default:
			out[i] = need[i] + (wish[i]-need[i])*(room-needs)/(wishes-needs)
		}
	}
	return out
}

// words is what the row says as plain text: a table's cells between tabs.
func (r *Row) words() string {
	if r.Text != "" || len(r.Rows) == 0 {
		return r.Text
	}
	lines := make([]string, len(r.Rows))
	for i, cells := range r.Rows {
		lines[i] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}
