package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The widths of the columns that don't scroll: a row's place and our stance.
const (
	matrixPlaceWidth = 200
	matrixOursWidth  = 170
)

// matrixTable is a table whose headers and stuck column take the wheel too:
// the toolkit's leave it unheard there.
type matrixTable struct {
	widget.Table
	grip
	scroll *container.Scroll
	onRune func(rune)
}

func newMatrixTable() *matrixTable {
	t := &matrixTable{}
	t.ShowHeaderRow, t.ShowHeaderColumn = true, true
	t.CreateCell = func() fyne.CanvasObject { return newMatrixCell() }
	t.CreateHeader = t.CreateCell
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer keeps hold of what scrolls in the table.
func (t *matrixTable) CreateRenderer() fyne.WidgetRenderer {
	r := t.Table.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			t.scroll = s
		}
	}
	return t.around(r)
}

// FocusGained shows the ring.
func (t *matrixTable) FocusGained() {
	t.Table.FocusGained()
	t.hold(true)
}

// FocusLost takes the ring away.
func (t *matrixTable) FocusLost() {
	t.Table.FocusLost()
	t.hold(false)
}

// TypedKey goes from cell to cell; Return opens one.
func (t *matrixTable) TypedKey(e *fyne.KeyEvent) {
	switch {
	case t.takes(t, e):
	case isReturn(e.Name):
		t.Table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		t.Table.TypedKey(e)
	}
}

// TypedRune hands the letter on.
func (t *matrixTable) TypedRune(r rune) {
	if t.onRune != nil {
		t.onRune(r)
	}
}

// wheel scrolls the table.
func (t *matrixTable) wheel(e *fyne.ScrollEvent) {
	if t.scroll != nil {
		t.scroll.Scrolled(e)
	}
}

// withWheel is the table with its headers taking the wheel.
func (t *matrixTable) withWheel() fyne.CanvasObject {
	return container.NewStack(t, container.New(stuckEdges{}, newWheelPass(t.wheel), newWheelPass(t.wheel)))
}

// stuckEdges lays two objects over the parts of the matrix that don't scroll:
// its header row and its first columns.
type stuckEdges struct{}

// MinSize leaves the size to the table.
func (stuckEdges) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout lays the first along the top, the second down the left.
func (stuckEdges) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, matrixHeaderHeight()))
	objects[1].Resize(fyne.NewSize(stretched(matrixPlaceWidth+matrixOursWidth), size.Height))
}
