package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"placard/briefing"
)

// small mounts a disk of some megabytes, or skips.
func small(t *testing.T, megabytes int, kind string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("needs root on Linux to mount a small disk")
	}
	dir := t.TempDir()
	args := []string{"-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", megabytes), "none", dir}
	if kind == "ext4" {
		image := filepath.Join(t.TempDir(), "disk")
		if err := os.WriteFile(image, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(image, int64(megabytes)<<20); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command("mkfs.ext4", "-q", "-F", "-m", "0", image).CombinedOutput(); err != nil {
			t.Skipf("no ext4 here: %s", said)
		}
		args = []string{"-o", "loop", image, dir}
	}
	if said, err := exec.Command("mount", args...).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %s", said)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
	return dir
}

// fillUp edits a vault until the disk is full, lets others fill what is left,
// and goes on trying; it ends well if nothing but an ordinary error came.
func fillUp(ctx context.Context, dir string, said io.Writer) error {
	vaults, err := childVaults()
	if err != nil {
		return err
	}
	vaults.refuges = []string{os.Getenv(envRefuge)}
	v, err := vaults.Open(ctx, dir, passphrase)
	if err != nil {
		return err
	}
	n := 0
	for err == nil {
		text := string(randomBytes(40<<10)) + fmt.Sprint(n)
		if _, err = v.Commit(ctx, commitOf(briefing.Put(remark(n+1, text), 0))); err == nil {
			n++
		}
	}
	if !errors.Is(err, briefing.ErrDiskFull) {
		return fmt.Errorf("after %d commits: %w", n, err)
	}
	fmt.Fprintln(said, n)
	if err := fillDisk(filepath.Join(filepath.Dir(dir), "filler")); err != nil {
		return err
	}
	for range 3 {
		if _, err := v.Commit(ctx, commitOf(briefing.Put(remark(9000, "kept for later"), 0))); !errors.Is(err, briefing.ErrDiskFull) {
			return fmt.Errorf("on a full disk: %w", err)
		}
	}
	if err := v.Close(); err != nil {
		return err
	}
	if v, err = vaults.Open(ctx, dir, passphrase); err != nil {
		return fmt.Errorf("reopen: %w", err)
	}
	if err := v.(briefing.Restricted).Restriction(); !errors.Is(err, briefing.ErrDiskFull) {
		return fmt.Errorf("restriction: %w", err)
	}
	for k := 1; k <= n; k++ {
		if _, err := v.Get(ctx, remark(k, "").Key()); err != nil {
			return fmt.Errorf("read %d of %d: %w", k, n, err)
		}
	}
	if _, err := v.Commit(ctx, commitOf(briefing.Put(remark(9001, "this too"), 0))); !errors.Is(err, briefing.ErrDiskFull) {
		return fmt.Errorf("commit when open for reading: %w", err)
	}
	return v.Close()
}

// fillDisk writes until there is no byte left.
func fillDisk(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	for size := 1 << 20; size > 0; size /= 2 {
		for err == nil {
			_, err = f.Write(make([]byte, size))
		}
		err = nil
	}
	return f.Close()
}

