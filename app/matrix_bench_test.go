package app

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"placard/assets"
	"placard/briefing"
)

// bigMatrix compares 200 places of a note with 30 delegations.
func bigMatrix() *briefing.Matrix {
	m := &briefing.Matrix{Reference: "XX/2005/1"}
	for c := range 30 {
		m.Columns = append(m.Columns, briefing.MatrixColumn{Code: fmt.Sprint(c), Name: fmt.Sprintf("Delegation number %d", c)})
	}
	for r := range 200 {
		row := briefing.MatrixRow{
			Label: fmt.Sprint(r + 1), Text: strings.Repeat(fmt.Sprintf("words of paragraph %d ", r), 20),
			Ours: briefing.StanceSupports, Line: "We support the text as it stands.",
		}
		for c := range 30 {
			row.Cells = append(row.Cells, briefing.MatrixCell{
				Stance: briefing.Stances[(r+c)%len(briefing.Stances)], Text: fmt.Sprintf("What delegation %d said on paragraph %d in the room.", c, r),
			})
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// BenchmarkMatrixScroll measures a wheel step over 200 × 30 cells, without
// the painting.
func BenchmarkMatrixScroll(b *testing.B) {
	s := newShell(Config{App: test.NewTempApp(b), Words: assets.Words("en")}, func(func()) {})
	p := newMatrixPage(s).(*matrixPage)
	s.window.SetContent(p.object())
	s.window.Resize(fyne.NewSize(1366, 768))
	p.swap(bigMatrix())
	step := float32(0)
	b.ReportAllocs()
	for b.Loop() {
		step += 40
		if step > 9000 {
			step = 0
		}
		p.table.ScrollToOffset(fyne.NewPos(0, step))
	}
}

// BenchmarkEditorKey measures a key typed at the end of 2,000 characters,
// without the painting.
func BenchmarkEditorKey(b *testing.B) {
	test.NewTempApp(b)
	e := newEditor(2, func(string) {}, nil)
	w := test.NewTempWindow(b, e)
	w.Resize(fyne.NewSize(320, 400))
	text := strings.Repeat("We support it. ", 133)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		e.SetText(text)
		w.Canvas().Focus(e)
		b.StartTimer()
		e.TypedRune('x')
	}
}
