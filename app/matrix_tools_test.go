package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// sea is a comparison of two rows with three delegations: A opposes the
// first alone, B is near to us, C says nothing.
func sea() *briefing.Matrix {
	said := func(s briefing.Stance) briefing.MatrixCell { return briefing.MatrixCell{Stance: s} }
	return &briefing.Matrix{
		Columns: []briefing.MatrixColumn{{Delegation: briefing.ID{1}, Name: "A"}, {Delegation: briefing.ID{2}, Name: "B"}, {Delegation: briefing.ID{3}, Name: "C"}},
		Rows: []briefing.MatrixRow{
			{Label: "1", Ours: briefing.StanceSupports, Updated: "2001-01-01", Cells: []briefing.MatrixCell{said(briefing.StanceOpposes), said(briefing.StanceAccepts), {}}},
			{Label: "2", Ours: briefing.StanceOpposes, Updated: "2001-01-01", Cells: []briefing.MatrixCell{said(briefing.StanceOpposes), said(briefing.StanceOpposes), {}}},
		},
	}
}

func TestOneDelegationAgainstAll(t *testing.T) {
	m := sea()
	for _, c := range []struct {
		who  byte
		row  int
		want bool
	}{{1, 0, true}, {1, 1, false}, {2, 0, false}, {3, 0, false}} {
		if got := standsAlone(m, &m.Rows[c.row], briefing.ID{c.who}); got != c.want {
			t.Errorf("delegation %d on row %d stands alone: %t", c.who, c.row+1, got)
		}
	}
}

func TestMatrixSortsByAgreementAndFiltersByDay(t *testing.T) {
	p := takeSeat(t)
	page := newMatrixPage(p.s).(*matrixPage)
	page.swap(sea())
	page.tools.agree.Tapped(nil)
	if got := page.order; got[0] != 1 || got[1] != 0 || got[2] != 2 {
		t.Errorf("the order is %v, want B, A, C", got)
	}
	page.tools.since.SetSelectedIndex(1)
	if len(page.rows) != 0 {
		t.Errorf("%d rows changed since yesterday, want none", len(page.rows))
	}
	page.clearFilters()
	page.tools.alone.SetSelectedIndex(1)
	if len(page.rows) != 1 {
		t.Errorf("A is alone on %d rows, want 1", len(page.rows))
	}
}

// A stance of another's is noted in three keys on its cell.
func TestObservationInThreeKeys(t *testing.T) {
	p := takeSeat(t)
	p.observe("CH", briefing.StanceSupports, briefing.SourceStated, "2005-10-01")
	p.refresh()
	page := newMatrixPage(p.s).(*matrixPage)
	page.reload()
	p.work()
	page.table.OnHighlighted(widget.TableCellID{Row: 0, Col: matrixFirst})
	page.table.TypedRune('8')
	hand, ok := p.s.window.Canvas().Focused().(*digits)
	if !ok {
		t.Fatal("the first key opens nothing")
	}
	hand.TypedRune('4')
	hand.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.work()
	p.refresh()
	list := p.s.dossier().Observations
	if len(list) != 2 {
		t.Fatalf("%d observations, want 2", len(list))
	}
	for _, o := range list {
		if o.Stance == briefing.StanceOpposes && o.Source == briefing.SourcePublished && o.Date.Full() {
			return
		}
	}
	t.Errorf("saved %+v", list[1])
}
