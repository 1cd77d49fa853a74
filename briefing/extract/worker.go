package extract

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	"placard/briefing"
	"placard/briefing/child"
	"placard/briefing/extract/pdf"
)

const (
	// restTime is how long a worker waits for the next document: long enough
	// for the files of one import, short enough to give its memory back.
	restTime = 30 * time.Second
	// mostIdle is how many workers may wait.
	mostIdle = 2
	// mostServed is how many documents a worker reads before a fresh one takes
	// its place, whatever its memory looks like.
	mostServed = 100
	// restMemory is the resident memory, in bytes, above which a worker does
	// not wait for more.
	restMemory = memoryLimit / 2
)

// worker is one process of a Child, and the parent's ends of its pipes.
type worker struct {
	cmd     *exec.Cmd
	in, out *os.File
	replies *bufio.Reader
	ended   chan struct{} // closed when the process is gone
	release func()        // what holds it down
	served  int
	resting *time.Timer
}

// startWorker runs a process with two pipes and nothing else open, held to
// memory bytes where the system can do that from without. It gets nothing to
// read before it is held.
func startWorker(path string, args []string, memory int64) (*worker, error) {
	w := &worker{cmd: exec.Command(path, args...), release: func() {}, ended: make(chan struct{})}
	w.cmd.Env = []string{pdf.CacheVariable + "=" + pdf.CacheFolder()}
	if err := w.start(); err != nil {
		return nil, err
	}
	go func() {
		_ = w.cmd.Wait() // what it answered counts, not how it ended
		close(w.ended)
	}()
	release, err := child.Hold(w.cmd.Process, memory)
	if err != nil {
		w.end()
		return nil, err
	}
	w.release = release
	return w, nil
}

// start lays the pipes, which cmd.Wait does not know: it may be waited for
// while its answer is read.
func (w *worker) start() error {
	childIn, in, err := os.Pipe()
	if err != nil {
		return err
	}
	out, childOut, err := os.Pipe()
	if err != nil {
		return errors.Join(err, childIn.Close(), in.Close())
	}
	w.in, w.out, w.replies = in, out, bufio.NewReader(out)
	w.cmd.Stdin, w.cmd.Stdout = childIn, childOut
	err = w.cmd.Start()
	_, _ = childIn.Close(), childOut.Close() // the child has its own
	if err != nil {
		return errors.Join(err, in.Close(), out.Close())
	}
	return nil
}

// answer sends a request and hears the worker out. When ctx ends the process
// ends with it.
func (w *worker) answer(ctx context.Context, q request, progress briefing.Progress) (reply, error) {
	stop := context.AfterFunc(ctx, w.kill)
	defer stop()
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		_ = writeRequest(w.in, q) // a child that stopped reading says why, or is gone
	}()
	w.served++
	r, err := readReplies(w.replies, progress)
	if _, isProblem := asProblem(err); err != nil && !isProblem {
		w.kill()
	}
	<-sent
	return r, err
}

func (w *worker) kill() { _ = w.cmd.Process.Kill() } // one that is gone is as good

// end ends the process and closes the pipes.
func (w *worker) end() {
	w.kill()
	<-w.ended
	w.release()
	_ = w.in.Close()
	_ = w.out.Close()
}

func (w *worker) gone() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// worn tells whether a fresh process should take the worker's place.
func (w *worker) worn() bool {
	resident, err := child.Resident(w.cmd.Process.Pid)
	return w.served >= mostServed || err == nil && resident > restMemory || w.gone()
}

// worker takes one that rests, or starts one.
func (c *Child) worker() (*worker, error) {
	for {
		w := c.rested()
		if w == nil {
			return startWorker(c.path, c.args, c.memory)
		}
		if !w.gone() {
			return w, nil
		}
		w.end()
	}
}

func (c *Child) rested() *worker {
	c.mu.Lock()
	defer c.mu.Unlock()
	last := len(c.idle) - 1
	if last < 0 {
		return nil
	}
	w := c.idle[last]
	c.idle = c.idle[:last]
	w.resting.Stop()
	return w
}

// put lets a worker rest until it is needed or its time is over.
func (c *Child) put(w *worker) {
	if w.worn() || !c.keep(w) {
		w.end()
	}
}

func (c *Child) keep(w *worker) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.idle) >= mostIdle {
		return false
	}
	c.idle = append(c.idle, w)
	w.resting = time.AfterFunc(c.rest, func() { c.dismiss(w) })
	return true
}

// dismiss ends a worker that rests; one that was just taken stays.
func (c *Child) dismiss(w *worker) {
	if c.forget(w) {
		w.end()
	}
}

func (c *Child) forget(w *worker) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, resting := range c.idle {
		if resting == w {
			c.idle = append(c.idle[:i], c.idle[i+1:]...)
			return true
		}
	}
	return false
}

// Close ends the workers that rest. Those at work end with their contexts.
func (c *Child) Close() error {
	for w := c.rested(); w != nil; w = c.rested() {
		w.end()
	}
	return nil
}
