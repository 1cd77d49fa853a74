package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestADelegationGetsAColumnBeforeAnythingIsKnownOfIt(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.s.show(pageMatrix)
	st.work()
	p := st.s.pages[pageMatrix].(*matrixPage)
	before := len(p.m.Columns)
	st.press(st.s.say("matrix.add"))
	who := st.s.window.Canvas().Focused().(*delegationField)
	who.SetText("Kenya")
	who.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	st.work()
	if len(p.m.Columns) != before+1 || p.m.Columns[before].Name != "Kenya" {
		t.Fatalf("columns are %+v", p.m.Columns)
	}
	if got := newExportDialog(st.s, st.s.dossier()).order().Delegations; len(got) != 1 {
		t.Errorf("the workbook lacks the column: %v", got)
	}
	st.sees("Kenya")
}

func TestTagsOfAPositionAreTyped(t *testing.T) {
	p := takeSeat(t)
	f := p.i.position.facts.tags
	f.SetText("theme, vol")
	f.FocusLost()
	p.refresh()
	if f.Text != "theme, vol" {
		t.Errorf("the field says %q", f.Text)
	}
	got := p.s.dossier().Position(p.i.draft.want.Subject)
	if got == nil || len(got.Tags) != 2 || got.Tags[1] != "vol" {
		t.Errorf("saved %+v", got)
	}
}
