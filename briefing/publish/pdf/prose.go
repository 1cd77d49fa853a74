package pdf

import (
	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
)

// prose is how a paragraph stands in the column.
type prose struct {
	style         style
	kind          string // its structure type; "P" where empty
	before, after float64
	inset         float64 // at the side where lines begin
	outset        float64 // at the other
	in            *tagged.Element
	label         string // printed number or mark, hung before the text
	labelKind     string
	labelStyle    style
	hang          float64 // room of the label
}

// prose sets a block as a paragraph.
func (f *flow) prose(b *briefing.PaperBlock, p prose) []*slab {
	if p.in == nil {
		p.in = f.root
	}
	kind := p.kind
	if kind == "" {
		kind = "P"
	}
	e := p.in.Child(kind)
	e.Lang = f.foreign(b.Lang)
	return f.fill(b.Runs, b, p, e)
}

// foreign is a language that is not the paper's own.
func (f *flow) foreign(lang string) string {
	if lang == f.paper.Language {
		return ""
	}
	return lang
}

// fill sets runs into an element.
func (f *flow) fill(runs []briefing.PaperRun, b *briefing.PaperBlock, p prose, e *tagged.Element) []*slab {
	st := p.style
	if b.RTL {
		st.leading *= 1.2 // Naskh reaches further up and down
	}
	var marks []setLine
	if p.label != "" {
		kind := p.labelKind
		in := e
		if kind != "" {
			in = e.Child(kind)
		}
		mark := f.plain(p.label, p.labelStyle, 0, "")
		mark.in = in.Content()
		marks = f.lines([]span{mark}, max(p.hang, f.look.column()/3), b.RTL)
	}
	body := e
	if p.labelKind != "" {
		body = e.Child("LBody")
	}
	spans := f.spans(runs, st, b.Lang, body)
	width := f.look.column() - p.inset - p.outset - p.hang
	lines := f.lines(spans, width, b.RTL)
	var out []*slab
	for i, l := range lines {
		l.x, l.base = p.inset+p.hang, baseline(st)
		if b.RTL {
			l.x = f.look.column() - p.inset - p.hang - l.Width
		}
		s := &slab{height: st.leading, lines: []setLine{l}}
		if i == 0 {
			s.lines = append(f.hung(marks, p, b.RTL, baseline(st)), s.lines...)
		}
		s.notes = notesOf(l)
		out = append(out, s)
	}
	if len(out) == 0 && len(marks) > 0 {
		out = append(out, &slab{height: st.leading, lines: f.hung(marks, p, b.RTL, baseline(st))})
	}
	keepEnds(out)
	for i, s := range out {
		before := 0.0
		if i == 0 {
			before = p.before
		}
		f.add(s, before)
	}
	f.after = p.after
	return out
}

// hung places the label in the room before the text.
func (f *flow) hung(marks []setLine, p prose, rtl bool, base float64) []setLine {
	for i := range marks {
		marks[i].x, marks[i].base = p.inset, base
		if rtl {
			marks[i].x = f.look.column() - p.inset - marks[i].Width
		}
	}
	return marks[:min(len(marks), 1)]
}

// keepEnds keeps the first two and the last two lines of a paragraph together.
func keepEnds(list []*slab) {
	if n := len(list); n > 1 {
		list[0].keep = true
		list[n-2].keep = true
	}
}

// notesOf are the notes whose marks stand in a line.
func notesOf(l setLine) []*footnote {
	var out []*footnote
	for i := range l.Runs {
		if n := l.spans[l.Runs[i].Span].note; n != nil && l.Runs[i].Text != "" {
			out = append(out, n)
		}
	}
	return out
}
