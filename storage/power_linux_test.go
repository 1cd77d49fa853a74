package storage

import (
	"bufio"
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// ext4Shutdown is EXT4_IOC_SHUTDOWN; noFlush leaves to the disk what is on it:
// nothing that was only in memory arrives any more, as when the power goes.
const (
	ext4Shutdown = 0x8004587d
	noFlush      = 2
)

// cutPower cuts the power of a file system.
func cutPower(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(unix.IoctlSetPointerInt(int(f.Fd()), ext4Shutdown, noFlush), f.Close())
}

// powered is an ext4 file system in a file.
type powered struct{ image, dir string }

func newPowered(t *testing.T) *powered {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("needs root to cut the power of a file system")
	}
	p := &powered{image: filepath.Join(t.TempDir(), "disk"), dir: t.TempDir()}
	if err := errors.Join(os.WriteFile(p.image, nil, 0o600), os.Truncate(p.image, 1<<30)); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("mkfs.ext4", "-q", "-F", p.image).CombinedOutput(); err != nil {
		t.Skipf("no ext4 here: %s", said)
	}
	p.mount(t)
	t.Cleanup(func() { exec.Command("umount", "-l", p.dir).Run() })
	return p
}

func (p *powered) mount(t *testing.T) {
	t.Helper()
	if said, err := exec.Command("mount", "-o", "loop", p.image, p.dir).CombinedOutput(); err != nil {
		t.Skipf("a disk cannot be mounted here: %s", said)
	}
}

func (p *powered) umount(t *testing.T) {
	t.Helper()
	for range 100 {
		if exec.Command("umount", p.dir).Run() == nil {
			return
		}
		wait(20 * time.Millisecond)
	}
	t.Fatal("the disk stays busy")
}

// wait lets time pass.
func wait(d time.Duration) { <-time.After(d) }

// TestPowerCutLosesNothing cuts the power while a vault is edited: what was
// acknowledged before is there.
func TestPowerCutLosesNothing(t *testing.T) {
	t.Parallel()
	p := newPowered(t)
	dir := filepath.Join(p.dir, "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	cuts := loops(t, 200, 2)
	var total, last uint64
	for n := range cuts {
		acknowledged := editAndCut(t, p, dir, uint64(1+rand.IntN(520)))
		p.umount(t)
		p.mount(t)
		v := open(t, dir)
		now := newestCommit(t, v)
		if now < last+acknowledged {
			t.Fatalf("cut %d: %d acknowledged after %d, only %d are there", n+1, acknowledged, last, now)
		}
		checkGroups(t, v)
		shut(t, v)
		last, total = now, total+acknowledged
		if n%10 == 9 { // or the disk fills
			t.Logf("%d power cuts, %d acknowledged edits so far", n+1, total)
			last = anew(t, dir)
		}
	}
	t.Logf("%d power cuts, %d acknowledged edits, 0 lost", cuts, total)
}

// editAndCut lets a child edit until it acknowledged so many commits, then
// cuts the power; what it says later does not count.
func editAndCut(t *testing.T, p *powered, dir string, edits uint64) (acknowledged uint64) {
	t.Helper()
	cmd := child(t, "edit", dir)
	var said bytes.Buffer // it ends with an error: the disk is gone
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); acknowledged < edits && lines.Scan(); {
		if _, err := strconv.ParseUint(lines.Text(), 10, 64); err == nil {
			acknowledged++
		}
	}
	if err := cutPower(p.dir); err != nil {
		t.Skipf("the power cannot be cut here: %v", err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	if acknowledged < edits {
		t.Errorf("the child ended after %d of %d edits: %s", acknowledged, edits, said.String())
	}
	return acknowledged
}
