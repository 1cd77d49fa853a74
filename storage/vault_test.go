package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"placard/briefing"
)

// everything has one entity of every table with every kind of field in it.
func everything() []briefing.Entity {
	slot := briefing.Slot{Date: "2005-11-29", Start: "10:00", End: "11:00"}
	return []briefing.Entity{
		&briefing.Meeting{ID: id(1), Title: "Ninetieth session", Linked: []briefing.ID{id(2)}, Agenda: &briefing.Agenda{
			Note: id(3), Items: []briefing.AgendaItem{{Label: "1", Title: "Adoption", Slot: slot}},
		}},
		&briefing.Note{ID: id(3), Symbol: "IC/2005/13", Date: "2005-10", Source: briefing.Source{Name: "a.pdf", Size: 7}},
		&briefing.Text{Note: id(3), Blocks: []briefing.Block{
			{
				ID: "b1", Kind: briefing.KindParagraph, Label: "12", Text: "Les éléments — 要点 — النقاط", Slot: &slot,
				Runs: []briefing.Run{{Start: 0, End: 3, Style: briefing.Bold | briefing.Italic}}, Rows: [][]string{{"a", "b"}},
			},
		}},
		&briefing.File{Note: id(3), Bytes: []byte{0, 1, 2, 255}},
		&briefing.Ask{ID: id(4), Note: id(3), Code: "12", Options: []briefing.Option{{Code: "1", Title: "Yes"}}, Choose: 2},
		&briefing.Position{
			ID: id(5), Note: id(3), Stance: briefing.StanceRedLine, Created: noon, Changed: noon.Add(time.Nanosecond),
			Texts:     map[briefing.Field]string{briefing.FieldLine: "We support.", briefing.FieldRedLine: "Never."},
			Marks:     map[briefing.Field]string{briefing.FieldRedLine: "RESTRICTED"},
			Clearance: &briefing.Clearance{Name: "A. Person", Revision: 3},
		},
		&briefing.Annotation{ID: id(6), Note: id(3), Text: "See 3.", Tags: []string{"t"}, Created: noon, Changed: noon},
		&briefing.Delegation{ID: id(7), Code: "FR", Names: map[string]string{"en": "France"}, Members: []briefing.Member{{Delegation: id(8)}}},
		&briefing.Observation{ID: id(9), Note: id(3), Delegation: id(7), Stance: briefing.StanceSupports, Created: noon},
		&briefing.Batch{ID: id(10), Number: 1, Rows: []briefing.BatchRow{{Ref: "P12", Sent: map[string]string{"line": "x"}}}},
		&briefing.Pack{ID: id(11), Notes: []briefing.ID{id(3)}, Made: noon, Upto: 12},
		&briefing.Settings{Author: "Desk", Language: "fr", Demo: true},
	}
}

func TestEveryTableComesBack(t *testing.T) {
	v, dir := create(t)
	entities := everything()
	var changes []briefing.Change
	for _, e := range entities {
		changes = append(changes, briefing.Put(e, 0))
	}
	commit(t, v, changes...)
	for _, v := range []briefing.Vault{v, nil} {
		if v == nil {
			v = open(t, dir)
		}
		tables := map[briefing.Table]bool{}
		for _, e := range entities {
			tables[e.Key().Table] = true
			r, err := v.Get(t.Context(), e.Key())
			if err != nil {
				t.Fatalf("table %d: %v", e.Key().Table, err)
			}
			if !reflect.DeepEqual(r.Value, e) {
				t.Errorf("table %d: got %+v, want %+v", e.Key().Table, r.Value, e)
			}
			if r.Revision != 1 || r.Sequence != 1 || r.By != "desk" || r.Act.Code != "act.test" || !r.At.Equal(noon) {
				t.Errorf("table %d: record %+v", e.Key().Table, r)
			}
		}
		if len(tables) != int(briefing.TableSetting) {
			t.Errorf("tried %d tables of %d", len(tables), briefing.TableSetting)
		}
		shut(t, v)
	}
}

