package pdf

import (
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/publish/palette"
	"placard/briefing/publish/pdf/tagged"
	"placard/briefing/publish/pdf/typeface"
)

// spans gives runs their look and their place in the tree; in is the element
// they stand in, nil for furniture.
func (f *flow) spans(runs []briefing.PaperRun, st style, lang string, in *tagged.Element) []span {
	var out []span
	for i := range runs {
		r := &runs[i]
		if r.Text != "" {
			out = append(out, f.span(r, st, lang, in))
		}
		if r.Note != "" && in != nil {
			out = append(out, f.noteMark(r.Note, st, lang, in))
		}
	}
	return out
}

func (f *flow) span(r *briefing.PaperRun, st style, lang string, in *tagged.Element) span {
	s := f.plain(r.Text, st, r.Style, lang)
	if tint, ok := palette.Of(r.Family); ok {
		s.ink = tagged.Hex(tint.Ink)
		s.Text = strings.Replace(s.Text, " ", "\u00a0", 1) // the sign stays with its word
		s.Chain = f.faces.chain(label, r.Style|briefing.Bold)
	}
	s.underline = r.Style&briefing.Underline != 0
	s.strike = r.Style&briefing.Strike != 0
	if r.Style&briefing.Superscript != 0 {
		s.raise()
	}
	if in == nil {
		return s
	}
	if s.to, s.uri = f.target(r.Link); s.to != nil || s.uri != "" {
		s.element = in.Child("Link")
		s.ink, in = linkColour, s.element
	}
	s.in = in.Content()
	return s
}

// plain is text in a style, with what a run adds to it.
func (f *flow) plain(words string, st style, more briefing.Style, lang string) span {
	if lang == "" {
		lang = f.paper.Language
	}
	return span{ink: st.ink, Span: typeface.Span{
		Text: words, Chain: f.faces.chain(st.hand, st.style|more), Size: st.size, Language: lang,
	}}
}

// raise makes a span a superscript.
func (s *span) raise() {
	s.rise = s.Size * 0.34
	s.Size *= 0.64
}

// noteMark numbers a footnote, sets it, and is its mark in the text.
func (f *flow) noteMark(words string, st style, lang string, in *tagged.Element) span {
	f.notes++
	number := strconv.Itoa(f.notes)
	mark := f.plain(number, st, 0, lang)
	mark.raise()
	mark.in = in.Child("Reference").Content()
	mark.note = f.footnote(number, words, lang, in)
	return mark
}

// footnote sets the note itself.
func (f *flow) footnote(number, words, lang string, in *tagged.Element) *footnote {
	e := in.Child("Note")
	e.ID = "note-" + number
	st, hang := f.look.note, f.look.note.size*1.5
	mark := f.plain(number, st, 0, "")
	mark.in = e.Child("Lbl").Content()
	body := f.plain(words, st, 0, lang)
	body.in = e.Content()
	n := &footnote{}
	for i, l := range f.lines([]span{body}, f.look.column()-hang, briefing.StartsRight(words)) {
		l.x, l.base = hang, baseline(st)
		if briefing.StartsRight(words) {
			l.x = f.look.column() - l.Width
		}
		s := &slab{height: st.leading, lines: []setLine{l}}
		if i == 0 {
			for _, m := range f.lines([]span{mark}, hang, false) {
				m.base = baseline(st)
				s.lines = append(s.lines, m)
			}
		}
		n.lines = append(n.lines, s)
	}
	return n
}

// lines sets spans into lines.
func (f *flow) lines(spans []span, width float64, rtl bool) []setLine {
	plain := make([]typeface.Span, len(spans))
	for i := range spans {
		plain[i] = spans[i].Span
	}
	set := f.set.Set(plain, max(width, 8), rtl)
	out := make([]setLine, len(set))
	for i := range set {
		out[i] = setLine{Line: set[i], spans: spans}
	}
	return out
}

// baseline is how far below a line's top its letters stand.
func baseline(st style) float64 { return st.leading/2 + st.size*0.34 }
