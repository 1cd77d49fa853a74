package app

import (
	"context"
	"encoding/binary"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/pack"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
	"placard/storage"
)

// seat is an inspector on a real vault with one note, its work queued until
// the test runs it.
type seat struct {
	t     *testing.T
	s     *shell
	desk  *briefing.Desk
	i     *inspector
	queue []func()
	note  briefing.ID
	rings []func() // the autosave clock
}

// The blocks of the note.
const (
	blockEleven = "b11"
	blockTwelve = "b12"
)

func takeSeat(t *testing.T) *seat {
	t.Helper()
	p := &seat{t: t, note: numbered(1)}
	vaults := storage.New(storage.Options{
		KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}, Log: slog.New(slog.DiscardHandler),
	})
	created, err := vaults.Create(t.Context(), filepath.Join(t.TempDir(), "vault"), []byte("six words that nobody says together"))
	if err != nil {
		t.Fatalf("create a vault: %v", err)
	}
	t.Cleanup(func() { _ = created.Vault.Close() })
	p.desk = briefing.NewDesk(briefing.Ports{
		Vault:     created.Vault,
		Packer:    pack.Builder{},
		Tabler:    rows.Builder{},
		Workbook:  sheet.New(),
		Words:     assets.Words("en"),
		Directory: assets.Directory{},
		Author:    "A. Desk",
		Finder:    search.New(created.Vault),
	})
	p.seed(created.Vault)
	c := Config{App: test.NewTempApp(t), Words: assets.Words("en")}
	p.s = newShell(c, func(f func()) { p.queue = append(p.queue, f) })
	p.s.open, p.s.held.note = p.desk, p.note
	p.i = newInspector(p.s)
	p.i.keep.after = func(_ time.Duration, f func()) func() {
		p.rings = append(p.rings, f)
		return func() { p.rings = nil }
	}
	p.s.side = p.i
	p.s.window.SetContent(p.i.object())
	p.s.window.Resize(fyne.NewSize(360, 700))
	p.refresh()
	p.show(blockEleven)
	return p
}

// seed puts a note with two asks into the vault: 11 proposes, 12 lets us
// choose two of three.
func (p *seat) seed(v briefing.Vault) {
	p.t.Helper()
	if err := p.desk.Seed(p.t.Context(), briefing.Settings{Author: "A. Desk", Mark: "RESTRICTED"}); err != nil {
		p.t.Fatalf("seed: %v", err)
	}
	note := &briefing.Note{ID: p.note, Symbol: "XX/2005/1", Title: "A note"}
	text := &briefing.Text{Note: p.note, Blocks: []briefing.Block{
		{ID: blockEleven, Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "11", Text: "A theme is proposed to the members."},
		{ID: blockTwelve, Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "12", Text: "The views of members are sought."},
		{ID: "b13", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: blockTwelve, Text: "Rivers"},
		{ID: "b14", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: blockTwelve, Text: "Roads"},
		{ID: "b15", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: blockTwelve, Text: "Harbours"},
	}}
	eleven := &briefing.Ask{
		ID: numbered(2), Note: p.note, Code: "11", Block: blockEleven, Class: briefing.AskPropose,
		Strength: briefing.Strong, State: briefing.AskSuggested,
	}
	twelve := &briefing.Ask{
		ID: numbered(3), Note: p.note, Code: "12", Block: blockTwelve, Class: briefing.AskChoose,
		Strength: briefing.Strong, State: briefing.AskSuggested, Choose: 2, OwnOption: true,
		Options: []briefing.Option{{Code: "1", Block: "b13", Title: "Rivers"}, {Code: "2", Block: "b14", Title: "Roads"}, {Code: "3", Block: "b15", Title: "Harbours"}},
	}
	_, err := v.Commit(p.t.Context(), briefing.Commit{Act: briefing.Act{Code: "act.import"}, By: "A. Desk", At: time.Now(), Changes: []briefing.Change{
		briefing.Put(note, 0), briefing.Put(text, 0), briefing.Put(eleven, 0), briefing.Put(twelve, 0),
	}})
	if err != nil {
		p.t.Fatalf("save the note: %v", err)
	}
}

func numbered(n uint64) (id briefing.ID) {
	binary.BigEndian.PutUint64(id[8:], n)
	return id
}

// work runs all queued store work, and what it brings about.
func (p *seat) work() {
	for len(p.queue) > 0 {
		next := p.queue[0]
		p.queue = p.queue[1:]
		next()
	}
}

// refresh reads the note as the window does after each commit.
func (p *seat) refresh() {
	p.work()
	x, err := p.desk.Dossier(context.Background(), p.note)
	if err != nil {
		p.t.Fatalf("read the note: %v", err)
	}
	p.s.held.dossier = x
	p.i.reload()
}

func (p *seat) show(block string) {
	p.s.block = block
	p.i.showBlock(block)
	p.refresh()
}

// typeIn types into a field of the shown position.
func (p *seat) typeIn(f briefing.Field, text string) {
	edit := p.i.position.fields[f].edit
	p.s.window.Canvas().Focus(edit)
	test.Type(edit, text)
}

