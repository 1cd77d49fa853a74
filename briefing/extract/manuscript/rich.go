package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// Rich is text with its runs. Cutting and joining keep the runs in place.
type Rich struct {
	Text string
	Runs []briefing.Run
}

// Cut is the part from byte from up to byte to, with the runs that touch it.
func (r Rich) Cut(from, to int) Rich {
	out := Rich{Text: r.Text[from:to]}
	for _, run := range r.Runs {
		run.Start, run.End = max(run.Start, from)-from, min(run.End, to)-from
		if run.Start < run.End {
			out.Runs = append(out.Runs, run)
		}
	}
	return out
}

// After is the part from byte from on, without the blanks it starts with.
func (r Rich) After(from int) Rich { return r.Cut(from, len(r.Text)).Trim() }

// Trim drops blanks at both ends.
func (r Rich) Trim() Rich {
	left := strings.TrimLeftFunc(r.Text, unicode.IsSpace)
	from := len(r.Text) - len(left)
	return r.Cut(from, from+len(strings.TrimRightFunc(left, unicode.IsSpace)))
}

// Join puts sep and other behind r. Runs of one look that meet become one.
func (r Rich) Join(sep string, other Rich) Rich {
	out := Rich{Text: r.Text + sep + other.Text, Runs: append([]briefing.Run(nil), r.Runs...)}
	shift := len(r.Text) + len(sep)
	for _, run := range other.Runs {
		run.Start, run.End = run.Start+shift, run.End+shift
		if last := len(out.Runs) - 1; last >= 0 && sameLook(out.Runs[last], run) && run.Start-out.Runs[last].End <= len(sep) {
			out.Runs[last].End = run.End
			continue
		}
		out.Runs = append(out.Runs, run)
	}
	return out
}

func sameLook(a, b briefing.Run) bool {
	return a.Style == b.Style && a.Link == b.Link && a.NoteRef == b.NoteRef
}

// Look lays a style over the whole text.
func (r Rich) Look(style briefing.Style) Rich {
	if r.Text == "" {
		return r
	}
	out, at := Rich{Text: r.Text}, 0
	add := func(run briefing.Run) {
		if run.Start < run.End {
			out.Runs = append(out.Runs, run)
		}
	}
	for _, run := range r.Runs {
		add(briefing.Run{Start: at, End: run.Start, Style: style})
		run.Style |= style
		add(run)
		at = run.End
	}
	add(briefing.Run{Start: at, End: len(r.Text), Style: style})
	return out
}

// Point makes the bytes from from to to the mark of a note.
func (r Rich) Point(from, to int, note string) Rich {
	mark := r.Cut(from, to).Look(0)
	for i := range mark.Runs {
		mark.Runs[i].NoteRef = note
	}
	return r.Cut(0, from).Join("", mark).Join("", r.Cut(to, len(r.Text)))
}

// All tells whether every letter of the text has the style.
func (r Rich) All(style briefing.Style) bool {
	seen := false
	for i, c := range r.Text {
		if !unicode.IsLetter(c) {
			continue
		}
		if run := r.at(i); run == nil || !run.Has(style) {
			return false
		}
		seen = true
	}
	return seen
}

// at is the run over byte i; nil where there is none.
func (r Rich) at(i int) *briefing.Run {
	for k := range r.Runs {
		if r.Runs[k].Start <= i && i < r.Runs[k].End {
			return &r.Runs[k]
		}
	}
	return nil
}

// LastRune is the last letter, digit or sign of the text, blanks aside.
func (r Rich) LastRune() rune {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.Text, unicode.IsSpace))
	return c
}

// FirstRune is the first letter, digit or sign of the text, blanks aside.
func (r Rich) FirstRune() rune {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(r.Text, unicode.IsSpace))
	return c
}
