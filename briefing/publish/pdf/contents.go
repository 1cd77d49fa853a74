package pdf

import (
	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
)

// contents lists the headings with the pages they begin on.
func (f *flow) contents(b *briefing.PaperBlock) {
	title := &briefing.PaperBlock{Kind: briefing.PaperHeading, Level: 1, Runs: []briefing.PaperRun{{Text: f.paper.Furniture.Contents}}}
	f.heading(title)
	toc := f.root.Child("TOC")
	for i := range f.paper.Blocks {
		h := &f.paper.Blocks[i]
		if h.Kind != briefing.PaperHeading || h.Level > max(b.Level, 1) {
			continue
		}
		f.entry(h, toc.Child("TOCI").Child("Link"))
	}
}

// entry sets a line of the contents; its number is known when pages are made.
func (f *flow) entry(h *briefing.PaperBlock, in *tagged.Element) {
	const numbers = 34 // room for a page's number
	to, st := f.starts[h], f.look.entry
	words := f.plain(plainText(h.Runs), st, 0, h.Lang)
	words.in, words.element, words.to = in.Content(), in, to
	inset := float64(headingLevel(h)-1) * f.look.indent
	lines := f.lines([]span{words}, f.look.column()-inset-numbers, h.RTL)
	for i, l := range lines {
		l.x, l.base = inset, baseline(st)
		s := &slab{height: st.leading, lines: []setLine{l}, keep: i < len(lines)-1}
		if i == len(lines)-1 {
			s.refs = []pageRef{{to: to, x: f.look.column(), base: l.base, look: st, in: in.Content(), dots: inset + l.Width + 5}}
		}
		f.add(s, 0)
	}
}