// A disk of 48 MB is filled while somebody edits: the program never dies, says
// that the disk is full, reads on, opens for reading, and what could not be
// saved is saved once there is room.
func TestFullDiskWhileEditing(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"tmpfs", "ext4"}[:min(2, loops(t, 2, 1))] {
		t.Run(kind, func(t *testing.T) {
			where, refuge := small(t, 48, kind), t.TempDir()
			dir := filepath.Join(where, "vault")
			created, err := testVaults(t).Create(t.Context(), dir, passphrase)
			if err != nil {
				t.Fatal(err)
			}
			shut(t, created.Vault)
			cmd := child(t, "fill", dir, envRefuge+"="+refuge)
			var said strings.Builder
			cmd.Stdout = &said
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v after %q", err, said.String())
			}
			var saved int
			if _, err := fmt.Sscan(said.String(), &saved); err != nil || saved < 20 {
				t.Errorf("%d commits went in before the disk was full", saved)
			}
			if err := os.Remove(filepath.Join(where, "filler")); err != nil {
				t.Fatal(err)
			}
			vaults := testVaults(t)
			vaults.refuges = []string{refuge}
			v, err := vaults.Open(t.Context(), dir, passphrase)
			if err != nil {
				t.Fatal(err)
			}
			if v.(briefing.Restricted).Restriction() != nil {
				t.Skip("what the vault itself takes leaves no room here") // the tables grew into the gate
			}
			if got := v.(briefing.Rescued).Rescued(); got.Saved != 3 { // the one that met the gate, and two more
				t.Errorf("made good %+v", got)
			}
			if got := textOf(t, v, 9000) + textOf(t, v, 9001); got != "kept for laterthis too" {
				t.Errorf("got %q", got)
			}
			shut(t, v)
			t.Logf("%s: %d commits of 40 KB, then full; 0 deaths", kind, saved)
		})
	}
}

// What an emergency file holds is not put over what was saved since.
func TestStaleEmergencyFileIsKept(t *testing.T) {
	v, dir := create(t)
	commit(t, v, briefing.Put(remark(1, "first"), 0))
	vt := v.(*vault)
	vt.disk = &fullDisk{disk: osDisk{}}
	vt.room.disk = vt.disk
	if _, err := v.Commit(t.Context(), commitOf(briefing.Put(remark(1, "unsaved"), 1))); !errors.Is(err, briefing.ErrDiskFull) {
		t.Fatalf("got %v", err)
	}
	names, err := listed(filepath.Join(dir, unsavedDir), unsavedExt)
	if err != nil || len(names) != 1 {
		t.Fatalf("emergency files: %v, %v", names, err)
	}
	kept, err := os.ReadFile(names[0])
	if err != nil || strings.Contains(string(kept), "unsaved") {
		t.Errorf("the emergency file is not sealed: %v", err)
	}
	vt.room.disk = osDisk{}
	commit(t, v, briefing.Put(remark(1, "saved after all"), 1))
	if !missing(names[0]) {
		t.Error("the emergency file outlived its reason")
	}
	if err := os.WriteFile(names[0], kept, 0o600); err != nil {
		t.Fatal(err)
	}
	shut(t, v)
	v = open(t, dir)
	if got := v.(briefing.Rescued).Rescued(); got.Kept != 1 || got.Saved != 0 || textOf(t, v, 1) != "saved after all" {
		t.Errorf("%+v, %q", got, textOf(t, v, 1))
	}
	shut(t, v)
}

// A failed act on many is kept until the last of it is saved: saving one says
// nothing of the others.
func TestEmergencyFileOfManyStaysForTheRest(t *testing.T) {
	v, dir := create(t)
	commit(t, v, briefing.Put(remark(1, "first"), 0), briefing.Put(remark(2, "second"), 0))
	vt := v.(*vault)
	vt.room.disk = &fullDisk{disk: osDisk{}}
	both := commitOf(briefing.Put(remark(1, "unsaved"), 1), briefing.Put(remark(2, "unsaved too"), 1))
	if _, err := v.Commit(t.Context(), both); !errors.Is(err, briefing.ErrDiskFull) {
		t.Fatalf("got %v", err)
	}
	vt.room.disk = osDisk{}
	left := func() int {
		names, err := listed(filepath.Join(dir, unsavedDir), unsavedExt)
		if err != nil {
			t.Fatal(err)
		}
		return len(names)
	}
	commit(t, v, briefing.Put(remark(1, "saved after all"), 1))
	if left() != 1 {
		t.Error("the words of the second went with the first")
	}
	commit(t, v, briefing.Put(remark(2, "saved after all"), 1))
	if left() != 0 {
		t.Error("the emergency file outlived its reason")
	}
	shut(t, v)
}

// fullDisk has no room.
type fullDisk struct{ disk }

func (fullDisk) free(string) (int64, error) { return 0, nil }
