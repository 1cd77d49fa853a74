package briefing_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// exported is a pack of the head's, frozen, with its file.
func exported(t *testing.T, d *briefing.Desk, o briefing.PackOrder) (*briefing.Pack, []byte) {
	t.Helper()
	var file bytes.Buffer
	p, err := d.ExportPack(t.Context(), &file, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, file.Bytes()
}

func forHead(note briefing.ID) briefing.PackOrder {
	return briefing.PackOrder{Note: note, Audience: briefing.ForHead, Variant: briefing.VariantFull, Format: "pdf", Freeze: true}
}

// What was carried into the room can be looked at again, byte for byte.
func TestFrozenPackKeepsItsFile(t *testing.T) {
	d, note := seat(t)
	p, file := exported(t, d, forHead(note))
	kept, err := d.PackFile(t.Context(), p.ID)
	if err != nil || !bytes.Equal(kept, file) {
		t.Errorf("%d bytes kept of %d, %v", len(kept), len(file), err)
	}
	if sum := sha256.Sum256(file); p.SHA256 != hex.EncodeToString(sum[:]) || !p.Frozen {
		t.Errorf("frozen %v, hash %s", p.Frozen, p.SHA256)
	}
	loose := forHead(note)
	loose.Freeze = false
	q, _ := exported(t, d, loose)
	if _, err := d.PackFile(t.Context(), q.ID); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("a pack that was not frozen: %v", err)
	}
}

// The mark on record is the one printed, not the one asked for.
func TestPackRecordsThePrintedMark(t *testing.T) {
	d, note := seat(t)
	o := forHead(note)
	o.Mark = "LIMITE"
	if p, _ := exported(t, d, o); p.Mark != "SECRET" {
		t.Errorf("recorded %q, but the red line in it is SECRET", p.Mark)
	}
	b, err := d.ExportReview(t.Context(), &bytes.Buffer{}, briefing.ReviewOrder{
		Note: note, Due: "2031-05-19", Mark: "LIMITE", Choice: briefing.ReviewChoice{Restricted: true},
	})
	if err != nil || b.Mark != "SECRET" {
		t.Errorf("the batch records %v, %v", b, err)
	}
}

// A pack tells later what its reader does not know.
func TestPackTellsWhatChangedSince(t *testing.T) {
	d, note := seat(t)
	p, _ := exported(t, d, forHead(note))
	if shifts := shiftsOf(t, d, p); len(shifts) != 0 {
		t.Errorf("at once: %v", shifts)
	}
	x := dossier(t, d, note)
	pos := *x.Positions[0]
	pos.Stance = briefing.StanceOpposes
	pos.SetText(briefing.FieldLine, "We oppose it.")
	save(t, d, pos, x.Base(x.Positions[0]))
	other := draft(t, x, "12")
	other.Stance = briefing.StanceSupports
	save(t, d, other, 0)
	want := []briefing.ShiftKind{briefing.ShiftStance, briefing.ShiftText, briefing.ShiftNew}
	if got := shiftsOf(t, d, p); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	o := forHead(note)
	o.Since = p.Number
	_, file := exported(t, d, o)
	if len(file) == 0 {
		t.Error("no file with the changes")
	}
	o.Since = 99
	if _, err := d.PackContents(t.Context(), o); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("since a pack that there is none of: %v", err)
	}
}

func shiftsOf(t *testing.T, d *briefing.Desk, p *briefing.Pack) []briefing.ShiftKind {
	t.Helper()
	list, err := d.PackShifts(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	var out []briefing.ShiftKind
	for _, s := range list {
		out = append(out, s.Kind)
	}
	return out
}

// Looking at a pack records nothing, and what is seen is what is exported.
func TestPreviewIsTheExport(t *testing.T) {
	d, note := seat(t)
	x := dossier(t, d, note)
	seen, err := d.PackPreview(t.Context(), forHead(note), nil)
	if err != nil {
		t.Fatal(err)
	}
	if packs, _ := d.Packs(t.Context()); len(packs) != 0 || dossier(t, d, note).Upto != x.Upto {
		t.Error("the preview was recorded")
	}
	if !strings.HasPrefix(string(seen), "%PDF-1.7") {
		t.Errorf("%d bytes that are no PDF", len(seen))
	}
}

// Items come as they were chosen, and no others.
func TestPackHasTheItemsChosen(t *testing.T) {
	d, note := seat(t)
	o := forHead(note)
	c, err := d.PackContents(t.Context(), o)
	if err != nil || len(c.Items) < 2 {
		t.Fatalf("%d items to choose from, %v", len(c.Items), err)
	}
	first, second := c.Items[0], c.Items[1]
	o.Items = []briefing.Subject{second.Subject, first.Subject}
	p, _ := exported(t, d, o)
	if !slices.Equal(p.Items, o.Items) {
		t.Errorf("recorded %v", p.Items)
	}
	again, err := d.PackContents(t.Context(), o)
	if err != nil || len(again.Items) != len(c.Items) {
		t.Errorf("%d items can be chosen after choosing, want %d: %v", len(again.Items), len(c.Items), err)
	}
}
