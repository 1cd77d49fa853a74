package reader

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A reader that is led does not lead back; one that the user moves tells where.
func TestLedReaderIsSilent(t *testing.T) {
	r, _ := opened(t, 600, 400, long(200)...)
	told := 0
	r.OnMoved = func(string, float64) { told++ }
	r.MoveTo(r.rows[50].ID, 0.5)
	if id, hidden := r.Top(); id != r.rows[50].ID || hidden < 0.45 || hidden > 0.55 {
		t.Errorf("led to %s at %.2f", id, hidden)
	}
	if told != 0 {
		t.Errorf("a led reader told %d times", told)
	}
	r.MoveTo("nowhere", 0)
	r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -30}})
	if told != 1 {
		t.Errorf("one turn of the wheel was told %d times", told)
	}
	r.MoveTo(r.rows[199].ID, 0)
	if _, hidden := r.Top(); hidden < 0 || hidden > 1 {
		t.Errorf("at the end %.2f is hidden", hidden)
	}
}
