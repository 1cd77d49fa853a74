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
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"placard/briefing"
)

// envChild names the vault that a child works on until it is killed, envRole
// what it does there, envReal that the key is derived at its real cost.
const (
	envChild  = "PLACARD_STORAGE_CHILD"
	envRole   = "PLACARD_STORAGE_ROLE"
	envRefuge = "PLACARD_STORAGE_REFUGE"
	envReal   = "PLACARD_STORAGE_REAL"
)

// roles are what a child may be asked to do.
var roles = map[string]func(ctx context.Context, dir string, said io.Writer) error{
	"work": workForEver,
	"edit": editForEver,
	"fill": fillUp,
}

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == ChildFlag {
		os.Exit(ServeChild(context.Background(), os.Stdin, os.Stdout))
	}
	if dir := os.Getenv(envChild); dir != "" {
		if err := roles[os.Getenv(envRole)](context.Background(), dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// loops is how often a loop goes round: all of it in "make crash", which sets
// PLACARD_CRASH to "whole" or to a number; else a sample.
func loops(t *testing.T, whole, sample int) int {
	t.Helper()
	set := os.Getenv("PLACARD_CRASH")
	if n, err := strconv.Atoi(set); err == nil {
		return n
	}
	switch {
	case set == "whole":
		return whole
	case testing.Short() || raceDetector:
		return max(1, sample/4)
	}
	return sample
}

// sparsely is the step through a loop of every operation: 1 in "make crash".
func sparsely(t *testing.T, sample int) int {
	t.Helper()
	if os.Getenv("PLACARD_CRASH") != "" {
		return 1
	}
	return sample
}

// childVaults are what a child opens vaults with. It looks through them in
// children of its own, as the program does.
func childVaults() (*Vaults, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	vaults := New(Options{Self: self})
	vaults.refuges = nil
	if os.Getenv(envReal) == "" {
		vaults.kdf = cheap
	}
	return vaults, nil
}

// child runs this program in a role.
func child(t *testing.T, role, dir string, env ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), envChild+"="+dir, envRole+"="+role), env...)
	cmd.Stderr = os.Stderr
	return cmd
}

// editForEver edits a vault and says each sequence once it is acknowledged.
// Each commit writes the same text to two remarks, small or large.
func editForEver(ctx context.Context, dir string, acknowledged io.Writer) error {
	vaults, err := childVaults()
	if err != nil {
		return err
	}
	v, err := vaults.Open(ctx, dir, passphrase)
	for err == nil {
		err = edit(ctx, v, acknowledged)
	}
	return err
}

func edit(ctx context.Context, v briefing.Vault, acknowledged io.Writer) error {
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
	_, err = fmt.Fprintln(acknowledged, receipt.Sequence)
	return err
}

// workForEver does all that people do with a vault, over and over: it opens
// it, edits, imports, exports, backs up, restores the backup elsewhere, and
// closes it.
func workForEver(ctx context.Context, dir string, acknowledged io.Writer) error {
	vaults, err := childVaults()
	for err == nil {
		err = workOnce(ctx, vaults, dir, acknowledged)
	}
	return err
}

func workOnce(ctx context.Context, vaults *Vaults, dir string, acknowledged io.Writer) error {
	v, err := vaults.Open(ctx, dir, passphrase)
	if err != nil {
		return err
	}
	for range 5 + rand.IntN(40) {
		switch n := rand.IntN(60); {
		case n < 50:
			err = edit(ctx, v, acknowledged)
		case n < 55:
			err = importNote(ctx, v, acknowledged)
		case n < 58:
			err = briefing.NewDesk(briefing.Ports{Vault: v}).Everything(ctx, func(briefing.Dump) error { return nil })
		default:
			err = backAndForth(ctx, vaults, v, dir)
		}
		if err != nil {
			return err
		}
	}
	return v.Close()
}

// asksOfNote is how many asks each imported note has.
const asksOfNote = 30

// importNote saves a note as an import does: all of it in one commit.
func importNote(ctx context.Context, v briefing.Vault, acknowledged io.Writer) error {
	number := 10_000 + rand.IntN(1<<30)
	note := &briefing.Note{ID: id(number), Symbol: fmt.Sprint("LC/", number)}
	changes := []briefing.Change{
		briefing.Put(note, 0),
		briefing.Put(&briefing.Text{Note: note.ID, Blocks: []briefing.Block{{ID: "b", Text: "text"}}}, 0),
		briefing.Put(&briefing.File{Note: note.ID, Bytes: randomBytes(50 << 10)}, 0),
	}
	for n := range asksOfNote {
		changes = append(changes, briefing.Put(&briefing.Ask{ID: id(n + 1), Note: note.ID, Code: fmt.Sprint(n)}, 0))
	}
	receipt, err := v.Commit(ctx, commitOf(changes...))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(acknowledged, receipt.Sequence)
	return err
}

// backAndForth backs the vault up and restores that beside it.
func backAndForth(ctx context.Context, vaults *Vaults, v briefing.Vault, dir string) error {
	report, err := v.(briefing.Backer).Backup(ctx, filepath.Join(filepath.Dir(dir), "backup.age"), nil)
	if err != nil {
		return err
	}
	to := filepath.Join(filepath.Dir(dir), "restored")
	if !missing(filepath.Join(to, keyFileName)) {
		if err := os.RemoveAll(to); err != nil {
			return err
		}
	}
	_, err = vaults.Restore(ctx, report.Path, to, passphrase, nil)
	return err
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
		b[i] = byte('a' + rand.IntN(26))
	}
	return b
}

