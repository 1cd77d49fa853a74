package storage

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"placard/briefing"
)

// BenchmarkCommit is an edit of a paragraph: the median and the slowest of a
// hundred.
func BenchmarkCommit(b *testing.B) {
	v, _ := create(b)
	text := written(1, 1)
	var took []time.Duration
	for base := uint64(0); b.Loop(); base++ {
		begun := time.Now()
		commit(b, v, briefing.Put(remark(1, text), base))
		took = append(took, time.Since(begun))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

func BenchmarkGet(b *testing.B) {
	v, _ := create(b)
	for n := range 1000 {
		commit(b, v, briefing.Put(remark(n+1, written(n+1, 1)), 0))
	}
	n := 0
	for b.Loop() {
		textOf(b, v, n%1000+1)
		n++
	}
}

// library is a vault of 100 notes with 200 paragraphs each, their documents,
// and a position on every fourth.
func library(b *testing.B) string {
	b.Helper()
	v, dir := create(b)
	for n := range 100 {
		note := &briefing.Note{ID: id(n + 1), Symbol: fmt.Sprintf("LC/%d", n)}
		text := &briefing.Text{Note: note.ID}
		for p := range 200 {
			text.Blocks = append(text.Blocks, briefing.Block{
				ID: fmt.Sprint(p), Kind: briefing.KindParagraph, Label: fmt.Sprint(p + 1), Text: written(n, p) + written(p, n) + written(p, p),
			})
		}
		changes := []briefing.Change{briefing.Put(note, 0), briefing.Put(text, 0), briefing.Put(&briefing.File{Note: note.ID, Bytes: randomBytes(200 << 10)}, 0)}
		for p := range 50 {
			position := &briefing.Position{ID: id(1000*n + p + 1), Note: note.ID, Subject: briefing.Subject{Kind: briefing.OnParagraph, Block: fmt.Sprint(4 * p)}, Stance: "S"}
			changes = append(changes, briefing.Put(position, 0))
		}
		commit(b, v, changes...)
	}
	shut(b, v)
	return dir
}

// BenchmarkOpenLibrary is opening after the key is derived: in order, and
// after a kill, when the vault is looked through first.
func BenchmarkOpenLibrary(b *testing.B) {
	dir := library(b)
	b.Run("in order", func(b *testing.B) {
		for b.Loop() {
			v := open(b, dir)
			b.StopTimer()
			shut(b, v)
			b.StartTimer()
		}
	})
	b.Run("after a kill", func(b *testing.B) {
		for b.Loop() {
			if err := os.Remove(filepath.Join(dir, markerName)); err != nil {
				b.Fatal(err)
			}
			v := open(b, dir)
			b.StopTimer()
			shut(b, v)
			b.StartTimer()
		}
	})
}

func BenchmarkBackup(b *testing.B) {
	v := open(b, library(b))
	to := b.TempDir()
	for b.Loop() {
		if _, err := v.(briefing.Backer).Backup(b.Context(), filepath.Join(to, "b.age"), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheckGigabyte looks through a vault with 1 GB in its journal; once
// is enough.
func BenchmarkCheckGigabyte(b *testing.B) {
	if testing.Short() {
		b.Skip("makes 2 GB of files; not with -short")
	}
	v, dir := create(b)
	text := randomBytes(1 << 20)
	for n := range 1024 {
		text[0] = byte(n)
		commit(b, v, briefing.Put(&briefing.File{Note: id(n + 1), Bytes: text}, 0))
	}
	v.(*vault).suspect.Store(true) // closes without a snapshot of a gigabyte
	shut(b, v)
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	vaults := New(Options{KDF: cheap, Log: slog.New(slog.DiscardHandler), Self: self})
	for b.Loop() {
		report, err := vaults.Check(context.Background(), dir, passphrase, nil)
		if err != nil || len(report.Problems) > 0 || report.Entities != 1024 {
			b.Fatalf("%+v, %v", report, err)
		}
	}
}
