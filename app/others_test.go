package app

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// delegation finds one of the directory's by its code.
func (p *seat) delegation(code string) *briefing.Delegation {
	p.t.Helper()
	d, err := p.desk.FindDelegation(p.t.Context(), code)
	if err != nil {
		p.t.Fatalf("find %s: %v", code, err)
	}
	return d
}

// observe saves what somebody said on paragraph 11's ask.
func (p *seat) observe(code string, stance briefing.Stance, source briefing.SourceKind, date briefing.Date) {
	p.t.Helper()
	_, err := p.desk.Observe(p.t.Context(), briefing.Observation{
		Note: p.note, Subject: briefing.Subject{Kind: briefing.OnAsk, Block: blockEleven, Ask: "11"},
		Delegation: p.delegation(code).ID, Stance: stance, Source: source, Date: date,
	})
	if err != nil {
		p.t.Fatalf("observe: %v", err)
	}
}

func TestObservationInThreeAnswers(t *testing.T) {
	p := takeSeat(t)
	form := p.i.others.form
	form.who.SetText("switz")
	form.stance.SetSelectedIndex(1) // supports
	if !form.add.Disabled() {
		t.Error("can be added without a source")
	}
	form.source.SetSelectedIndex(1) // told
	form.add.OnTapped()
	p.refresh()
	list := p.s.dossier().Observations
	if len(list) != 1 {
		t.Fatalf("%d observations, want 1", len(list))
	}
	o := list[0]
	if o.Delegation != p.delegation("CH").ID || o.Stance != briefing.StanceSupports || o.Source != briefing.SourceTold {
		t.Errorf("saved %+v", o)
	}
	if !o.Date.Full() {
		t.Errorf("date = %q, want today", o.Date)
	}
	if form.who.Text != "" {
		t.Error("the form still holds the delegation that was added")
	}
}

func TestOthersShowTheCurrentStanceFirst(t *testing.T) {
	p := takeSeat(t)
	p.observe("CH", briefing.StanceSupports, briefing.SourceStated, "2005-10-01")
	p.observe("CH", briefing.StanceOpposes, briefing.SourceHearsay, "2005-10-20")
	p.refresh()
	subject := briefing.Subject{Kind: briefing.OnAsk, Block: blockEleven, Ask: "11"}
	groups := byDelegation(p.s.dossier(), subject, "en")
	if len(groups) != 1 || groups[0].current.Stance != briefing.StanceSupports || len(groups[0].older) != 1 {
		t.Errorf("groups = %+v, want the statement first and the hearsay under it", groups)
	}
}

func TestMatrixCountsAndConflicts(t *testing.T) {
	p := takeSeat(t)
	p.i.setStance(briefing.StanceSupports)
	p.work()
	p.observe("CH", briefing.StanceSupports, briefing.SourceStated, "2005-10-01")
	p.observe("NO", briefing.StanceOpposes, briefing.SourceStated, "2005-10-02")
	p.refresh()
	page := newMatrixPage(p.s).(*matrixPage)
	page.reload()
	p.work()
	if rows, columns := page.size(); rows != 1 || columns != 1+2+2 {
		t.Fatalf("%d rows, %d columns; want the one with a stance and 5", rows, columns)
	}
	row := page.row(0)
	if got, want := page.sayCounts(row), "✓ 1  ✕ 1  ▲ 0  – 0"; got != want {
		t.Errorf("counts = %q, want %q", got, want)
	}
	if got, want := page.sayGap(row), "⇔ 4"; got != want {
		t.Errorf("gap = %q, want %q", got, want)
	}
	page.chips[matrixConflicts].OnTapped()
	if rows, _ := page.size(); rows != 1 {
		t.Errorf("%d rows are opposed to us, want 1", rows)
	}
	page.chips[matrixAsks].OnTapped()
	page.clearFilters()
	if rows, _ := page.size(); rows != 5 {
		t.Errorf("%d rows after clearing the filters, want 5", rows)
	}
}

