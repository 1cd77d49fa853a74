package briefing_test

import (
	"bytes"
	"errors"
	"testing"

	"placard/assets"
	"placard/briefing"
)

func TestImportMakesTwoLinkedMeetings(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	if len(x.Meetings) != 2 {
		t.Fatalf("got %d meetings, want the informal one and the Assembly", len(x.Meetings))
	}
	served, assembly := x.Meetings[0], x.Meetings[1]
	if served.ID != x.Note.Meeting || served.Start != "2031-05-21" {
		t.Errorf("the note serves the meeting of %s, want 2031-05-21", served.Start)
	}
	if assembly.Start != "2031-06-17" || assembly.End != "2031-06-19" || assembly.Room != "Room IV" {
		t.Errorf("the Assembly: got %s to %s in %q", assembly.Start, assembly.End, assembly.Room)
	}
	if got := assembly.Agenda; got == nil || got.Symbol != "LA/2290" || len(got.Items) != 6 || got.Note != x.Note.ID {
		t.Errorf("the Assembly's agenda: got %+v", got)
	}
	if served.Agenda != nil {
		t.Error("the informal meeting owns the Assembly's agenda")
	}
	if len(assembly.Linked) != 1 || assembly.Linked[0] != served.ID {
		t.Errorf("the Assembly is not linked back: %v", assembly.Linked)
	}
}

func TestImportKeepsTheFileByteForByte(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	_, want := assets.Sample()
	got, err := d.Source(t.Context(), x.Note.ID)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %d bytes and %v, want the %d of the file", len(got), err, len(want))
	}
}

func TestImportAsksFallDueAtTheMeetingTheNoteServes(t *testing.T) {
	x := withSample(t, newDesk(t))
	a := x.Ask("12")
	if a == nil {
		t.Fatal("paragraph 12 asks nothing")
	}
	if a.Due != "2031-05-21" || a.Choose != 2 || len(a.Options) != 3 || !a.OwnOption {
		t.Errorf("paragraph 12: got due %s, choose %d of %d, own option %v", a.Due, a.Choose, len(a.Options), a.OwnOption)
	}
	if got := x.Tally(); got.Asks != 3 || got.Paragraphs != 14 || got.Answered != 0 {
		t.Errorf("tally: got %+v, want 3 open asks in 14 paragraphs", got)
	}
}

func TestImportRefusesTheSameFileTwice(t *testing.T) {
	d := newDesk(t)
	withSample(t, d)
	name, data := assets.Sample()
	p, err := d.Recognize(t.Context(), briefing.Original{Name: "copy of " + name, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); !errors.Is(err, briefing.ErrAlreadyImported) {
		t.Errorf("got %v", err)
	}
}

func TestImportWithoutAMeetingMakesADossier(t *testing.T) {
	d := newDesk(t)
	p, err := d.Recognize(t.Context(), briefing.Original{Name: "memo.txt", Data: []byte("Only a few words about the harbour.\n")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	if x := dossier(t, d, note.ID); len(x.Meetings) != 1 || len(x.Text.Blocks) == 0 {
		t.Errorf("got %d meetings and %d blocks", len(x.Meetings), len(x.Text.Blocks))
	}
}

func TestRecognizeRefusesWhatIsNoDocument(t *testing.T) {
	d := newDesk(t)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty.txt": {nil, briefing.ErrEmptyFile},
		"photo.txt": {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), briefing.ErrScan},
		"noise.txt": {[]byte("\x01\x02\x00\x03\x04\x00\x00\x05\x06\x07\x08\x00\x0e\x0f\x10\x11\x00\x12\x13"), briefing.ErrBinaryFile},
	} {
		if _, err := d.Recognize(t.Context(), briefing.Original{Name: name, Data: c.data}, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}