// TestKilledProcessLosesNothing kills a process at any moment of its work: what
// it acknowledged is there, nothing is there by halves, the vault opens in
// three seconds, and so does what was being backed up or restored.
func TestKilledProcessLosesNothing(t *testing.T) {
	t.Parallel()
	v, dir := create(t)
	shut(t, v)
	killed(t, dir, loops(t, 1000, 8), "")
}

// The same at the real cost of deriving the key.
func TestKilledProcessWithRealKeys(t *testing.T) {
	if os.Getenv("PLACARD_CRASH") == "" {
		t.Skip("seconds and 256 MiB for each kill: in make crash only")
	}
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := New(Options{Log: testVaults(t).log}).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	killed(t, dir, loops(t, 50, 1), envReal+"=1")
}

func killed(t *testing.T, dir string, kills int, env string) {
	t.Helper()
	var total, last uint64
	var slowest time.Duration
	for n := range kills {
		newest, commits := workAndKill(t, dir, n%4 == 0, env)
		begun := time.Now()
		v := open(t, dir)
		slowest = max(slowest, time.Since(begun))
		if r := v.(briefing.Recovered).Recovery(); r != nil {
			t.Fatalf("kill %d: repaired: %+v", n+1, r)
		}
		if now := newestCommit(t, v); now < max(newest, last) {
			t.Fatalf("kill %d: acknowledged up to %d, only %d are there", n+1, max(newest, last), now)
		} else {
			last = now
		}
		total += commits
		checkGroups(t, v)
		shut(t, v)
		checkRestored(t, dir, n)
		if n%50 == 49 && n+1 < kills {
			t.Logf("%d kills, %d acknowledged commits so far", n+1, total)
			last = anew(t, dir)
		}
	}
	report, err := testVaults(t).Check(t.Context(), dir, passphrase, nil)
	if err != nil || len(report.Problems) > 0 || report.Commits != last {
		t.Errorf("check afterwards: %+v, %v", report, err)
	}
	t.Logf("%d kills, %d acknowledged commits, 0 lost, 0 by halves; slowest opening %v", kills, total, slowest.Round(time.Millisecond))
}

// anew puts a new vault in the place of one that has grown, with the costs of a
// test, and returns its last sequence.
func anew(t *testing.T, dir string) (last uint64) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	return 0
}

// workAndKill lets a child work for a while and kills it: soon after it began,
// while it opens the vault, or after some commits. It returns the last sequence
// that the child said was acknowledged, and how many it said.
func workAndKill(t *testing.T, dir string, opening bool, env string) (last, said uint64) {
	t.Helper()
	cmd := child(t, "work", dir, env)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	after := time.Duration(rand.IntN(120)) * time.Millisecond
	if !opening && rand.IntN(3) == 0 {
		after *= 10 // far enough for a backup
	}
	kill := func() { cmd.Process.Kill() }
	if opening {
		time.AfterFunc(after, kill)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if said == 0 && !opening {
			time.AfterFunc(after, kill)
		}
		if n, err := strconv.ParseUint(lines.Text(), 10, 64); err == nil {
			last = n
			said++
		}
	}
	if err := cmd.Wait(); cmd.ProcessState.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
	return last, said
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

// checkGroups holds that no commit is half there.
func checkGroups(t *testing.T, v briefing.Vault) {
	t.Helper()
	first, err := revisionOf(t.Context(), v, 1)
	second, err2 := revisionOf(t.Context(), v, 2)
	if err := errors.Join(err, err2); err != nil || first != second {
		t.Fatalf("half an edit is there: revisions %d and %d, %v", first, second, err)
	}
	if first > 0 && textOf(t, v, 1) != textOf(t, v, 2) {
		t.Fatal("half an edit is there")
	}
	count := func(table briefing.Table) (n int) {
		err := v.Scan(t.Context(), table, briefing.ID{}, func(briefing.Record) error { n++; return nil })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	notes := count(briefing.TableNote)
	if count(briefing.TableText) != notes || count(briefing.TableFile) != notes || count(briefing.TableAsk) != asksOfNote*notes {
		t.Fatalf("of %d notes there are %d texts, %d files, %d asks", notes, count(briefing.TableText), count(briefing.TableFile), count(briefing.TableAsk))
	}
}

// checkRestored holds that what a kill left of a backup or a restore is whole
// or counts as nothing: the next try succeeds.
func checkRestored(t *testing.T, dir string, n int) {
	t.Helper()
	made, to := filepath.Join(filepath.Dir(dir), "backup.age"), filepath.Join(filepath.Dir(dir), "restored")
	if n%10 != 0 || missing(made) || os.Getenv(envReal) != "" {
		return
	}
	if !missing(filepath.Join(to, keyFileName)) {
		v := open(t, to)
		checkGroups(t, v)
		shut(t, v)
		if err := os.RemoveAll(to); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := beside(made); err != nil || len(names) == 0 {
		return // killed between the backup and its identity file
	}
	restore(t, made, to, passphrase)
	v := open(t, to)
	checkGroups(t, v)
	shut(t, v)
}