func TestMatrixCellOpensItsObservations(t *testing.T) {
	p := takeSeat(t)
	p.observe("CH", briefing.StanceSupports, briefing.SourceStated, "2005-10-01")
	p.refresh()
	page := newMatrixPage(p.s).(*matrixPage)
	page.reload()
	p.work()
	if got, want := page.row(0).Subject, (briefing.Subject{Kind: briefing.OnAsk, Block: blockEleven, Ask: "11"}); got != want {
		t.Fatalf("the row is on %+v, want %+v", got, want)
	}
	page.open(widget.TableCellID{Row: 0, Col: matrixFirst})
	if len(p.s.dialogs) != 1 {
		t.Fatalf("%d dialogs are open, want 1", len(p.s.dialogs))
	}
}

func TestHistoryRestores(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "The first line")
	p.i.keep.save(p.i.draft)
	p.refresh()
	p.typeIn(briefing.FieldLine, " and more")
	p.i.keep.save(p.i.draft)
	p.refresh()
	key := p.i.draft.want.Key()
	past, err := p.desk.History(t.Context(), key)
	if err != nil {
		t.Fatalf("history: %v", err)
	}
	changes := changesBetween(past[0].Value, past[1].Value, p.s.words)
	if len(changes) != 1 || changes[0].name != "Line to take" || changes[0].to != "The first line and more" {
		t.Fatalf("changes = %+v", changes)
	}
	d := &historyDialog{s: p.s, key: key, past: []briefing.Record{past[1], past[0]}}
	d.open("Paragraph 11")
	d.list.Select(1)
	d.restore.OnTapped()
	p.refresh()
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "The first line" {
		t.Errorf("restored line = %q", got)
	}
	if got := p.i.position.fields[briefing.FieldLine].edit.Text; got != "The first line" {
		t.Errorf("the field shows %q", got)
	}
}

func TestDiffDoesNotSpeakByColourAlone(t *testing.T) {
	shown := ""
	for _, s := range diffText(briefing.WordDiff("two old words", "two new words")).Segments {
		shown += s.Textual()
	}
	if want := "two [−old] +new words"; shown != want {
		t.Errorf("the diff reads %q, want %q", shown, want)
	}
}

func TestReviewShowsWhatItHoldsBeforeItIsWritten(t *testing.T) {
	p := takeSeat(t)
	p.i.edit(func(x *briefing.Position) {
		x.Stance = briefing.StanceSupports
		x.SetText(briefing.FieldFallback, "Accept Roads")
		x.SetText(briefing.FieldMinistry, "Ministry of Ports")
	})
	p.refresh()
	d := newSendDialog(p.s, p.s.dossier(), briefing.ReviewOrder{Note: p.s.dossier().Note.ID})
	d.ok = newMainButton("", nil)
	d.look()
	p.work()
	if d.ok.Disabled() {
		t.Fatal("nothing may be sent though a draft is there")
	}
	if text := sentOf(t, p, d); strings.Contains(text, "Accept Roads") {
		t.Error("the fallback goes along without being ticked")
	}
	d.ticks[briefing.PartRestricted].SetChecked(true)
	p.work()
	if text := sentOf(t, p, d); !strings.Contains(text, "Accept Roads") {
		t.Error("ticking fallbacks does not take them along")
	}
	d.due.SetText("2005-13-45")
	p.work()
	if !d.ok.Disabled() {
		t.Error("a date that is none may be sent")
	}
}

// sentOf is all that the ordered workbook would hold.
func sentOf(t *testing.T, p *seat, d *sendDialog) string {
	t.Helper()
	review, err := p.desk.ReviewContents(t.Context(), d.order())
	if err != nil {
		t.Fatalf("what capital would get: %v", err)
	}
	return fmt.Sprintf("%+v", review)
}

func TestSentPositionsCanBeRecalled(t *testing.T) {
	p := takeSeat(t)
	p.i.setStance(briefing.StanceSupports)
	p.refresh()
	d := newSendDialog(p.s, p.s.dossier(), briefing.ReviewOrder{Note: p.s.dossier().Note.ID})
	d.ok = newMainButton("", nil)
	var file bytes.Buffer
	batch, err := p.desk.ExportReview(t.Context(), &file, d.order())
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	p.refresh()
	if got := p.position(blockEleven, "11").State; got != briefing.StateSent {
		t.Errorf("state = %q, want sent", got)
	}
	newCapitalPage(p.s).(*capitalPage).recall(batch)
	p.refresh()
	if got := p.position(blockEleven, "11").State; got != briefing.StateDraft {
		t.Errorf("after recalling state = %q, want draft", got)
	}
}

