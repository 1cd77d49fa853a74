package app

import (
	"strings"
	"testing"

	"placard/briefing"
)

// onLine opens the sample with the cursor in the line to take of a paragraph.
func onLine(t *testing.T, label string) (*stage, *editor) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose(label)
	st.command("line")
	e, ok := st.s.window.Canvas().Focused().(*editor)
	if !ok {
		t.Fatal("no field has the focus")
	}
	return st, e
}

// A quotation stands at the cursor, its number behind it, and is saved.
func TestQuotationWithItsNumber(t *testing.T) {
	st, e := onLine(t, "12")
	e.insert("We recall ")
	st.command("insert_quotation")
	b := blockAt(t, st, "12")
	if got := e.Text; !strings.HasPrefix(got, "We recall “"+b.Text[:20]) || !strings.HasSuffix(got, "” (para. 12)") {
		t.Errorf("the line is %q", got)
	}
	st.command("triage") // leaving the page saves
	got := st.s.dossier().Position(st.s.dossier().SubjectOf(b))
	if got == nil || got.Text(briefing.FieldLine) != e.Text {
		t.Errorf("saved %+v", got)
	}
}

// Recurring language is found by its words and filled in for the place.
func TestTemplateIsFilledIn(t *testing.T) {
	st, e := onLine(t, "11")
	st.command("template")
	f, ok := st.s.window.Canvas().Focused().(*field)
	if !ok {
		t.Fatal("no field to search in")
	}
	f.SetText("scrutiny")
	f.OnSubmitted("")
	st.work()
	if got := e.Text; !strings.Contains(got, "scrutiny reservation on paragraph 11") || strings.Contains(got, "{") {
		t.Errorf("the line is %q", got)
	}
	if st.s.inDialog() {
		t.Error("the dialog is still open")
	}
}

// What was written once is kept in the vault, comes first and can be taken
// back.
func TestOwnTemplates(t *testing.T) {
	st, e := onLine(t, "11")
	e.insert("We thank the hosts of {paragraph}.")
	st.s.leave() // saves the line, so that the template is the newest act
	st.work()
	st.command("template")
	st.press(st.s.say("writing.keep"))
	f, ok := st.s.window.Canvas().Focused().(*field)
	if !ok {
		t.Fatal("no field for the name")
	}
	f.SetText("Hosts")
	f.OnSubmitted("")
	st.work()
	list := st.s.held.settings.TemplatesIn(st.s.words)
	if len(list) != len(briefing.ShippedTemplates)+1 || list[0].Name != "Hosts" {
		t.Fatalf("the first of %d is %q", len(list), list[0].Name)
	}
	if got := st.s.dossier().FillTemplate(list[0], st.s.block); got != "We thank the hosts of 11." {
		t.Errorf("filled in as %q", got)
	}
	st.command("undo")
	if got := len(st.s.held.settings.Templates); got != 0 {
		t.Errorf("%d templates are left after undo", got)
	}
}