func TestFieldsAreNumbersOnDisk(t *testing.T) {
	got, err := encode(map[briefing.Field]string{briefing.FieldLine: "x"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []byte{0xa1, byte(briefing.FieldLine), 0x61, 'x'}; !slices.Equal(got, want) {
		t.Errorf("got % x, want % x: fields must not be stored by their codes", got, want)
	}
}

func TestLargeValuesComeBack(t *testing.T) {
	v, dir := create(t)
	big := make([]byte, 5<<20)
	for i := range big {
		big[i] = byte(i * i >> 7)
	}
	text := strings.Repeat("Twelve. The Council may wish to choose. ", 40_000)
	commit(t, v,
		briefing.Put(&briefing.File{Note: id(1), Bytes: big}, 0),
		briefing.Put(remark(2, text), 0))
	shut(t, v)
	v = open(t, dir)
	r, err := v.Get(t.Context(), (&briefing.File{Note: id(1)}).Key())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Value.(*briefing.File).Bytes, big) {
		t.Error("file's bytes differ")
	}
	if textOf(t, v, 2) != text {
		t.Error("text differs")
	}
}

func TestCommitOfManyChanges(t *testing.T) {
	v, dir := create(t)
	many := 30_000 // more heads than one transaction of Badger takes
	if raceDetector {
		many = 10_000
	}
	changes := make([]briefing.Change, many)
	for i := range changes {
		changes[i] = briefing.Put(remark(i+1, fmt.Sprint("remark ", i+1)), 0)
	}
	commit(t, v, changes...)
	shut(t, v)
	v = open(t, dir)
	count := 0
	err := v.Scan(t.Context(), briefing.TableAnnotation, id(1000), func(r briefing.Record) error {
		count++
		if got, want := r.Value.(*briefing.Annotation).Text, fmt.Sprint("remark ", count); got != want {
			return fmt.Errorf("got %q, want %q", got, want)
		}
		return nil
	})
	if err != nil || count != many {
		t.Errorf("scanned %d of %d: %v", count, many, err)
	}
}

func TestConflictWritesNothing(t *testing.T) {
	v, _ := create(t)
	commit(t, v, briefing.Put(remark(1, "one"), 0))
	commit(t, v, briefing.Put(remark(1, "two"), 1))
	_, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(2, "beside"), 0), briefing.Put(remark(1, "three"), 1)))
	var conflict *briefing.ConflictError
	if !errors.As(err, &conflict) || !errors.Is(err, briefing.ErrConflict) {
		t.Fatalf("got %v, want a conflict", err)
	}
	if conflict.Key != remark(1, "").Key() || conflict.Base != 1 || conflict.Now != 2 {
		t.Errorf("conflict %+v", conflict)
	}
	if got := textOf(t, v, 1); got != "two" {
		t.Errorf("got %q, want the text before", got)
	}
	if _, err := v.Get(t.Context(), remark(2, "").Key()); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("half of the commit was written: %v", err)
	}
	if got := commit(t, v, briefing.Put(remark(1, "three"), 2)); got.Sequence != 3 || got.Touched[0].Revision != 3 {
		t.Errorf("receipt %+v", got)
	}
}

func TestCommitRefuses(t *testing.T) {
	v, _ := create(t)
	other := briefing.Put(remark(1, "one"), 0)
	other.Key.ID = id(2)
	tests := []struct {
		name    string
		changes []briefing.Change
		want    error
	}{
		{"nothing", nil, briefing.ErrInvalid},
		{"an entity twice", []briefing.Change{briefing.Put(remark(1, "a"), 0), briefing.Put(remark(1, "b"), 0)}, briefing.ErrInvalid},
		{"another's key", []briefing.Change{other}, briefing.ErrInvalid},
		{"removing what is not there", []briefing.Change{briefing.Drop(remark(1, "").Key(), 0)}, briefing.ErrNotFound},
	}
	for _, tt := range tests {
		if _, err := v.Commit(t.Context(), commitOf(tt.changes...)); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := v.Commit(canceled, commitOf(briefing.Put(remark(1, "a"), 0))); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: got %v", err)
	}
	if got := commit(t, v, briefing.Put(remark(1, "a"), 0)); got.Sequence != 1 {
		t.Errorf("refused commits took sequences: %d", got.Sequence)
	}
}

func TestHistoryKeepsRemovals(t *testing.T) {
	v, dir := create(t)
	k := remark(1, "").Key()
	commit(t, v, briefing.Put(remark(1, "one"), 0))
	commit(t, v, briefing.Put(remark(2, "beside"), 0))
	commit(t, v, briefing.Put(remark(1, "two"), 1))
	commit(t, v, briefing.Drop(k, 2))
	if _, err := v.Get(t.Context(), k); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("removed, and got %v", err)
	}
	if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "anew"), 0))); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("a removed entity is not new: %v", err)
	}
	commit(t, v, briefing.Put(remark(1, "back"), 3))
	shut(t, v)
	v = open(t, dir)
	records, err := v.Revisions(t.Context(), k)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"one", "two", "", "back"}
	sequences := []uint64{1, 3, 4, 5}
	if len(records) != len(want) {
		t.Fatalf("got %d revisions, want %d", len(records), len(want))
	}
	for i, r := range records {
		text := ""
		if r.Value != nil {
			text = r.Value.(*briefing.Annotation).Text
		}
		if text != want[i] || r.Revision != uint64(i+1) || r.Sequence != sequences[i] {
			t.Errorf("revision %d: got %q at %d.%d, want %q at %d", i+1, text, r.Revision, r.Sequence, want[i], sequences[i])
		}
	}
	if _, err := v.Revisions(t.Context(), remark(9, "").Key()); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("history of nothing: %v", err)
	}
}

