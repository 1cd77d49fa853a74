package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// trip is a workbook that is out at capital, with the window that sent it.
type roundTrip struct {
	*stage

	sent []byte
}

// atCapital drafts positions on the labels and sends them.
func atCapital(t *testing.T, labels ...string) *roundTrip {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	desk, x := st.s.desk(), st.s.dossier()
	for _, label := range labels {
		l, err := briefing.ParseLabel(label)
		if err != nil {
			t.Fatal(err)
		}
		b, err := x.Text.Find(l)
		if err != nil {
			t.Fatal(err)
		}
		p := briefing.Position{Note: x.Note.ID, Subject: x.SubjectOf(b), Stance: briefing.StanceSupports}
		p.SetText(briefing.FieldLine, "Our line on "+label+".")
		if _, _, err := desk.SavePosition(t.Context(), p, 0); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := desk.ExportReview(t.Context(), &b, briefing.ReviewOrder{Note: x.Note.ID, To: "Ministry"}); err != nil {
		t.Fatal(err)
	}
	st.work()
	return &roundTrip{stage: st, sent: b.Bytes()}
}

// answer is a file with the n-th rows filled in by heads.
func (r *roundTrip) answer(name string, rows ...map[string]string) string {
	r.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(r.sent))
	if err != nil {
		r.t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil {
		r.t.Fatal(err)
	}
	for i, cells := range rows {
		for head, text := range cells {
			column, err := excelize.ColumnNumberToName(slices.Index(lines[0], head) + 1)
			if err := errors.Join(err, f.SetCellStr("Review", column+strconv.Itoa(i+2), text)); err != nil {
				r.t.Fatal(err)
			}
		}
	}
	path := filepath.Join(r.t.TempDir(), name)
	if err := f.SaveAs(path); err != nil {
		r.t.Fatal(err)
	}
	return path
}

// drop drops a file on the window.
func (r *roundTrip) drop(path string) {
	r.s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	r.work()
}

func (r *roundTrip) page() *returnedPage {
	r.t.Helper()
	p, ok := r.s.pages[pageReturned].(*returnedPage)
	if !ok || r.s.shown != pageReturned {
		r.t.Fatalf("page %s is shown", r.s.shown)
	}
	return p
}

// positions are today's by their labels.
func (r *roundTrip) positions() map[string]*briefing.Position {
	r.t.Helper()
	x, err := r.s.desk().Dossier(r.t.Context(), r.s.held.note)
	if err != nil {
		r.t.Fatal(err)
	}
	out := map[string]*briefing.Position{}
	for _, p := range x.Positions {
		out[p.Anchor.Label] = p
	}
	return out
}

// letter types a letter into the list, as a person does.
func (r *roundTrip) letter(letter rune) {
	r.page().list.TypedRune(letter)
	r.work()
}

// write types into the n-th plain field of the dialog.
func (r *roundTrip) write(n int, text string) {
	r.t.Helper()
	overlay := r.s.window.Canvas().Overlays().Top()
	for _, o := range test.LaidOutObjects(overlay) {
		f, ok := o.(*field)
		if !ok {
			continue
		}
		if n == 0 {
			f.SetText(text)
			return
		}
		n--
	}
	r.t.Fatal("no such field in the dialog")
}

func TestADroppedAnswerIsShownBeforeAnythingIsSaved(t *testing.T) {
	r := atCapital(t, "10", "11")
	r.drop(r.answer("answer.xlsx", map[string]string{
		"Decision": "Approve with changes", "Capital’s text": "Our line on 10, at no cost.", "Your name": "B. Harbour", "Comment": "Mind the fees.",
	}))
	p := r.page()
	r.sees("Answer to review 1: answer.xlsx")
	r.sees("B. Harbour")
	r.sees("not checked")
	r.sees("at no cost") // the word diff
	r.sees("Mind the fees.")
	if p.at != 0 || r.positions()["10"].State != briefing.StateSent {
		t.Errorf("line %d, position is %s", p.at, r.positions()["10"].State)
	}
}

func TestAnAnswerIsTakenInByKeyboardAndUndoneAsOne(t *testing.T) {
	r := atCapital(t, "8", "10", "11")
	r.drop(r.answer("answer.xlsx",
		map[string]string{"Decision": "Approve", "Your ministry": "Transport"},
		map[string]string{"Decision": "Approve with changes", "Capital’s text": "Their words."},
		map[string]string{"Decision": "Redraft", "Comment": "Too dear."},
	))
	r.letter('a')
	r.write(0, "B. Harbour")
	r.press(r.s.say("answer.ok.accept"))
	r.letter('e')
	r.write(0, "Their words, shorter.")
	r.write(1, "B. Harbour")
	r.press(r.s.say("answer.ok.edit"))
	r.letter('r')
	r.write(0, "It is agreed already.")
	r.press(r.s.say("answer.ok.reject"))
	if got := r.positions()["10"].State; got != briefing.StateSent {
		t.Fatalf("saved before it was taken in: %s", got)
	}
	r.s.proceed()
	r.work()
	held := r.positions()
	if p := held["8"]; p.State != briefing.StateCleared || p.Clearance.Name != "B. Harbour" || p.Clearance.Department != "Transport" {
		t.Errorf("8: %s, %+v", p.State, p.Clearance)
	}
	if p := held["10"]; p.State != briefing.StateClearedChanged || p.Text(briefing.FieldLine) != "Their words, shorter." || !p.Clearance.Edited {
		t.Errorf("10: %s, %q", p.State, p.Text(briefing.FieldLine))
	}
	if p := held["11"]; p.State != briefing.StateDraft || p.Text(briefing.FieldOurAnswer) != "It is agreed already." {
		t.Errorf("11: %s", p.State)
	}
	r.sees(r.s.say("answer.stored"))
	r.command("undo")
	for label, p := range r.positions() {
		if p.State != briefing.StateSent || p.Clearance != nil {
			t.Errorf("after one undo %s is %s", label, p.State)
		}
	}
}

func TestAllApprovedAtOnce(t *testing.T) {
	r := atCapital(t, "10", "11")
	r.drop(r.answer("answer.xlsx", map[string]string{"Decision": "Approve"}, map[string]string{"Decision": "Approve"}))
	r.press(r.s.say("answer.approve_all"))
	r.write(0, "B. Harbour")
	r.press(r.s.say("answer.ok.accept"))
	r.press(r.s.say("answer.take", "Count", 2))
	for label, p := range r.positions() {
		if p.State != briefing.StateCleared {
			t.Errorf("%s is %s", label, p.State)
		}
	}
}

func TestContradictingMinistriesAreShownSideBySide(t *testing.T) {
	r := atCapital(t, "10")
	r.drop(r.answer("interior.xlsx", map[string]string{"Decision": "Approve", "Your ministry": "Interior", "Your name": "I. Moor", "Date": "2031-05-20"}))
	r.letter('a')
	r.press(r.s.say("answer.ok.accept"))
	r.press(r.s.say("answer.take", "Count", 1))
	r.drop(r.answer("labour.xlsx", map[string]string{"Decision": "Redraft", "Your ministry": "Labour"}))
	r.sees("Interior")
	r.sees("contradicts this answer")
	r.letter('a')
	r.press(r.s.say("answer.take", "Count", 1))
	if got := r.positions()["10"].State; got != briefing.StatePartlyCleared {
		t.Errorf("the position is %s", got)
	}
}

func TestAConflictShowsThreeTextsAndKeepsThem(t *testing.T) {
	r := atCapital(t, "10")
	p := r.positions()["10"]
	p.SetText(briefing.FieldLine, "Our newer words.")
	x, err := r.s.desk().Dossier(t.Context(), r.s.held.note)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.s.desk().SavePosition(t.Context(), *p, x.Base(p)); err != nil {
		t.Fatal(err)
	}
	r.work()
	r.drop(r.answer("answer.xlsx", map[string]string{"Decision": "Approve with changes", "Capital’s text": "Capital’s words."}))
	for _, text := range []string{"Our line on 10.", "Capital’s words.", "Our newer words."} {
		r.sees(text)
	}
	if r.page().can(briefing.VerdictAccept) {
		t.Error("capital’s word on an old text can be accepted as it stands")
	}
	r.letter('e')
	r.sees(r.s.say("answer.help.moved")[:40])
}

func TestTheReturnedFileCanBeOpenedAndSavedAgain(t *testing.T) {
	r := atCapital(t, "10")
	path := r.answer("answer.xlsx", map[string]string{"Decision": "Redraft"})
	r.drop(path)
	r.press(r.s.say("answer.take", "Count", 0))
	r.s.show(pageCapital)
	r.work()
	r.sees("answer.xlsx")
	out := filepath.Join(t.TempDir(), "again.xlsx")
	r.press(r.s.say("answer.save"))
	r.write(0, out)
	r.press(r.s.say("picker.save"))
	want, _ := os.ReadFile(path)
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes, %v, want the %d that came", len(got), err, len(want))
	}
	r.press(r.s.say("capital.reopen"))
	r.sees(r.s.say("answer.stored"))
}

