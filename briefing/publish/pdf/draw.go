package pdf

import (
	"strconv"

	"placard/briefing/publish/pdf/tagged"
	"placard/briefing/publish/pdf/typeface"
)

// drawing turns sheets into pages of a file.
type drawing struct {
	*flow
	file  *tagged.File
	fonts map[*typeface.Face]*tagged.Font
	pages []*tagged.Page
}

// ruler is a thin line to be drawn when the text of a page stands.
type ruler struct {
	x, y, width float64
	ink         tagged.Colour
}

func newDrawing(f *flow, file *tagged.File) *drawing {
	return &drawing{flow: f, file: file, fonts: map[*typeface.Face]*tagged.Font{}}
}

// font is the file's font of a face, with the glyphs that it takes.
func (d *drawing) font(f *typeface.Face) *tagged.Font {
	if d.fonts[f] == nil {
		d.fonts[f] = d.file.Font(func() tagged.Program {
			up, down := f.Height()
			return tagged.Program{Name: f.Name(), CFF: f.Program(), Widths: f.Widths(), Texts: f.Texts(), Up: up, Down: down}
		})
	}
	return d.fonts[f]
}

// prepare makes the pages before anything is drawn, so that links can lead to
// later ones.
func (d *drawing) prepare(count int) {
	for range count {
		d.pages = append(d.pages, d.file.Page(d.look.width, d.look.height))
	}
}

// sheet draws one page: grounds first, text in reading order, then the lines
// through and under it.
func (d *drawing) sheet(n int, s *sheet) {
	p := d.pages[n]
	d.furniture(n)
	foot := d.look.top + d.look.room() - s.foot + noteGap
	for _, b := range s.placed {
		d.fills(p, b.slab, d.look.top+b.y)
	}
	if len(s.notes) > 0 {
		p.Artifact()
		p.Fill(d.look.margin, d.look.height-foot+noteGap/2, 120, 0.5, ruleColour)
	}
	var rulers []ruler
	for _, b := range s.placed {
		rulers = append(rulers, d.slab(p, b.slab, d.look.top+b.y)...)
	}
	for _, b := range s.notes {
		rulers = append(rulers, d.slab(p, b, foot)...)
		foot += b.height
	}
	for _, r := range rulers {
		p.Artifact()
		p.Fill(r.x, r.y, r.width, 0.6, r.ink)
	}
	p.Close()
}

func (d *drawing) fills(p *tagged.Page, b *slab, top float64) {
	for _, f := range b.fills {
		p.Artifact()
		p.Fill(d.look.margin+f.x, d.look.height-top-f.y-f.height, f.width, f.height, f.colour)
	}
}

// slab draws the text of a slab whose top is given from the top of the page.
func (d *drawing) slab(p *tagged.Page, b *slab, top float64) []ruler {
	var out []ruler
	for i := range b.lines {
		l := &b.lines[i]
		out = append(out, d.line(p, l, d.look.margin+l.x, d.look.height-top-l.base)...)
	}
	for _, r := range b.refs {
		d.pageRef(p, r, top)
	}
	return out
}

// line draws glyphs with their baseline at y, and what the spans add.
func (d *drawing) line(p *tagged.Page, l *setLine, x, y float64) []ruler {
	var out []ruler
	for i := range l.Runs {
		r := &l.Runs[i]
		s := &l.spans[r.Span]
		if len(r.Glyphs) == 0 {
			continue
		}
		if s.in == nil {
			p.Artifact()
		} else {
			p.In(s.in)
		}
		p.Show(d.shown(r, s, x, y))
		if s.underline {
			out = append(out, ruler{x + r.X, y - 2, r.Width, s.ink})
		}
		if s.strike {
			out = append(out, ruler{x + r.X, y + s.Size*0.26, r.Width, s.ink})
		}
		if s.element != nil {
			d.link(p, s, x+r.X, y, r.Width)
		}
	}
	return out
}

func (d *drawing) shown(r *typeface.Run, s *span, x, y float64) tagged.Line {
	out := tagged.Line{
		Font: d.font(r.Face), Size: r.Size, X: x + r.X, Y: y + s.rise, Ink: s.ink, Reversed: r.RTL,
		Codes: make([]tagged.Code, len(r.Glyphs)),
	}
	for i, g := range r.Glyphs {
		out.Codes[i] = tagged.Code{Number: g.Code, Advance: g.Advance, Natural: g.Natural, X: g.X, Y: g.Y}
	}
	return out
}

// link makes the text of a span lead where it does.
func (d *drawing) link(p *tagged.Page, s *span, x, y, width float64) {
	to := tagged.Target{URI: s.uri}
	says := s.uri
	if s.to != nil {
		if s.to.page < 0 {
			return
		}
		to, says = d.place(s.to), s.Text
	}
	d.file.Link(p, s.element, x, y-s.Size*0.25, width, s.Size*1.2, to, says)
}

// place of a start, a little above it.
func (d *drawing) place(s *start) tagged.Target {
	return tagged.Target{Page: d.pages[s.page], Y: d.look.height - d.look.top - s.y + 14}
}

// pageRef draws a page's number and the dots that lead to it.
func (d *drawing) pageRef(p *tagged.Page, r pageRef, top float64) {
	if r.to.page < 0 {
		return
	}
	number := d.plain(strconv.Itoa(r.to.page+1), r.look, 0, "")
	number.in = r.in
	y := d.look.height - top - r.base
	for _, l := range d.lines([]span{number}, 60, false) {
		left := d.look.margin + r.x - l.Width
		d.line(p, &l, left, y)
		if until := left - 5; r.dots > 0 && until > d.look.margin+r.dots {
			p.Artifact()
			p.Dots(d.look.margin+r.dots, y, until, quietColour)
		}
	}
}

// outline lists the headings beside the pages.
func (d *drawing) outline() {
	for i := range d.paper.Blocks {
		if s := d.starts[&d.paper.Blocks[i]]; s != nil && s.title != "" && s.page >= 0 {
			d.file.Outline(s.title, s.level, d.place(s))
		}
	}
}