func TestCommitsNewestFirst(t *testing.T) {
	v, _ := create(t)
	for i := range 5 {
		commit(t, v, briefing.Put(remark(i+1, "x"), 0))
	}
	c := commitOf(briefing.Drop(remark(5, "").Key(), 1))
	c.Undoes = 5
	if _, err := v.Commit(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	var got []uint64
	err := v.Commits(t.Context(), func(e briefing.Entry) error {
		got = append(got, e.Sequence)
		if e.Sequence == 6 && (e.Undoes != 5 || e.Touched[0] != (briefing.Touch{Key: remark(5, "").Key(), Revision: 2})) {
			t.Errorf("newest entry %+v", e)
		}
		if len(got) == 4 {
			return briefing.ErrStop
		}
		return nil
	})
	if want := []uint64{6, 5, 4, 3}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
}

func TestScanByParentInOrder(t *testing.T) {
	v, _ := create(t)
	for _, n := range []int{3, 1, 2} {
		commit(t, v, briefing.Put(remark(n, fmt.Sprint(n)), 0))
	}
	elsewhere := remark(4, "elsewhere")
	elsewhere.Note = id(2000)
	commit(t, v, briefing.Put(elsewhere, 0))
	commit(t, v, briefing.Drop(remark(2, "").Key(), 1))
	texts := func(parent briefing.ID) (out []string) {
		err := v.Scan(t.Context(), briefing.TableAnnotation, parent, func(r briefing.Record) error {
			out = append(out, r.Value.(*briefing.Annotation).Text)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got, want := texts(id(1000)), []string{"1", "3"}; !slices.Equal(got, want) {
		t.Errorf("under a parent: got %v, want %v", got, want)
	}
	if got, want := texts(briefing.ID{}), []string{"1", "3", "elsewhere"}; !slices.Equal(got, want) {
		t.Errorf("whole table: got %v, want %v", got, want)
	}
	boom := errors.New("boom")
	err := v.Scan(t.Context(), briefing.TableAnnotation, briefing.ID{}, func(briefing.Record) error { return boom })
	if !errors.Is(err, boom) {
		t.Errorf("yield's error: got %v", err)
	}
}

func TestRecordsAreTheReadersOwn(t *testing.T) {
	v, _ := create(t)
	mine := remark(1, "one")
	mine.Tags = []string{"a"}
	commit(t, v, briefing.Put(mine, 0))
	mine.Tags[0] = "changed after the commit"
	r, err := v.Get(t.Context(), mine.Key())
	if err != nil {
		t.Fatal(err)
	}
	r.Value.(*briefing.Annotation).Text = "changed by a reader"
	r, err = v.Get(t.Context(), mine.Key())
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Value.(*briefing.Annotation); got.Text != "one" || got.Tags[0] != "a" {
		t.Errorf("got %q %v", got.Text, got.Tags)
	}
}

func TestReadersBesideAWriter(t *testing.T) {
	v, _ := create(t)
	commit(t, v, briefing.Put(remark(1, "0"), 0), briefing.Put(remark(2, "0"), 0))
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				var texts []string
				err := v.Scan(context.Background(), briefing.TableAnnotation, id(1000), func(r briefing.Record) error {
					texts = append(texts, r.Value.(*briefing.Annotation).Text)
					return nil
				})
				if err != nil || len(texts) != 2 || texts[0] != texts[1] {
					t.Errorf("half a commit seen: %v %v", texts, err)
					return
				}
			}
		})
	}
	for i := range 100 {
		text := fmt.Sprint(i + 1)
		commit(t, v, briefing.Put(remark(1, text), uint64(i+1)), briefing.Put(remark(2, text), uint64(i+1)))
	}
	close(done)
	readers.Wait()
}

func TestClosedVaultRefuses(t *testing.T) {
	v, _ := create(t)
	commit(t, v, briefing.Put(remark(1, "one"), 0))
	shut(t, v)
	shut(t, v)
	if _, err := v.Get(t.Context(), remark(1, "").Key()); err == nil {
		t.Error("a closed vault was read")
	}
	if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "two"), 1))); err == nil {
		t.Error("a closed vault was written")
	}
}

// A folder that was deleted under an open vault: what is then written is not
// called saved, and closing comes back.
func TestFolderDeletedUnderAnOpenVault(t *testing.T) {
	v, dir := create(t)
	commit(t, v, briefing.Put(remark(1, "text"), 0))
	if err := os.RemoveAll(dir); err != nil {
		t.Skipf("the system keeps open files: %v", err)
	}
	if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "more"), 1))); !errors.Is(err, briefing.ErrNotSaved) {
		t.Errorf("commit: got %v, want not saved", err)
	}
	if got := textOf(t, v, 1); got != "text" {
		t.Errorf("reading: %q", got)
	}
	done := make(chan error, 1)
	go func() { done <- v.Close() }()
	select {
	case err := <-done:
		if err == nil {
			t.Error("closed as if nothing had happened")
		}
	case <-time.After(20 * time.Second):
		t.Fatal("closing hangs")
	}
}
