package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// span is a stretch of text, in bytes, with one look. The spans of a text
// cover it without a gap.
type span struct {
	start, end int
	face       face
	ink        fyne.ThemeColorName
	raised     bool
}

// superscript is the size of a raised mark beside its text.
const superscript = 0.68

// spans cuts a text at its runs. Runs outside the text, or out of order, are
// left out: a note is shown whatever its runs say.
func spans(text string, runs []briefing.Run, plain span) []span {
	var out []span
	add := func(s span, start, end int) {
		if start < end {
			s.start, s.end = start, end
			out = append(out, s)
		}
	}
	at := 0
	for _, run := range runs {
		if run.Start < at || run.End > len(text) || run.Start >= run.End {
			continue
		}
		add(plain, at, run.Start)
		add(styled(plain, run), run.Start, run.End)
		at = run.End
	}
	add(plain, at, len(text))
	return out
}

func styled(s span, run briefing.Run) span {
	s.face.style.Bold = s.face.style.Bold || run.Has(briefing.Bold)
	s.face.style.Italic = s.face.style.Italic || run.Has(briefing.Italic)
	s.face.style.Underline = run.Has(briefing.Underline) || run.Link != ""
	s.face.style.Strikethrough = run.Has(briefing.Strike)
	if run.Has(briefing.Superscript) || run.NoteRef != "" {
		s.raised = true
		s.face.size *= superscript
	}
	if run.Link != "" || run.NoteRef != "" {
		s.ink = theme.ColorNameHyperlink
	}
	return s
}
