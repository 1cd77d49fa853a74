package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// snippetWidth is how much of a hit's text is listed, in bytes.
const snippetWidth = 220

// snippet is a line of a text with words in bold.
func snippet() *widget.RichText {
	t := widget.NewRichText()
	t.Truncation = fyne.TextTruncateEllipsis
	return t
}

func showSnippet(t *widget.RichText, s briefing.Snippet) {
	t.Segments = nil
	at := 0
	for _, m := range s.Marks {
		t.Segments = append(t.Segments, stretch(s.Text[at:m.Start], false), stretch(s.Text[m.Start:m.End], true))
		at = m.End
	}
	t.Segments = append(t.Segments, stretch(s.Text[at:], false))
	t.Refresh()
}

func stretch(text string, bold bool) *widget.TextSegment {
	style := widget.RichTextStyleInline
	style.TextStyle.Bold = bold
	return &widget.TextSegment{Text: text, Style: style}
}
