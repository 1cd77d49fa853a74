package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

func TestImportIsAPreviewFirst(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importSample()
	st.work()
	st.press(st.s.say("import.source.hide"))
	st.sees(st.s.say("import.meetings"))
	notes, err := st.s.desk().Notes(t.Context())
	if err != nil || len(notes) != 0 {
		t.Fatalf("%d notes saved before the import was confirmed, %v", len(notes), err)
	}
	st.press(st.s.say("import.accept"))
	d := st.s.dossier()
	if d == nil || len(d.Meetings) != 2 {
		t.Fatalf("the note is not open with its two meetings: %+v", d)
	}
	st.sees(d.Note.Symbol)
	if st.s.shown != pageNote {
		t.Errorf("page %s is shown, want the note", st.s.shown)
	}
}

func TestDiscardedImportLeavesNothing(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importSample()
	st.work()
	st.press(st.s.say("import.discard"))
	st.sees(st.s.say("library.empty"))
	notes, err := st.s.desk().Notes(t.Context())
	if err != nil || len(notes) != 0 {
		t.Errorf("%d notes, %v, want none", len(notes), err)
	}
}

// A letter retypes the selected block of a preview, M joins it to the one
// above, and the import holds what the preview showed.
func TestImportCorrectedByKeyboard(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importSample()
	st.work()
	p := st.s.pages[pageImport].(*importPage)
	before := len(p.found.Blocks)
	first, second := p.found.Blocks[3].Text, p.found.Blocks[4].Text
	p.blocks.reveal(p.found.Blocks[4].ID)
	p.blocks.text.TypedRune('m')
	st.work()
	if got := p.found.Blocks[3].Text; got != first+" "+second || len(p.found.Blocks) != before-1 {
		t.Fatalf("joined block is %q of %d blocks", got, len(p.found.Blocks))
	}
	p.blocks.text.TypedRune('x')
	st.work()
	st.press(st.s.say("import.accept"))
	if got := st.s.dossier().Text.Blocks[3].Kind; got != briefing.KindFurniture {
		t.Errorf("imported as %s, want what the preview said", got)
	}
}

func TestCopyQuotationPutsTheNumberFirst(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("12")
	st.command("copy_quotation")
	got := st.s.App.Clipboard().Content()
	b, _ := st.s.dossier().Text.Find(briefing.Label{Label: "12"})
	if !strings.HasPrefix(got, "Paragraph 12: “") || !strings.Contains(got, b.Text) {
		t.Errorf("got %q", got)
	}
}

func TestUndoNamesTheAct(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	st.s.stance(briefing.StanceOpposes)
	st.ring()
	undo := st.item("undo")
	if !strings.Contains(undo.Label, "11") || !strings.Contains(undo.Label, "opposes") || undo.Disabled {
		t.Fatalf("the menu says %q", undo.Label)
	}
	undo.Action()
	st.work()
	if p := st.stanceOn("11"); p != briefing.StanceNone {
		t.Errorf("after undo the stance is %q", p)
	}
	redo := st.item("redo")
	if !strings.Contains(redo.Label, "opposes") {
		t.Errorf("the menu says %q", redo.Label)
	}
	redo.Action()
	st.work()
	if p := st.stanceOn("11"); p != briefing.StanceOpposes {
		t.Errorf("after redo the stance is %q", p)
	}
}

// item is the menu item of a command.
func (st *stage) item(code string) *fyne.MenuItem {
	st.t.Helper()
	want := ""
	for _, c := range st.s.list {
		if c.code == code {
			want = st.s.name(c)
		}
	}
	for _, m := range st.s.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == want {
				return i
			}
		}
	}
	st.t.Fatalf("no menu item for %s", code)
	return nil
}

func (st *stage) stanceOn(label string) briefing.Stance {
	st.t.Helper()
	d := st.s.dossier()
	b, err := d.Text.Find(briefing.Label{Label: label})
	if err != nil {
		st.t.Fatal(err)
	}
	if p := d.Position(d.SubjectOf(b)); p != nil {
		return p.Stance
	}
	return briefing.StanceNone
}

