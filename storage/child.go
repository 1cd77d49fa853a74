package storage

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"placard/briefing"
)

// ChildFlag is the argument with which main has ServeChild serve.
const ChildFlag = "--child=check"

// childSilence is how long a child may say nothing before it counts as stuck.
const childSilence = 2 * time.Minute

// The tasks of a child.
const (
	taskCheck   = "check"
	taskRebuild = "rebuild"
)

var errChild = errors.New("child ended without an answer")

// order is what a child is asked to do. It comes on the child's standard input
// and nowhere else: it holds the keys.
type order struct {
	Task   string
	Dir    string
	Vault  []byte
	Key    []byte // the data key
	Backup string // the identity that opens snapshots
	// Database tells a rebuild to take the database into account.
	Database bool
	// Older tells a rebuild that the vault is of the version From.
	Older bool
	From  int
}

// answer is a line of a child's standard output: how far it is, or the last
// word.
type answer struct {
	Done, Total int
	Final       bool
	Check       briefing.CheckReport
	Rebuild     briefing.RebuildReport
	Problem     *briefing.Problem
}

// ask has an order carried out, in a child process where there is one:
// errChild where it ended without an answer.
func (v *Vaults) ask(ctx context.Context, o order, u *unlocked, progress briefing.Progress) (answer, error) {
	o.Vault, o.Key, o.Backup = u.keys.id[:], u.dataKey, u.backup.String()
	if v.self == "" {
		return v.obey(ctx, o, progress)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	cmd := exec.CommandContext(ctx, v.self, ChildFlag)
	cmd.Env = []string{"SYSTEMROOT=" + os.Getenv("SYSTEMROOT")} // Windows starts nothing without
	cmd.WaitDelay = time.Second
	in, err := cmd.StdinPipe()
	if err != nil {
		return answer{}, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return answer{}, err
	}
	if err := cmd.Start(); err != nil {
		return answer{}, fmt.Errorf("%w: %w", errChild, err)
	}
	err = errors.Join(json.NewEncoder(in).Encode(o), in.Close())
	a, heard := hear(out, progress, func() { stop(errChild) })
	waited := cmd.Wait()
	switch {
	case context.Cause(ctx) != nil && !errors.Is(context.Cause(ctx), errChild):
		return answer{}, context.Cause(ctx)
	case !heard:
		return answer{}, fmt.Errorf("%w: %w", errChild, errors.Join(err, waited))
	case a.Problem != nil:
		return answer{}, a.Problem
	}
	return a, nil
}

// hear reads answers until the last; stuck is called after a long silence.
func hear(out io.Reader, progress briefing.Progress, stuck func()) (a answer, ok bool) {
	watch := time.AfterFunc(childSilence, stuck)
	defer watch.Stop()
	for d := json.NewDecoder(bufio.NewReader(out)); ; {
		a = answer{}
		if d.Decode(&a) != nil {
			return a, false
		}
		if a.Final {
			return a, true
		}
		watch.Reset(childSilence)
		progress.Tell(a.Done, a.Total)
	}
}

// ServeChild does what the order on in says and writes answers to out. It is
// the whole of a child process: what ends it, ends nothing else.
func ServeChild(ctx context.Context, in io.Reader, out io.Writer) int {
	var o order
	if err := json.NewDecoder(in).Decode(&o); err != nil {
		return 2
	}
	e := json.NewEncoder(out)
	last := time.Time{}
	a, err := New(Options{}).obey(ctx, o, func(done, total int) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			_ = e.Encode(answer{Done: done, Total: total})
		}
	})
	a.Final = true
	if err != nil {
		a.Problem = toldProblem(err)
	}
	if err := e.Encode(a); err != nil {
		return 1
	}
	return 0
}

// toldProblem is an error as it crosses to the parent, without its cause: that
// may name paths.
func toldProblem(err error) *briefing.Problem {
	if p, ok := errors.AsType[*briefing.Problem](openProblem(err)); ok {
		return p.Because(nil, p.Args...)
	}
	return briefing.ErrVaultDamaged
}

// obey does what an order says.
func (v *Vaults) obey(ctx context.Context, o order, progress briefing.Progress) (a answer, err error) {
	if len(o.Vault) != len(vaultID{}) {
		return answer{}, errOrder
	}
	keys, err := newRing(o.Key, vaultID(o.Vault))
	if err != nil {
		return answer{}, err
	}
	defer keys.wipe()
	switch o.Task {
	case taskCheck:
		a.Check, err = v.look(ctx, o.Dir, keys, progress)
	case taskRebuild:
		a.Rebuild, err = v.salvage(ctx, o, keys, progress)
	default:
		err = errOrder
	}
	return a, err
}
