package briefing_test

import (
	"bytes"
	"testing"

	"placard/assets"
	"placard/briefing"
)

func TestWhatComesAgainIsRecognised(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	_, data := assets.Sample()
	read := func(data []byte) *briefing.Proposal {
		t.Helper()
		p, err := d.Recognize(t.Context(), briefing.Original{Name: "again.md", Data: data}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	kin := func(p *briefing.Proposal) briefing.Kin {
		t.Helper()
		k, err := d.Kin(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	if k := kin(read(data)); k.Same == nil || k.Same.ID != x.Note.ID || len(k.Earlier) != 0 {
		t.Errorf("the same file: got %+v", k)
	}
	revised := read(append(bytes.Clone(data), "\nOne word more.\n"...))
	if k := kin(revised); k.Same != nil || len(k.Earlier) != 1 || k.Earlier[0].ID != x.Note.ID {
		t.Errorf("the same symbol with other words: got %+v", k)
	}
	for symbol, related := range map[string]bool{
		"LC/2031/7/Rev.1": true, "LC/2031/7/Add.2/Corr.1": true, "lc/2031/7/ADD.1": true, "LC/2031/77": false, "LC/2031": false, "": false,
	} {
		revised.Note.Symbol = symbol
		if k := kin(revised); len(k.Family) == 1 != related || len(k.Earlier) != 0 {
			t.Errorf("%q: got %+v, want related %v", symbol, k, related)
		}
	}
}

// A revision goes to the earlier note's meeting and makes no second one.
func TestARevisionKnowsWhatItRevises(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	_, data := assets.Sample()
	p, err := d.Recognize(t.Context(), briefing.Original{Name: "again.md", Data: append(bytes.Clone(data), "\nMore.\n"...)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p.Revise(x.Note)
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	meetings, err := d.Meetings(t.Context())
	if err != nil || len(meetings) != 2 || note.Revises != x.Note.ID || note.Meeting != x.Note.Meeting {
		t.Fatalf("%d meetings, revises %v, meeting %v; %v", len(meetings), note.Revises, note.Meeting, err)
	}
	for _, m := range meetings {
		held := 0
		for _, doc := range m.Documents {
			if doc.Note == note.ID || doc.Note == x.Note.ID {
				held++
			}
		}
		if m.ID == note.Meeting && held < 2 {
			t.Errorf("the meeting lists %d of both notes' documents", held)
		}
	}
}
