// Package child runs one process that reads what is foreign, so that a hostile
// file can end nothing but that process, and watches what it takes. What such
// a process is asked and answers is its caller's.
package child

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"time"
)

// watchEvery is how often a process's memory is looked at.
const watchEvery = 25 * time.Millisecond

// graceful is how long a process that was ended may keep its pipes open.
const graceful = 2 * time.Second

// The reasons why a process was ended.
var (
	ErrOverTime   = errors.New("child took too long")
	ErrOverMemory = errors.New("child took too much memory")
)

// Limits of one run.
type Limits struct {
	Time   time.Duration
	Memory int64 // resident bytes
}

// Run starts the program at path with one argument and an empty environment,
// gives it the bytes on its standard input and hands its output to hear, which
// must read it to its end. ErrOverTime, ErrOverMemory, the context's error, or
// hear's, or that of a process that failed.
func (l Limits) Run(ctx context.Context, path, flag string, in io.Reader, hear func(io.Reader) error) error {
	limited, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(l.Time, func() { cancel(ErrOverTime) })
	defer timer.Stop()
	err := run(limited, cancel, l.Memory, command(limited, path, flag, in), hear)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if cause := context.Cause(limited); errors.Is(cause, ErrOverTime) || errors.Is(cause, ErrOverMemory) {
		return cause
	}
	return err
}

func command(ctx context.Context, path, flag string, in io.Reader) *exec.Cmd {
	cmd := exec.CommandContext(ctx, path, flag)
	cmd.Env = []string{}
	cmd.Stdin, cmd.WaitDelay = in, graceful
	return cmd
}

func run(ctx context.Context, cancel context.CancelCauseFunc, memory int64, cmd *exec.Cmd, hear func(io.Reader) error) error {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	release, err := Hold(cmd.Process, memory)
	if err != nil {
		_ = cmd.Process.Kill() // it must not read what nothing holds it from
		return errors.Join(err, cmd.Wait())
	}
	defer release()
	watching, unwatch := context.WithCancel(ctx)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		WatchMemory(watching, cmd.Process.Pid, memory, func() { cancel(ErrOverMemory) })
	}()
	heard := hear(out)
	if heard != nil {
		_ = cmd.Process.Kill() // what still comes is of no use
	}
	ended := cmd.Wait()
	unwatch()
	<-watched
	if heard != nil {
		return heard
	}
	return ended
}
