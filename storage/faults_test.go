package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"placard/briefing"
)

var errInjected = errors.New("injected")

// faultyDisk fails the n-th operation that changes something, or that one and
// all after it.
type faultyDisk struct {
	disk
	mu      sync.Mutex
	count   int
	failAt  int
	forever bool
	err     error
}

func (d *faultyDisk) fails() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.count++
	if d.count == d.failAt || d.forever && d.count > d.failAt && d.failAt > 0 {
		return d.err
	}
	return nil
}

func (d *faultyDisk) open(name string, flag int) (file, error) {
	if err := d.fails(); err != nil {
		return nil, err
	}
	f, err := d.disk.open(name, flag)
	if err != nil {
		return nil, err
	}
	return &faultyFile{file: f, disk: d}, nil
}

func (d *faultyDisk) mkdir(name string) error {
	return errors.Join(d.fails(), d.disk.mkdir(name))
}

func (d *faultyDisk) rename(from, to string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.disk.rename(from, to)
}

func (d *faultyDisk) remove(name string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.disk.remove(name)
}

func (d *faultyDisk) syncDir(name string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.disk.syncDir(name)
}

func (d *faultyDisk) lock(name string) (io.Closer, error) {
	if err := d.fails(); err != nil {
		return nil, err
	}
	return d.disk.lock(name)
}

// faultyFile writes half of what it is given when it fails.
type faultyFile struct {
	file
	disk *faultyDisk
}

func (f *faultyFile) WriteAt(p []byte, off int64) (int, error) {
	if err := f.disk.fails(); err != nil {
		n, _ := f.file.WriteAt(p[:len(p)/2], off)
		return n, err
	}
	return f.file.WriteAt(p, off)
}

func (f *faultyFile) Sync() error {
	return errors.Join(f.disk.fails(), f.file.Sync())
}

func (f *faultyFile) Truncate(size int64) error {
	if err := f.disk.fails(); err != nil {
		return err
	}
	return f.file.Truncate(size)
}

// TestEveryOperationFails fails the n-th operation on the disk, once and for
// good, for every n until nothing fails any more: no acknowledged commit is
// lost, every one that was not is reported, and the vault opens afterwards.
func TestEveryOperationFails(t *testing.T) {
	if testing.Short() {
		t.Skip("looked at whole in the run without the race detector")
	}
	t.Parallel()
	seed, dir := create(t)
	commit(t, seed, briefing.Put(remark(1, "before"), 0))
	shut(t, seed)
	for _, forever := range []bool{false, true} {
		for n := 1; ; n++ {
			if failing(t, copyVault(t, dir), n, forever) {
				if n < 10 {
					t.Errorf("only %d operations seen", n)
				}
				break
			}
		}
	}
}

// failing runs a session with a disk that fails at n and tells whether nothing
// failed.
func failing(t *testing.T, dir string, n int, forever bool) (clean bool) {
	t.Helper()
	d := &faultyDisk{disk: osDisk{}, failAt: n, forever: forever, err: errInjected}
	said := &warnings{}
	acknowledged, reported := session(t, d, dir, said)
	if d.count < n {
		return true
	}
	if acknowledged == sessionCommits && reported == nil && said.count() == 0 {
		t.Errorf("operation %d (for good: %v) failed, and nobody was told", n, forever)
	}
	v, err := testVaults(t).Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatalf("operation %d (for good: %v): cannot open afterwards: %v", n, forever, err)
	}
	defer shut(t, v)
	r, err := v.Get(t.Context(), remark(1, "").Key())
	if err != nil {
		t.Fatal(err)
	}
	// What failed may be there even so, made good from its emergency file.
	if got := int(r.Revision) - 1; got < acknowledged || got > acknowledged+1 {
		t.Errorf("operation %d (for good: %v): %d acknowledged, %d there", n, forever, acknowledged, got)
	}
	if report := v.(briefing.Recovered).Recovery(); report != nil && report.Lost() > 0 {
		t.Errorf("operation %d (for good: %v): lost %+v", n, forever, report)
	}
	return false
}

// warnings counts what is logged as a warning.
type warnings struct{ n atomic.Int64 }

func (w *warnings) count() int64 { return w.n.Load() }

// Enabled for warnings.
func (w *warnings) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelWarn }

// Handle counts.
func (w *warnings) Handle(context.Context, slog.Record) error {
	w.n.Add(1)
	return nil
}

// WithAttrs is the same counter.
func (w *warnings) WithAttrs([]slog.Attr) slog.Handler { return w }

// WithGroup is the same counter.
func (w *warnings) WithGroup(string) slog.Handler { return w }

const sessionCommits = 3

// session opens a vault on d, commits, rotating the journal at each commit,
// and closes it. It returns how many commits were acknowledged.
func session(t *testing.T, d disk, dir string, said slog.Handler) (acknowledged int, reported error) {
	t.Helper()
	vaults := testVaults(t)
	vaults.disk, vaults.log = d, slog.New(said)
	opened, err := vaults.Open(t.Context(), dir, passphrase)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err := opened.Close(); err != nil {
			reported = err
		}
	}()
	opened.(*vault).journal.limit = oneRecord
	base := uint64(1)
	for range sessionCommits {
		receipt, err := opened.Commit(t.Context(), commitOf(briefing.Put(remark(1, fmt.Sprint(base)), base)))
		if err != nil {
			reported = err
			continue
		}
		base = receipt.Touched[0].Revision
		acknowledged++
	}
	return acknowledged, reported
}

