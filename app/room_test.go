package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// onRoom opens the room's page with one thing to say.
func onRoom(t *testing.T) (*stage, *roomPage) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	x := st.s.dossier()
	b := blockAt(t, st, "11")
	p := briefing.Position{Note: x.Note.ID, Subject: x.SubjectOf(b), Stance: briefing.StanceSupports}
	p.SetText(briefing.FieldLine, "We support the theme.")
	p.SetText(briefing.FieldSpeakingNote, "Thank you, Chair. We support the theme, and say why.")
	if _, _, err := st.s.open.SavePosition(t.Context(), p, 0); err != nil {
		t.Fatal(err)
	}
	st.work()
	st.command("room")
	return st, st.s.pages[pageRoom].(*roomPage)
}

func TestRoomShowsWhatWeSayAndItsShortVersion(t *testing.T) {
	st, p := onRoom(t)
	if got := p.text.Text; got != "Thank you, Chair. We support the theme, and say why." {
		t.Errorf("shows %q", got)
	}
	press(p.length)
	if got := p.text.Text; got != "We support the theme." {
		t.Errorf("the short version is %q", got)
	}
	st.sees("Paragraph 11")
}

// The line in the room becomes an observation on the paragraph it names, or
// else on the one in hand.
func TestOneLineInTheRoomIsAnObservation(t *testing.T) {
	st, p := onRoom(t)
	for _, line := range []string{"KE 12 O cannot accept the date", "kenya supports"} {
		p.capture.input.SetText(line)
		p.capture.input.OnSubmitted(line)
		st.work()
	}
	x := st.s.dossier()
	if len(x.Observations) != 2 {
		t.Fatalf("%d observations, want 2", len(x.Observations))
	}
	want := map[string]string{blockAt(t, st, "12").ID: "cannot accept the date", blockAt(t, st, "11").ID: ""}
	for _, o := range x.Observations {
		words, ok := want[o.Subject.Block]
		if !ok || o.Text != words || o.Source != briefing.SourceStated || x.Delegation(o.Delegation).Code != "KE" {
			t.Errorf("kept %+v", o)
		}
	}
	if p.capture.input.Text != "" {
		t.Errorf("the line still holds %q", p.capture.input.Text)
	}
}

// What says too little is not kept and not lost.
func TestHalfALineStays(t *testing.T) {
	st, p := onRoom(t)
	p.capture.input.SetText("kenya 99 supports")
	p.capture.input.OnSubmitted("")
	st.work()
	if len(st.s.dossier().Observations) != 0 || p.capture.input.Text == "" {
		t.Errorf("kept %d observations, line %q", len(st.s.dossier().Observations), p.capture.input.Text)
	}
}

// The timer counts down and on, and the vault stays open as long.
func TestNothingLocksWhileSomebodySpeaks(t *testing.T) {
	st, p := onRoom(t)
	clock := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	st.s.now = func() time.Time { return clock }
	p.timer.propose(2 * time.Minute)
	press(p.timer.start)
	for range 8 {
		clock = clock.Add(time.Minute)
		st.ring()
	}
	if st.s.open == nil {
		t.Fatal("locked while the timer ran")
	}
	if got := p.timer.face.Text; got != "−6:00" {
		t.Errorf("the timer says %s, want −6:00", got)
	}
}

// blockAt is the block of a label in the open note.
func blockAt(t *testing.T, st *stage, label string) *briefing.Block {
	t.Helper()
	l, err := briefing.ParseLabel(label)
	if err != nil {
		t.Fatal(err)
	}
	b, err := st.s.dossier().Text.Find(l)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A silence deadline stands in the room with the time that is left.
func TestSilenceIsToldInTheRoom(t *testing.T) {
	st, p := onRoom(t)
	now := time.Date(2031, 5, 21, 16, 30, 0, 0, time.Local)
	st.s.now = func() time.Time { return now }
	x := st.s.dossier()
	m := *x.Meetings[0]
	m.Silences = []briefing.Silence{{Until: "2031-05-21 18:00", What: "draft decision L.2"}}
	if err := st.s.open.SaveMeeting(t.Context(), &m, x.Base(x.Meetings[0])); err != nil {
		t.Fatal(err)
	}
	st.work()
	st.sees("Silence until 2031-05-21 18:00 (1 h 30 left): draft decision L.2")
	now = now.Add(2 * time.Hour)
	p.clocks.show(now)
	st.sees("Silence ended 2031-05-21 18:00")
}

// The full screen is for reading: the outline comes back with the window.
func TestFullScreenHidesTheOutline(t *testing.T) {
	st, _ := onRoom(t)
	st.s.typed(fyne.KeyF11)
	if st.s.frame.body.Objects[0] == st.s.frame.split {
		t.Error("the outline is there in full screen")
	}
	st.command("full_screen")
	if st.s.frame.body.Objects[0] != st.s.frame.split {
		t.Error("the outline did not come back")
	}
}