func TestNextAskGoesRoundTheOpenOnes(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	d := st.s.dossier()
	var open []string
	for _, a := range d.Asks {
		if a.Open() {
			open = append(open, a.Block)
		}
	}
	if len(open) < 2 {
		t.Fatalf("the sample has %d open asks", len(open))
	}
	for i := range len(open) + 1 {
		st.command("next_ask")
		if want := open[i%len(open)]; st.s.selected() != want {
			t.Fatalf("step %d is on %s, want %s", i, st.s.selected(), want)
		}
	}
}

func TestAskConfirmedAndRefused(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	st.command("ask_confirm")
	if a := st.s.askHere(); a.State != briefing.AskConfirmed {
		t.Errorf("state %s, want confirmed", a.State)
	}
	st.command("ask_refuse")
	if a := st.s.askHere(); a.State != briefing.AskRefused {
		t.Errorf("state %s, want refused", a.State)
	}
	for _, c := range st.s.pages[pageNote].(*notePage).rows[st.s.selected()].Chips {
		if strings.Contains(c.Text, "proposal") {
			t.Errorf("the refused ask still shows as %q", c.Text)
		}
	}
}

func TestFinderGoesToAParagraphAndEscapeReturnsTheFocus(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("search")
	before := st.s.window.Canvas().Focused()
	st.command("find")
	input := st.s.window.Canvas().Focused().(*field)
	input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := st.s.window.Canvas().Focused(); got != before {
		t.Errorf("Escape left the focus on %T", got)
	}
	st.command("find")
	input = st.s.window.Canvas().Focused().(*field)
	input.SetText("12")
	input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	st.work()
	b, _ := st.s.dossier().Text.Find(briefing.Label{Label: "12"})
	if st.s.selected() != b.ID || st.s.shown != pageNote {
		t.Errorf("on %s of page %s, want paragraph 12 of the note", st.s.selected(), st.s.shown)
	}
}

func TestSearchFindsAPlaceAndGoesThere(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("search")
	p := st.s.pages[pageSearch].(*searchPage)
	p.input.SetText("sémiNAR") // accents and case aside
	st.ring()
	if len(p.found.Hits) == 0 {
		t.Fatal("nothing found")
	}
	hit := p.found.Hits[len(p.found.Hits)-1]
	p.list.Select(len(p.found.Hits) - 1)
	st.work()
	if st.s.selected() != hit.Block {
		t.Errorf("on %s, want %s", st.s.selected(), hit.Block)
	}
}

func TestLanguageAppliesAtOnce(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("settings")
	st.s.setLanguage("fr")
	st.work()
	st.sees("Réglages")
	st.command("note")
	st.sees("Ligne à tenir") // the inspector too
	if got := st.s.held.settings.Language; got != "fr" {
		t.Errorf("the vault's language is %q", got)
	}
}

func TestSettingsAreSavedWhenThePageIsLeft(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.command("settings")
	p := st.s.pages[pageSettings].(*settingsPage)
	for _, o := range st.objects() {
		if f, ok := o.(*field); ok && f.PlaceHolder == st.s.say("settings.mark.hint") {
			f.SetText("LIMITE")
		}
	}
	if !p.dirty {
		t.Fatal("the field is not bound")
	}
	st.command("library")
	st.sees("LIMITE") // in the header
}

func TestDamagedImportSaysWhatToTry(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.recognize("empty.txt", func() ([]byte, error) { return nil, nil })
	st.work()
	st.sees("is empty")
	st.sees("Nothing was imported")
	st.press(st.s.say("window.close"))
	if st.s.inDialog() {
		t.Error("the dialog stays")
	}
}

func TestStripSaysHowFarTheWorkHasCome(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.sees("0/3 asks answered")
	st.choose("11")
	st.s.stance(briefing.StanceSupports)
	st.ring()
	st.sees("1/3 asks answered")
	st.sees("1 draft")
	st.sees("Saved ")
}