// position is what the vault has on the ask of a paragraph.
func (p *seat) position(block, ask string) *briefing.Position {
	p.t.Helper()
	x, err := p.desk.Dossier(p.t.Context(), p.note)
	if err != nil {
		p.t.Fatalf("read the note: %v", err)
	}
	got := x.Position(briefing.Subject{Kind: briefing.OnAsk, Block: block, Ask: ask})
	if got == nil {
		p.t.Fatalf("no position on ask %s", ask)
	}
	return got
}

// revisions counts the commits of a position.
func (p *seat) revisions(k briefing.Key) int {
	p.t.Helper()
	past, err := p.desk.History(p.t.Context(), k)
	if err != nil {
		p.t.Fatalf("history: %v", err)
	}
	return len(past)
}

// elsewhere saves another line to take on paragraph 11, as an undo or another
// page would.
func (p *seat) elsewhere(change func(*briefing.Position)) {
	p.t.Helper()
	x, err := p.desk.Dossier(p.t.Context(), p.note)
	if err != nil {
		p.t.Fatalf("read the note: %v", err)
	}
	old := x.Position(briefing.Subject{Kind: briefing.OnAsk, Block: blockEleven, Ask: "11"})
	fresh := clonePosition(old)
	change(&fresh)
	if _, _, err := p.desk.SavePosition(p.t.Context(), fresh, x.Base(old)); err != nil {
		p.t.Fatalf("save elsewhere: %v", err)
	}
}

func TestShowingAnotherBlockSavesOnce(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "We support the theme.")
	p.show(blockTwelve)
	got := p.position(blockEleven, "11")
	if got.Text(briefing.FieldLine) != "We support the theme." {
		t.Errorf("line to take = %q", got.Text(briefing.FieldLine))
	}
	if n := p.revisions(got.Key()); n != 1 {
		t.Errorf("saved %d times, want once", n)
	}
	if text := p.i.position.fields[briefing.FieldLine].edit.Text; text != "" {
		t.Errorf("paragraph 12 shows %q of paragraph 11", text)
	}
}

func TestAutosaveComesAfterTheLastKey(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "One")
	p.work()
	if p.i.draft.base != 0 {
		t.Fatal("saved before the pause")
	}
	if len(p.rings) != 1 {
		t.Fatalf("%d clocks run, want one", len(p.rings))
	}
	p.rings[0]()
	p.work()
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "One" {
		t.Errorf("line to take = %q, want %q", got, "One")
	}
}

func TestTypingWhileASaveIsUnderWayLosesNothing(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "We")
	p.i.keep.save(p.i.draft) // queued, not yet written
	p.typeIn(briefing.FieldLine, " agree")
	p.show(blockTwelve)
	got := p.position(blockEleven, "11")
	if got.Text(briefing.FieldLine) != "We agree" {
		t.Errorf("line to take = %q, want %q", got.Text(briefing.FieldLine), "We agree")
	}
	if n := p.revisions(got.Key()); n != 2 {
		t.Errorf("saved %d times, want 2", n)
	}
}

func TestReloadKeepsWhatIsBeingTyped(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "First")
	p.i.keep.save(p.i.draft)
	p.refresh()
	p.typeIn(briefing.FieldObjective, "Half a sent")
	p.elsewhere(func(x *briefing.Position) { x.SetText(briefing.FieldLine, "Second") })
	p.refresh()
	if got := p.i.position.fields[briefing.FieldObjective].edit.Text; got != "Half a sent" {
		t.Errorf("the field being typed shows %q", got)
	}
	if got := p.i.position.fields[briefing.FieldLine].edit.Text; got != "Second" {
		t.Errorf("the field that changed elsewhere shows %q, want %q", got, "Second")
	}
	p.show(blockTwelve)
	saved := p.position(blockEleven, "11")
	if saved.Text(briefing.FieldLine) != "Second" || saved.Text(briefing.FieldObjective) != "Half a sent" {
		t.Errorf("saved %q and %q", saved.Text(briefing.FieldLine), saved.Text(briefing.FieldObjective))
	}
}

func TestConflictKeepsBothTexts(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "Base")
	p.i.keep.save(p.i.draft)
	p.refresh()
	p.typeIn(briefing.FieldLine, " mine")
	p.elsewhere(func(x *briefing.Position) { x.SetText(briefing.FieldLine, "Theirs") })
	p.i.keep.save(p.i.draft)
	p.refresh()
	d := p.i.draft
	if len(d.clashes) != 1 {
		t.Fatalf("%d clashes, want 1", len(d.clashes))
	}
	if got := p.i.position.fields[briefing.FieldLine].edit.Text; got != "Base mine" {
		t.Errorf("the field shows %q, want what was typed", got)
	}
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "Theirs" {
		t.Errorf("the vault has %q, want what was saved elsewhere", got)
	}
	if !p.i.position.trouble.top.Visible() {
		t.Error("nothing says that the text is not saved")
	}
	d.want.SetText(briefing.FieldLine, "Theirs and mine")
	d.settle(d.clashes[0], false)
	p.i.clashSettled(d)
	p.refresh()
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "Theirs and mine" {
		t.Errorf("merged line = %q", got)
	}
	if p.i.position.trouble.top.Visible() {
		t.Error("the trouble is over, but still shown")
	}
}

