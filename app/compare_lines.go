package app

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// diffRun is what stands on one line of one kind: kept, gone or new words.
type diffRun struct {
	text     string
	kind     briefing.DiffKind
	x, width float32
}

type diffLine []diffRun

// wordRuler measures words, each once.
type wordRuler struct{ widths map[string]float32 }

func newWordRuler() *wordRuler { return &wordRuler{widths: map[string]float32{}} }

// of is the width of a word at the size of plain text.
func (r *wordRuler) of(word string) float32 {
	w, ok := r.widths[word]
	if !ok {
		w = fyne.MeasureText(word, theme.TextSize(), fyne.TextStyle{}).Width
		r.widths[word] = w
	}
	return w
}

// lines breaks stretches into lines of a width. Only kept words and those of
// one kind are shown: what is gone stands on the earlier version's side.
func (r *wordRuler) lines(stretches []briefing.Stretch, kind briefing.DiffKind, width float32) []diffLine {
	var out []diffLine
	var line diffLine
	x := float32(0)
	for _, s := range stretches {
		if s.Kind != briefing.Same && s.Kind != kind {
			continue
		}
		for _, word := range breakable(s.Text) {
			if word == "\n" {
				out, line, x = append(out, line), nil, 0
				continue
			}
			w := r.of(word)
			if x > 0 && x+r.of(strings.TrimRight(word, " ")) > width {
				out, line, x = append(out, line), nil, 0
			}
			line = line.with(word, s.Kind, x, w)
			x += w
		}
	}
	return append(out, line)
}

// with adds a word to the line, to its last run where that is of one kind.
func (l diffLine) with(word string, kind briefing.DiffKind, x, width float32) diffLine {
	if n := len(l); n > 0 && l[n-1].kind == kind {
		l[n-1].text += word
		l[n-1].width += width
		return l
	}
	return append(l, diffRun{text: word, kind: kind, x: x, width: width})
}

// breakable cuts a text where a line may end: behind spaces, between the
// characters of scripts that write none, and round line feeds, where it must.
func breakable(text string) []string {
	var out []string
	from := 0
	for i, r := range text {
		before := i > 0 && (text[i-1] == ' ' && r != ' ' || text[i-1] == '\n' || r == '\n')
		if i > from && (before || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)) {
			out = append(out, text[from:i])
			from = i
		}
	}
	if from < len(text) {
		out = append(out, text[from:])
	}
	return out
}
