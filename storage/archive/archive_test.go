package archive

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"placard/briefing"
)

var noon = time.Date(2005, 10, 25, 12, 0, 0, 123456789, time.UTC)

func number(n byte) briefing.ID { return briefing.ID{15: n} }

// sample is three commits: a note with its document, a correction, a removal.
func sample() []*Commit {
	note := &briefing.Note{ID: number(1), Title: "Note on <lamps> & oil", Source: briefing.Source{Name: "../IC 5:13.pdf"}}
	file := &briefing.File{Note: number(1), Bytes: []byte("%PDF as it came\x00\xff")}
	remark := &briefing.Annotation{ID: number(2), Note: number(1), Text: "évidemment"}
	return []*Commit{
		{Sequence: 1, At: noon, By: "desk", Act: briefing.Act{Code: "act.import", Args: []string{"x"}}, Changes: []Change{
			{Key: note.Key(), Revision: 1, Value: note}, {Key: file.Key(), Revision: 1, Value: file}, {Key: remark.Key(), Revision: 1, Value: remark},
		}},
		{Sequence: 2, At: noon, By: "desk", Act: briefing.Act{Code: "act.edit"}, Changes: []Change{{Key: note.Key(), Revision: 2, Value: note}}},
		{Sequence: 3, At: noon, By: "desk", Undoes: 2, Act: briefing.Act{Code: "act.remove"}, Changes: []Change{{Key: remark.Key(), Revision: 2}}},
	}
}

func plainSeal(sums []byte) []byte { return []byte{byte(len(sums)), 7} }

func write(tb testing.TB, commits []*Commit) []byte {
	tb.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, Header{Vault: "00", Made: noon, Commits: uint64(len(commits))}, []byte("{}"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, c := range commits {
		if err := w.Commit(c); err != nil {
			tb.Fatal(err)
		}
	}
	first := commits[0].Changes[0]
	if err := w.Now(&Today{Change: first, Sequence: 2, At: noon, By: "desk"}); err != nil {
		tb.Fatal(err)
	}
	if _, err := w.Close(plainSeal); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func read(ctx context.Context, data []byte) (commits []*Commit, m Manifest, err error) {
	m, err = Read(ctx, bytes.NewReader(data), Visitor{
		Begin:  func(Header, []byte) (func([]byte) []byte, error) { return plainSeal, nil },
		Commit: func(c *Commit) error { commits = append(commits, c); return nil },
	})
	return commits, m, err
}

func TestWhatIsWrittenComesBack(t *testing.T) {
	want := sample()
	got, m, err := read(t.Context(), write(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if m != (Manifest{Commits: 3, Revisions: 5, Entities: 1, Files: 1}) {
		t.Errorf("counted %+v", m)
	}
	for i := range want {
		if a, b := fmt.Sprintf("%+v", flat(got[i])), fmt.Sprintf("%+v", flat(want[i])); a != b {
			t.Errorf("commit %d:\n got %s\nwant %s", i+1, a, b)
		}
	}
}

// flat shows what entities hold rather than where they are.
func flat(c *Commit) []any {
	out := []any{c.Sequence, c.At, c.By, c.Act, c.Undoes, c.Redoes}
	for _, x := range c.Changes {
		out = append(out, x.Key, x.Revision, fmt.Sprintf("%+v", x.Value))
	}
	return out
}

func TestPeopleFindTheirDocument(t *testing.T) {
	in := tar.NewReader(bytes.NewReader(write(t, sample())))
	for {
		h, err := in.Next()
		if err != nil {
			t.Fatalf("no document in the archive: %v", err)
		}
		if strings.HasPrefix(h.Name, "files/") {
			data, err := io.ReadAll(in)
			if h.Name != "files/00000001-2/_IC 5_13.pdf" || err != nil || string(data) != "%PDF as it came\x00\xff" {
				t.Errorf("got %s, %q, %v", h.Name, data, err)
			}
			return
		}
	}
}

// Whatever byte is changed or cut off, what is accepted is all there. Some
// bytes are nobody's: those that pad entries to whole blocks.
func TestChangedArchiveIsRefused(t *testing.T) {
	good := write(t, sample())
	want := accepted(t, good)
	for at := 0; at < len(good); at += 7 {
		bad := bytes.Clone(good)
		bad[at] ^= 1 << (at % 8)
		if got := accepted(t, bad); got != nil && !slices.Equal(got, want) {
			t.Errorf("byte %d: accepted %v", at, got)
		}
	}
	for size := 0; size < len(good); size += 131 {
		if got := accepted(t, good[:size]); got != nil && !slices.Equal(got, want) {
			t.Errorf("cut at %d of %d: accepted %v", size, len(good), got)
		}
	}
}

// accepted is all that was read, in words; nothing where it was refused.
func accepted(t *testing.T, data []byte) (all []string) {
	t.Helper()
	commits, _, err := read(t.Context(), data)
	if err != nil {
		return nil
	}
	for _, c := range commits {
		all = append(all, fmt.Sprintf("%+v", flat(c)))
	}
	return all
}

func TestNewerFormatIsRefused(t *testing.T) {
	newer := bytes.Replace(write(t, sample()), []byte(`"version": 1`), []byte(`"version": 2`), 1)
	if _, _, err := read(t.Context(), newer); !errors.Is(err, briefing.ErrVaultNewer) {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, sample()))
	f.Fuzz(func(t *testing.T, data []byte) {
		commits, m, err := read(t.Context(), data)
		if err == nil && uint64(len(commits)) != m.Commits {
			t.Errorf("accepted %d commits, counted %d", len(commits), m.Commits)
		}
	})
}