func TestTicksAreOnlyWhatATickOpens(t *testing.T) {
	inside := briefing.Gate{Audience: briefing.ForDelegation}
	annex := briefing.Gate{Audience: briefing.ForDelegation, Annex: true}
	if tickable(inside, briefing.PartRestricted) {
		t.Error("the delegation's pack offers fallbacks to tick")
	}
	if !tickable(annex, briefing.PartRestricted) {
		t.Error("the restricted annex does not offer fallbacks to tick")
	}
	if tickable(annex, briefing.PartStance) {
		t.Error("a part that is open anyway is offered to tick")
	}
}

func TestFileNameHoldsNoPath(t *testing.T) {
	if got, want := fileName(".docx", "IC/2005/13", "", "pack"), "IC-2005-13 pack.docx"; got != want {
		t.Errorf("file name = %q, want %q", got, want)
	}
}

func TestAnnotationOnAPhraseCanBeUndone(t *testing.T) {
	p := takeSeat(t)
	form := p.i.remarks.form
	form.text.SetText("Who proposes?")
	form.kind.SetSelectedIndex(1)
	form.tags.SetText("procedure, #chair")
	p.i.remarks.add()
	p.refresh()
	list := p.s.dossier().AnnotationsOn(blockEleven)
	if len(list) != 1 || list[0].Kind != briefing.KindQuestion || len(list[0].Tags) != 2 {
		t.Fatalf("annotations = %+v", list)
	}
	if form.text.Text != "" {
		t.Error("the form still holds what was added")
	}
	p.i.remarks.remove(list[0])
	p.refresh()
	if n := len(p.s.dossier().AnnotationsOn(blockEleven)); n != 0 {
		t.Fatalf("%d annotations after removing", n)
	}
	if _, err := p.desk.Undo(t.Context()); err != nil {
		t.Fatalf("undo: %v", err)
	}
	p.refresh()
	if n := len(p.s.dossier().AnnotationsOn(blockEleven)); n != 1 {
		t.Errorf("%d annotations after undo, want 1", n)
	}
}

func TestBegunRemarkWaitsForItsParagraph(t *testing.T) {
	p := takeSeat(t)
	p.i.remarks.form.text.SetText("half a rem")
	p.show(blockTwelve)
	if got := p.i.remarks.form.text.Text; got != "" {
		t.Errorf("paragraph 12 shows %q, begun on 11", got)
	}
	p.show(blockEleven)
	if got := p.i.remarks.form.text.Text; got != "half a rem" {
		t.Errorf("back on 11 the form holds %q", got)
	}
	p.s.leave()
	p.refresh()
	if n := len(p.s.dossier().AnnotationsOn(blockEleven)); n != 0 {
		t.Errorf("another page made %d annotations of half a remark", n)
	}
	p.i.remarks.form.private.SetChecked(true)
	p.show(blockTwelve)
	p.s.part()
	p.refresh()
	list := p.s.dossier().AnnotationsOn(blockEleven)
	if len(list) != 1 || list[0].Text != "half a rem" || !list[0].Private {
		t.Errorf("locking or quitting kept %+v, want the begun remark, private", list)
	}
}

func TestEditorGrowsWithItsText(t *testing.T) {
	e := newEditor(1, func(string) {}, nil)
	e.Resize(fyne.NewSize(200, 40))
	if e.rows != 1 {
		t.Fatalf("%d rows when empty, want 1", e.rows)
	}
	e.SetText("one\ntwo\nthree")
	if e.rows != 3 {
		t.Errorf("%d rows for three lines", e.rows)
	}
	long := ""
	for range 200 {
		long += "many words "
	}
	e.SetText(long)
	if e.rows != editorRows {
		t.Errorf("%d rows for a long text, want the limit %d", e.rows, editorRows)
	}
	if e.AcceptsTab() {
		t.Error("Tab stays in the field")
	}
}
