package extract

import (
	"context"
	"errors"
	"image"
	"sync"
	"time"

	"placard/briefing"
	"placard/briefing/child"
)

const (
	// memoryLimit is the resident memory, in bytes, at which a child is ended.
	memoryLimit = 512 << 20
	// timeLimit is how long a child may take for one document.
	timeLimit = 30 * time.Second
)

// Child reads documents in a process of its own, so that a hostile file can
// end nothing but that process. The process gets the document on its standard
// input and has no other file, no argument but its own, and of the environment
// nothing but the folder of compiled code. One that did its work waits a while
// for the next document. A Child is safe for concurrent use.
type Child struct {
	path   string
	args   []string
	time   time.Duration
	memory int64
	rest   time.Duration // how long a process waits for the next document

	mu   sync.Mutex
	idle []*worker
}

var (
	_ briefing.Extractor    = (*Child)(nil)
	_ briefing.PagePictures = (*Child)(nil)
)

// NewChild runs the program at path as the child; extra arguments go before
// ChildFlag.
func NewChild(path string, args ...string) *Child {
	return &Child{
		path: path, args: append(append([]string(nil), args...), ChildFlag),
		time: timeLimit, memory: memoryLimit, rest: restTime,
	}
}

var (
	errOverTime   = errors.New("child took too long")
	errOverMemory = errors.New("child took too much memory")
)

// Extract has a child read one document: the Reader's errors, and
// ErrParseTimeout, ErrTooLarge where it took more memory than it may, and
// ErrParseCrashed where it ended without an outcome.
func (c *Child) Extract(ctx context.Context, o briefing.Original, progress briefing.Progress) (*briefing.Recognized, error) {
	r, err := c.ask(ctx, request{Original: o}, progress)
	if err != nil {
		return nil, err
	}
	if r.Result == nil {
		return nil, briefing.ErrParseCrashed.Because(errBadReply, "Name", baseName(o.Name))
	}
	return r.Result.recognized(), nil
}

// PagePicture has a child draw a page; its errors are those of the Reader's
// and of Extract.
func (c *Child) PagePicture(ctx context.Context, o briefing.Original, page, width int) (image.Image, error) {
	r, err := c.ask(ctx, request{Original: o, picture: &pictureRequest{Page: page, Width: width}}, nil)
	if err != nil {
		return nil, err
	}
	if r.Picture == nil || r.Picture.Width != width {
		return nil, briefing.ErrParseCrashed.Because(errBadReply, "Name", baseName(o.Name))
	}
	return r.Picture.image(), nil
}

// ask gives a request to a worker under the limits and says as a problem why
// there was no outcome.
func (c *Child) ask(ctx context.Context, q request, progress briefing.Progress) (reply, error) {
	q.Name = baseName(q.Name)
	if len(q.Data) > maxSource {
		return reply{}, briefing.ErrTooLarge.Because(nil, "Name", q.Name, "Limit", "64 MB")
	}
	limited, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(c.time, func() { cancel(errOverTime) })
	defer timer.Stop()
	r, err := c.work(limited, cancel, q, progress)
	if err == nil {
		return r, nil
	}
	if ctx.Err() != nil {
		return reply{}, ctx.Err()
	}
	switch cause := context.Cause(limited); {
	case errors.Is(cause, errOverTime):
		return reply{}, briefing.ErrParseTimeout.Because(err, "Name", q.Name, "Seconds", int(c.time.Seconds()))
	case errors.Is(cause, errOverMemory):
		return reply{}, briefing.ErrTooLarge.Because(errors.Join(errOverMemory, err), "Name", q.Name)
	}
	if p, ok := asProblem(err); ok {
		return reply{}, named(p, q.Name)
	}
	return reply{}, briefing.ErrParseCrashed.Because(err, "Name", q.Name)
}

// work lets a worker answer, watched. One that answered, if only with a
// problem, may rest; any other is ended.
func (c *Child) work(ctx context.Context, cancel context.CancelCauseFunc, q request, progress briefing.Progress) (reply, error) {
	w, err := c.worker()
	if err != nil {
		return reply{}, err
	}
	watching, unwatch := context.WithCancel(ctx)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		child.WatchMemory(watching, w.cmd.Process.Pid, c.memory, func() { cancel(errOverMemory) })
	}()
	r, err := w.answer(ctx, q, progress)
	unwatch()
	<-watched
	if _, isProblem := asProblem(err); ctx.Err() == nil && (err == nil || isProblem) {
		c.put(w)
	} else {
		w.end()
	}
	return r, err
}
