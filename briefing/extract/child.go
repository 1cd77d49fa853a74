package extract

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"time"

	"placard/briefing"
	"placard/briefing/extract/pdf"
)

const (
	// memoryLimit is the resident memory, in bytes, at which a child is ended.
	memoryLimit = 512 << 20
	// timeLimit is how long a child may take for one document.
	timeLimit = 30 * time.Second
	// watchEvery is how often a child's memory is looked at.
	watchEvery = 25 * time.Millisecond
	// graceful is how long a child that was ended may keep its pipes open.
	graceful = 2 * time.Second
)

// Child reads documents in a process of its own, so that a hostile file can
// end nothing but that process. The process gets the document on its standard
// input and has no other file, no argument but its own, and of the environment
// nothing but the folder of compiled code.
type Child struct {
	path   string
	args   []string
	time   time.Duration
	memory int64
}

var _ briefing.Extractor = (*Child)(nil)

// NewChild runs the program at path as the child; extra arguments go before
// ChildFlag.
func NewChild(path string, args ...string) *Child {
	return &Child{path: path, args: append(append([]string(nil), args...), ChildFlag), time: timeLimit, memory: memoryLimit}
}

var (
	errOverTime   = errors.New("child took too long")
	errOverMemory = errors.New("child took too much memory")
)

// Extract runs a child for one document: the Reader's errors, and
// ErrParseTimeout, ErrTooLarge where it took more memory than it may, and
// ErrParseCrashed where it ended without an outcome.
func (c *Child) Extract(ctx context.Context, o briefing.Original, progress briefing.Progress) (*briefing.Recognized, error) {
	o.Name = baseName(o.Name)
	name := o.Name
	if len(o.Data) > maxSource {
		return nil, briefing.ErrTooLarge.Because(nil, "Name", name, "Limit", "64 MB")
	}
	limited, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(c.time, func() { cancel(errOverTime) })
	defer timer.Stop()
	r, err := c.run(limited, cancel, o, progress)
	if err == nil {
		return r, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	switch cause := context.Cause(limited); {
	case errors.Is(cause, errOverTime):
		return nil, briefing.ErrParseTimeout.Because(err, "Name", name, "Seconds", int(c.time.Seconds()))
	case errors.Is(cause, errOverMemory):
		return nil, briefing.ErrTooLarge.Because(err, "Name", name)
	}
	if p, ok := asProblem(err); ok {
		return nil, named(p, name)
	}
	return nil, briefing.ErrParseCrashed.Because(err, "Name", name)
}

// run starts the child, feeds it and hears it out.
func (c *Child) run(ctx context.Context, cancel context.CancelCauseFunc, o briefing.Original, progress briefing.Progress) (*briefing.Recognized, error) {
	cmd := exec.CommandContext(ctx, c.path, c.args...)
	cmd.Env = []string{pdf.CacheVariable + "=" + pdf.CacheFolder()}
	cmd.WaitDelay = graceful
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		_ = feed(stdin, o) // a child that stopped reading has said why
	}()
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		watchMemory(ctx, cmd.Process.Pid, c.memory, func() { cancel(errOverMemory) })
	}()
	r, err := readReplies(stdout, progress)
	if err != nil {
		// What still comes is of no use; a child that hangs on is ended.
		cancel(nil)
	}
	<-sent
	waitErr := cmd.Wait()
	cancel(nil)
	<-watched
	if err == nil && waitErr != nil && !errors.Is(waitErr, context.Canceled) {
		err = waitErr
	}
	return r, err
}

// feed writes the document and closes the pipe, so that the child sees its end.
func feed(stdin io.WriteCloser, o briefing.Original) error {
	err := writeRequest(stdin, o)
	if closed := stdin.Close(); err == nil {
		err = closed
	}
	return err
}
