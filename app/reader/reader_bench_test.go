package reader

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// annotated is a note as one looks in use: highlights, chips and remarks.
func annotated(n int) []Row {
	rows := long(n)
	for i := range rows {
		if i%3 == 0 {
			rows[i].Marks = []Mark{{Start: 20, End: 90, Color: "mark"}}
			rows[i].Chips = []Chip{{Text: "ask · comments", Color: "ask"}, {Text: "Opposes", Color: "stance.opposes", Solid: true}}
			rows[i].Notes = []string{"Reserve position; check with capital on the phrase."}
		}
	}
	return rows
}

var benchSize = fyne.NewSize(1024, 700)

// BenchmarkOpen2000 is a note of 2,000 paragraphs shown for the first time.
func BenchmarkOpen2000(b *testing.B) {
	newApp(b)
	rows := annotated(2000)
	w := test.NewTempWindow(b, widget.NewLabel(""))
	w.Resize(benchSize)
	b.ResetTimer()
	for range b.N {
		r := New()
		r.SetRows(rows)
		w.SetContent(r)
		w.Canvas().Capture()
	}
}

// BenchmarkScroll is one step of the wheel through 2,000 paragraphs, beside the
// stock list of wrapped labels: the widget's own work, and with the picture
// drawn by the software painter.
func BenchmarkScroll(b *testing.B) {
	b.Run("reader", func(b *testing.B) { benchScroll(b, benchReader(b), false) })
	b.Run("list", func(b *testing.B) { benchScroll(b, benchList(b), false) })
	b.Run("reader-painted", func(b *testing.B) { benchScroll(b, benchReader(b), true) })
	b.Run("list-painted", func(b *testing.B) { benchScroll(b, benchList(b), true) })
}

func benchScroll(b *testing.B, w fyne.Window, paint bool) {
	b.Helper()
	steps := 0
	b.ResetTimer()
	for range b.N {
		dy := float32(-40)
		if steps/2000%2 == 1 {
			dy = 40
		}
		steps++
		test.Scroll(w.Canvas(), fyne.NewPos(300, 300), 0, dy)
		if paint {
			w.Canvas().Capture()
		}
	}
}

func benchReader(b *testing.B) fyne.Window {
	b.Helper()
	newApp(b)
	r := New()
	r.SetRows(annotated(2000))
	w := test.NewTempWindow(b, r)
	w.Resize(benchSize)
	return w
}

// benchList is the same text in the stock list, each row as high as its label.
func benchList(b *testing.B) fyne.Window {
	b.Helper()
	newApp(b)
	rows := long(2000)
	var list *widget.List
	label := func() *widget.Label {
		l := widget.NewLabel("")
		l.Wrapping = fyne.TextWrapWord
		return l
	}
	list = widget.NewList(
		func() int { return len(rows) },
		func() fyne.CanvasObject { return label() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			l, ok := o.(*widget.Label)
			if !ok {
				b.Fatal("the list made something else than a label")
			}
			l.SetText(rows[i].Text)
		})
	height := label()
	height.Resize(fyne.NewSize(benchSize.Width, 10))
	for i := range rows {
		height.SetText(rows[i].Text)
		list.SetItemHeight(i, height.MinSize().Height)
	}
	w := test.NewTempWindow(b, list)
	w.Resize(benchSize)
	return w
}

// BenchmarkKeyDown moves the selection by a row.
func BenchmarkKeyDown(b *testing.B) {
	newApp(b)
	r := New()
	r.SetRows(annotated(2000))
	w := test.NewTempWindow(b, r)
	w.Resize(benchSize)
	b.ResetTimer()
	for i := range b.N {
		if i%1999 == 0 {
			r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		}
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

// BenchmarkDragSelection extends the selected text by a letter or so.
func BenchmarkDragSelection(b *testing.B) {
	newApp(b)
	r := New()
	r.SetRows(annotated(2000))
	w := test.NewTempWindow(b, r)
	w.Resize(benchSize)
	press(r, fyne.NewPos(100, 20), 0)
	b.ResetTimer()
	for i := range b.N {
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(float32(60+i*7%500), float32(20+i*3%600))
		r.Dragged(e)
	}
}

// BenchmarkResize lays the screen out again at another width.
func BenchmarkResize(b *testing.B) {
	w := benchReader(b)
	b.ResetTimer()
	for i := range b.N {
		w.Resize(fyne.NewSize(float32(500+i%200), 700))
	}
}