func TestCreateFails(t *testing.T) {
	for n := 1; ; n++ {
		dir := filepath.Join(t.TempDir(), "vault")
		vaults := testVaults(t)
		d := &faultyDisk{disk: osDisk{}, failAt: n, err: errInjected}
		vaults.disk = d
		created, err := vaults.Create(t.Context(), dir, passphrase)
		if err == nil {
			shut(t, created.Vault)
			if d.count < n {
				return
			}
			continue
		}
		again, err := testVaults(t).Create(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatalf("operation %d failed and left a folder that cannot be used: %v", n, err)
		}
		shut(t, again.Vault)
	}
}

// TestEveryOperationOfBackupFails does the same with backing up and restoring:
// a failure is reported, a backup that was there stays whole, the vault too.
func TestEveryOperationOfBackupFails(t *testing.T) {
	t.Parallel()
	v, dir, _ := worked(t)
	where := t.TempDir()
	name := filepath.Join(where, "b.age")
	backup(t, v, name)
	shut(t, v)
	want := exported(t, open(t, copyVault(t, dir)))
	for n := 1; ; n += sparsely(t, 9) {
		d := &faultyDisk{disk: osDisk{}, failAt: n, err: errInjected}
		vaults := testVaults(t)
		vaults.disk = d
		v, err := vaults.Open(t.Context(), dir, passphrase)
		if err == nil {
			_, err = v.(briefing.Backer).Backup(t.Context(), name, nil)
			err = errors.Join(err, v.Close())
		}
		to := filepath.Join(t.TempDir(), "again")
		_, restoreErr := vaults.Restore(t.Context(), name, to, passphrase, nil)
		if restoreErr != nil {
			if !missing(filepath.Join(to, keyFileName)) {
				t.Errorf("operation %d: a vault that was not wholly restored: %v", n, restoreErr)
			}
			restore(t, name, to, passphrase)
		}
		back := open(t, to)
		if got := exported(t, back); got != want {
			t.Errorf("operation %d: %v: the export differs", n, err)
		}
		shut(t, back)
		if d.count < n {
			break
		}
	}
	if left, err := filepath.Glob(filepath.Join(where, "*.new")); err != nil || len(left) > 0 {
		t.Logf("left behind: %v", left)
	}
}

// TestInjectedSyncFailure lets the system itself fail a sync, as a check on
// the disk that tests put in between.
func TestInjectedSyncFailure(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	v, dir := create(t)
	shut(t, v)
	for _, when := range []string{"5", "12", "30"} {
		before := open(t, dir)
		last := newestCommit(t, before)
		shut(t, before)
		cmd := exec.Command(strace, "-f", "-qq", "-o", os.DevNull, "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when="+when+"+", os.Args[0])
		cmd.Env = append(os.Environ(), envChild+"="+dir, envRole+"=edit")
		said, err := cmd.Output()
		if err == nil {
			t.Skip("strace may not trace here")
		}
		v := open(t, dir)
		if got := newestCommit(t, v); got < last+uint64(bytes.Count(said, []byte("\n"))) {
			t.Errorf("sync %s on: %d acknowledged after %d, only %d there", when, bytes.Count(said, []byte("\n")), last, got)
		}
		checkGroups(t, v)
		shut(t, v)
	}
}

func TestFaultsHaveTheirNames(t *testing.T) {
	tests := []struct {
		cause error
		want  *briefing.Problem
	}{
		{syscall.ENOSPC, briefing.ErrDiskFull},
		{syscall.EROFS, briefing.ErrReadOnly},
		{syscall.EACCES, briefing.ErrReadOnly},
		{syscall.EIO, briefing.ErrNotSaved},
	}
	for _, tt := range tests {
		v, _ := create(t)
		vt := v.(*vault)
		d := &faultyDisk{disk: osDisk{}, err: tt.cause}
		vt.journal.file = &faultyFile{file: vt.journal.file, disk: d}
		d.failAt = d.count + 1
		if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "x"), 0))); !errors.Is(err, tt.want) {
			t.Errorf("%v while writing: got %v, want %v", tt.cause, err, tt.want)
		}
		if got := commit(t, v, briefing.Put(remark(1, "x"), 0)); got.Sequence != 1 {
			t.Errorf("%v: a failed write took sequence %d", tt.cause, got.Sequence)
		}
		d.failAt = d.count + 2 // the sync
		if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "y"), 1))); !errors.Is(err, tt.want) {
			t.Errorf("%v while syncing: got %v, want %v", tt.cause, err, tt.want)
		}
		if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "y"), 1))); !errors.Is(err, briefing.ErrNotSaved) {
			t.Errorf("%v: after a failed sync got %v, want not saved", tt.cause, err)
		}
		if got := textOf(t, v, 1); got != "x" {
			t.Errorf("%v: reading after a failed sync: %q", tt.cause, got)
		}
	}
}
