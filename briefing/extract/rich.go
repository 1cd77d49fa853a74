package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// rich is text with its runs. Cutting and joining keep the runs in place.
type rich struct {
	text string
	runs []briefing.Run
}

// cut is the part from byte from up to byte to, with the runs that touch it.
func (r rich) cut(from, to int) rich {
	out := rich{text: r.text[from:to]}
	for _, run := range r.runs {
		run.Start, run.End = max(run.Start, from)-from, min(run.End, to)-from
		if run.Start < run.End {
			out.runs = append(out.runs, run)
		}
	}
	return out
}

// after is the part from byte from on, without the blanks it starts with.
func (r rich) after(from int) rich { return r.cut(from, len(r.text)).trim() }

// trim drops blanks at both ends.
func (r rich) trim() rich {
	left := strings.TrimLeftFunc(r.text, unicode.IsSpace)
	from := len(r.text) - len(left)
	return r.cut(from, from+len(strings.TrimRightFunc(left, unicode.IsSpace)))
}

// join puts sep and other behind r. Runs of one look that meet become one.
func (r rich) join(sep string, other rich) rich {
	out := rich{text: r.text + sep + other.text, runs: append([]briefing.Run(nil), r.runs...)}
	shift := len(r.text) + len(sep)
	for _, run := range other.runs {
		run.Start, run.End = run.Start+shift, run.End+shift
		if last := len(out.runs) - 1; last >= 0 && sameLook(out.runs[last], run) && run.Start-out.runs[last].End <= len(sep) {
			out.runs[last].End = run.End
			continue
		}
		out.runs = append(out.runs, run)
	}
	return out
}

func sameLook(a, b briefing.Run) bool {
	return a.Style == b.Style && a.Link == b.Link && a.NoteRef == b.NoteRef
}

// look lays a style over the whole text.
func (r rich) look(style briefing.Style) rich {
	if r.text == "" {
		return r
	}
	out, at := rich{text: r.text}, 0
	add := func(run briefing.Run) {
		if run.Start < run.End {
			out.runs = append(out.runs, run)
		}
	}
	for _, run := range r.runs {
		add(briefing.Run{Start: at, End: run.Start, Style: style})
		run.Style |= style
		add(run)
		at = run.End
	}
	add(briefing.Run{Start: at, End: len(r.text), Style: style})
	return out
}

// point makes the bytes from from to to the mark of a note.
func (r rich) point(from, to int, note string) rich {
	mark := r.cut(from, to).look(0)
	for i := range mark.runs {
		mark.runs[i].NoteRef = note
	}
	return r.cut(0, from).join("", mark).join("", r.cut(to, len(r.text)))
}

// all tells whether every letter of the text has the style.
func (r rich) all(style briefing.Style) bool {
	seen := false
	for i, c := range r.text {
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
func (r rich) at(i int) *briefing.Run {
	for k := range r.runs {
		if r.runs[k].Start <= i && i < r.runs[k].End {
			return &r.runs[k]
		}
	}
	return nil
}

// lastRune is the last letter, digit or sign of the text, blanks aside.
func (r rich) lastRune() rune {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.text, unicode.IsSpace))
	return c
}

// firstRune is the first letter, digit or sign of the text, blanks aside.
func (r rich) firstRune() rune {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(r.text, unicode.IsSpace))
	return c
}
