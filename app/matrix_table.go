package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// matrixTable is a table whose headers and stuck column take the wheel too:
// the toolkit's leave it unheard there.
type matrixTable struct {
	widget.Table
	scroll *container.Scroll
}

func newMatrixTable() *matrixTable {
	t := &matrixTable{}
	t.ShowHeaderRow, t.ShowHeaderColumn = true, true
	t.CreateCell = func() fyne.CanvasObject { return newMatrixCell(t) }
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
	return r
}

// wheel scrolls the table.
func (t *matrixTable) wheel(e *fyne.ScrollEvent) {
	if t.scroll != nil {
		t.scroll.Scrolled(e)
	}
}