func TestLeavingKeepsTheWordsOfAClash(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "Base")
	p.i.keep.save(p.i.draft)
	p.refresh()
	p.typeIn(briefing.FieldLine, " mine")
	p.elsewhere(func(x *briefing.Position) { x.SetText(briefing.FieldLine, "Theirs") })
	p.refresh()
	p.s.part()
	p.refresh()
	list := p.s.dossier().AnnotationsOn(blockEleven)
	if len(list) != 1 || !list[0].Private {
		t.Fatalf("%d remarks kept, want one private", len(list))
	}
	if want := "Line to take, typed but not saved: Base mine"; list[0].Text != want {
		t.Errorf("kept %q, want %q", list[0].Text, want)
	}
}

func TestTooLongTextStaysInItsField(t *testing.T) {
	p := takeSeat(t)
	long := string(make([]rune, 0))
	for len(long) < briefing.FieldLimit+1 {
		long += "too long "
	}
	p.i.position.fields[briefing.FieldLine].edit.SetText(long)
	p.i.keep.save(p.i.draft)
	p.refresh()
	if got := p.i.position.fields[briefing.FieldLine].edit.Text; got != long {
		t.Errorf("the field holds %d characters, want all %d", len(got), len(long))
	}
	if !p.i.position.trouble.retry.Visible() {
		t.Error("nothing says that the text is not saved")
	}
	p.i.position.fields[briefing.FieldLine].edit.SetText("short")
	p.i.keep.save(p.i.draft)
	p.refresh()
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "short" {
		t.Errorf("line to take = %q, want %q", got, "short")
	}
}

func TestUndoneDraftCanBeTypedAgain(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "Gone")
	p.i.keep.save(p.i.draft)
	p.refresh()
	if _, err := p.desk.Undo(t.Context()); err != nil {
		t.Fatalf("undo: %v", err)
	}
	p.refresh()
	if got := p.i.position.fields[briefing.FieldLine].edit.Text; got != "" {
		t.Errorf("after undo the field shows %q", got)
	}
	p.typeIn(briefing.FieldLine, "Back")
	p.show(blockTwelve)
	if got := p.position(blockEleven, "11").Text(briefing.FieldLine); got != "Back" {
		t.Errorf("line to take = %q, want %q", got, "Back")
	}
}

func TestSecretsAreShutUntilOpened(t *testing.T) {
	p := takeSeat(t)
	p.i.edit(func(x *briefing.Position) { x.SetText(briefing.FieldFallback, "Accept Roads") })
	p.refresh()
	inside := p.i.position.secrets.inside
	if inside.Visible() {
		t.Fatal("the fallback is open without being asked for")
	}
	p.i.position.secrets.button.OnTapped()
	if !inside.Visible() {
		t.Fatal("the fallback does not open")
	}
	p.i.shade()
	if inside.Visible() {
		t.Error("shading leaves the fallback open")
	}
	p.i.position.secrets.button.OnTapped()
	p.show(blockTwelve)
	if inside.Visible() {
		t.Error("the next paragraph opens with its fallback showing")
	}
}

func TestStanceIsSavedAtOnce(t *testing.T) {
	p := takeSeat(t)
	p.i.setStance(briefing.StanceOpposes)
	p.refresh()
	got := p.position(blockEleven, "11")
	if got.Stance != briefing.StanceOpposes || got.State != briefing.StateDraft {
		t.Errorf("stance %q, state %q", got.Stance, got.State)
	}
	if p.i.position.stance.value != briefing.StanceOpposes {
		t.Errorf("the picker shows %q", p.i.position.stance.value)
	}
}

func TestReadyTakesWhatWasJustTyped(t *testing.T) {
	p := takeSeat(t)
	p.typeIn(briefing.FieldLine, "We support.")
	p.i.move(briefing.StateReady)
	p.refresh()
	got := p.position(blockEleven, "11")
	if got.State != briefing.StateReady || got.Text(briefing.FieldLine) != "We support." {
		t.Errorf("state %q, line %q", got.State, got.Text(briefing.FieldLine))
	}
}

func TestRankingSwapsPlaces(t *testing.T) {
	p := takeSeat(t)
	p.show(blockTwelve)
	p.i.position.ranking.picks[0].SetSelectedIndex(1)
	p.refresh()
	p.i.position.ranking.picks[2].SetSelectedIndex(2)
	p.refresh()
	p.i.position.ranking.picks[2].SetSelectedIndex(1)
	p.refresh()
	got := p.position(blockTwelve, "12")
	if got.Place("3") != 1 || got.Place("1") != 2 || len(got.Ranking) != 2 {
		t.Errorf("ranking = %v, want option 3 first and 1 second", got.Ranking)
	}
}