func TestAForeignWorkbookIsRefusedWithItsReason(t *testing.T) {
	r, other := atCapital(t, "10"), atCapital(t, "10")
	r.drop(other.answer("answer.xlsx", map[string]string{"Decision": "Approve"}))
	r.sees(r.s.say("answer.blocked"))
	r.sees("This workbook is none that this vault sent")
	if !r.page().take.Disabled() || !r.page().approve.Disabled() {
		t.Error("it can be taken in")
	}
}

func TestTheNextRoundIsSentFromTheBatch(t *testing.T) {
	r := atCapital(t, "10", "11")
	r.drop(r.answer("answer.xlsx", map[string]string{"Decision": "Redraft", "Comment": "Too dear."}))
	r.letter('r')
	r.write(0, "It costs nothing.")
	r.press(r.s.say("answer.ok.reject"))
	r.press(r.s.say("answer.take", "Count", 1))
	r.s.show(pageCapital)
	r.work()
	r.press(r.s.say("capital.next_round"))
	r.sees(r.s.say("capital.rows", "Count", 2)) // what is still open
	r.sees(r.s.say("capital.with_rounds"))
	out := filepath.Join(t.TempDir(), "round2.xlsx")
	r.press(r.s.say("exporting.choose_file"))
	r.write(0, out)
	r.press(r.s.say("picker.save"))
	f, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil || len(lines) != 3 || !slices.Contains(lines[1], "It costs nothing.") {
		t.Errorf("the workbook holds %q, %v", lines, err)
	}
}
