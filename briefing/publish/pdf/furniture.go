package pdf

import (
	"strconv"

	"placard/briefing"
	"placard/briefing/publish/palette"
	"placard/briefing/publish/pdf/tagged"
)

// Heights of the furniture, from the edges of the page.
const (
	markTop    = 34.0
	headerBase = 52.0
	footerBase = 50.0
	markBottom = 30.0
)

// furniture draws what stands on every page: the handling mark top and bottom,
// whose paper it is and what, reference and copy, page X of Y.
func (d *drawing) furniture(n int) {
	p, l := d.pages[n], &d.look
	w := d.paper.Furniture
	p.Furniture("Header")
	d.across(p, l.height-markTop, l.mark, "", d.paper.Mark, "")
	d.across(p, l.height-headerBase, l.furniture, d.paper.Author, "", d.paper.Subject)
	p.Fill(l.margin, l.height-headerBase-6, l.column(), 0.6, ruleColour)
	d.demo(p)
	copied := ""
	if d.paper.Copy != "" {
		copied = w.Copy + " " + d.paper.Copy
	}
	number := w.Page + " " + strconv.Itoa(n+1) + " " + w.Of + " " + strconv.Itoa(len(d.pages))
	p.Furniture("Footer")
	p.Fill(l.margin, footerBase+11, l.column(), 0.6, ruleColour)
	d.across(p, footerBase, l.furniture, d.paper.Reference, copied, number)
	d.across(p, markBottom, l.mark, "", d.paper.Mark, "")
	p.Close()
}

// across draws words at the left, in the middle and at the right.
func (d *drawing) across(p *tagged.Page, y float64, st style, left, middle, right string) {
	column := d.look.column()
	for i, words := range []string{left, middle, right} {
		set := d.lines([]span{d.plain(words, st, 0, "")}, column, false)
		if len(set) == 0 {
			continue
		}
		l := set[0]
		x := d.look.margin + []float64{0, (column - l.Width) / 2, column - l.Width}[i]
		d.line(p, &l, x, y)
	}
}

// demo is the badge of a demo vault, between the two ends of the header.
func (d *drawing) demo(p *tagged.Page) {
	if d.paper.Demo == "" {
		return
	}
	st := d.look.furniture
	st.style, st.ink = briefing.Bold, tagged.Hex(palette.White)
	for _, l := range d.lines([]span{d.plain(d.paper.Demo, st, 0, "")}, d.look.column(), false) {
		x, y := d.look.width/2-l.Width/2, d.look.height-headerBase
		p.Fill(x-5, y-3, l.Width+10, st.size+4, tagged.Hex(palette.DemoFill))
		d.line(p, &l, x, y)
		return
	}
}
