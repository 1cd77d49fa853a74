package storage

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
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
	acknowledged, reported := session(t, d, dir)
	if d.count < n {
		return true
	}
	if acknowledged == sessionCommits && reported == nil {
		t.Logf("operation %d failed unnoticed and harmlessly", n)
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
	if got := int(r.Revision) - 1; got < acknowledged || got > acknowledged+1 {
		t.Errorf("operation %d (for good: %v): %d acknowledged, %d there", n, forever, acknowledged, got)
	}
	return false
}

const sessionCommits = 3

// session opens a vault on d, commits, rotating the journal at each commit,
// and closes it. It returns how many commits were acknowledged.
func session(t *testing.T, d disk, dir string) (acknowledged int, reported error) {
	t.Helper()
	vaults := testVaults(t)
	vaults.disk = d
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
