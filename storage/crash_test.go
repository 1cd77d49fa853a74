package storage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"placard/briefing"
)

// envChild names the vault that a child edits until it is killed; envCrash
// sets how many kills there are.
const (
	envChild = "PLACARD_STORAGE_CHILD"
	envCrash = "PLACARD_CRASH"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == ChildFlag {
		os.Exit(ServeChild(context.Background(), os.Stdin, os.Stdout))
	}
	if dir := os.Getenv(envChild); dir != "" {
		if err := editForEver(context.Background(), dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// editForEver opens the vault, edits it and says each sequence once it is
// acknowledged; now and then it closes and opens it again. Each commit writes
// the same text to two remarks, small or large.
func editForEver(ctx context.Context, dir string, acknowledged io.Writer) error {
	vaults := New(Options{KDF: cheap})
	for {
		v, err := vaults.Open(ctx, dir, passphrase)
		if err != nil {
			return err
		}
		for range 5 + rand.IntN(40) {
			base, err := revisionOf(ctx, v, 1)
			if err != nil {
				return err
			}
			text := strings.Repeat(strconv.FormatUint(base+1, 10)+" ", 1+rand.IntN(20))
			if rand.IntN(50) == 0 { // more than one transaction of Badger holds
				text = strings.Repeat(text+string(randomBytes(600<<10)), 2)
			}
			receipt, err := v.Commit(ctx, commitOf(briefing.Put(remark(1, text), base), briefing.Put(remark(2, text), base)))
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintln(acknowledged, receipt.Sequence); err != nil {
				return err
			}
		}
		if err := v.Close(); err != nil {
			return err
		}
	}
}

func revisionOf(ctx context.Context, v briefing.Vault, n int) (uint64, error) {
	r, err := v.Get(ctx, remark(n, "").Key())
	if errors.Is(err, briefing.ErrNotFound) {
		return 0, nil
	}
	return r.Revision, err
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = 'a' + byte(rand.IntN(26))
	}
	return b
}

// TestKilledProcessLosesNothing kills a process that edits at random moments,
// while it opens and closes too, and holds what the vault then has against
// what was acknowledged.
func TestKilledProcessLosesNothing(t *testing.T) {
	kills := killCount(t)
	v, dir := create(t)
	shut(t, v)
	var total, last uint64
	for n := range kills {
		acknowledged := editAndKill(t, dir, n%4 == 0)
		v := open(t, dir)
		newest := newestCommit(t, v)
		if newest < acknowledged || newest < last {
			t.Fatalf("%d acknowledged, %d before, %d there", acknowledged, last, newest)
		}
		checkPairs(t, v, newest)
		total += newest - last
		last = newest
		shut(t, v)
	}
	t.Logf("%d kills, %d commits, none lost", kills, total)
	report, err := testVaults(t).Check(t.Context(), dir, passphrase, nil)
	if err != nil || len(report.Problems) > 0 || report.Commits != last || report.Revisions != int(2*last) {
		t.Errorf("check afterwards: %+v, %v", report, err)
	}
}

func killCount(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv(envCrash)); err == nil {
		return n
	}
	if testing.Short() || raceDetector {
		return 20
	}
	return 25
}

// editAndKill lets a child edit for a while and kills it: soon after it began,
// while it opens the vault, or soon after its first commit. It returns the
// last sequence that the child said was acknowledged.
func editAndKill(t *testing.T, dir string, opening bool) (last uint64) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), envChild+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	after := time.Duration(rand.IntN(100)) * time.Millisecond
	kill := func() { child.Process.Kill() }
	if opening {
		time.AfterFunc(after, kill)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if last == 0 && !opening {
			time.AfterFunc(after, kill)
		}
		if n, err := strconv.ParseUint(lines.Text(), 10, 64); err == nil {
			last = n
		}
	}
	if err := child.Wait(); child.ProcessState.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
	return last
}

func newestCommit(t *testing.T, v briefing.Vault) (newest uint64) {
	t.Helper()
	err := v.Commits(t.Context(), func(e briefing.Entry) error {
		newest = e.Sequence
		return briefing.ErrStop
	})
	if err != nil {
		t.Fatal(err)
	}
	return newest
}

// checkPairs holds that no commit is half there, and that every one is.
func checkPairs(t *testing.T, v briefing.Vault, commits uint64) {
	t.Helper()
	for n := 1; n <= 2 && commits > 0; n++ {
		if got, err := revisionOf(t.Context(), v, n); err != nil || got != commits {
			t.Fatalf("remark %d at revision %d after %d commits: %v", n, got, commits, err)
		}
	}
	if commits > 0 && textOf(t, v, 1) != textOf(t, v, 2) {
		t.Fatal("half a commit is there")
	}
}
