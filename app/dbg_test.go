package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestDbg(t *testing.T) {
	st := newStage(t)
	st.s.window.Resize(fyne.NewSize(1024, 700))
	st.createVault()
	st.importSample()
	st.choose("12")
	var walk func(o fyne.CanvasObject, path string)
	walk = func(o fyne.CanvasObject, path string) {
		path += fmt.Sprintf(" / %T", o)
		if r, ok := o.(*widget.RichText); ok {
			func() {
				defer func() {
					if e := recover(); e != nil {
						fmt.Printf("%s size %v wrap %v trunc %v %q seg %T\n", path, r.Size(), r.Wrapping, r.Truncation, r.String(), r.Segments[0])
					}
				}()
				r.Refresh()
			}()
		}
		switch o := o.(type) {
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c, path)
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c, path)
			}
		}
	}
	func() {
		defer func() { recover() }()
		st.s.setPercent(250)
	}()
	walk(st.s.window.Canvas().Content(), "")
}
