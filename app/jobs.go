package app

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// jobs runs the window's work off the UI goroutine: quick work in order, one
// piece at a time; long work beside it.
type jobs struct {
	// start runs f beside the caller; a test queues it instead.
	start func(f func())
	// timer calls f after d, off the UI goroutine, unless stopped before.
	timer func(d time.Duration, f func()) (stop func() bool)

	mu      sync.Mutex
	queue   []func()
	working bool
	idle    *sync.Cond
	running int      // long jobs
	last    []func() // what to clear away at the end
}

// newJobs runs work on goroutines of its own, or through start where given.
func newJobs(start func(f func())) *jobs {
	if start == nil {
		start = func(f func()) { go f() }
	}
	j := &jobs{start: start, timer: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }}
	j.idle = sync.NewCond(&j.mu)
	return j
}

// inOrder runs work after all that was given before, then done on the UI
// goroutine.
func (j *jobs) inOrder(ctx context.Context, work func(context.Context) error, done func(error)) {
	j.mu.Lock()
	j.queue = append(j.queue, func() {
		err := work(ctx)
		if done != nil {
			fyne.Do(func() { done(err) })
		}
	})
	begin := !j.working
	j.working = true
	j.mu.Unlock()
	if begin {
		j.start(j.empty)
	}
}

// empty works the queue off.
func (j *jobs) empty() {
	for {
		j.mu.Lock()
		if len(j.queue) == 0 {
			j.working = false
			j.idle.Broadcast()
			j.mu.Unlock()
			return
		}
		next := j.queue[0]
		j.queue = j.queue[1:]
		j.mu.Unlock()
		next()
	}
}

// long runs work beside the queue, then done on the UI goroutine. tell hears
// progress there too, at most when whole percents change.
func (j *jobs) long(ctx context.Context, work func(context.Context, briefing.Progress) error, tell func(done, total int), done func(error)) {
	j.mu.Lock()
	j.running++
	j.mu.Unlock()
	last := -1
	progress := func(n, total int) {
		if tell == nil {
			return
		}
		percent := 100 * n / max(total, 1)
		if percent == last {
			return
		}
		last = percent
		fyne.Do(func() { tell(n, total) })
	}
	j.start(func() {
		err := work(ctx, progress)
		fyne.Do(func() { done(err) })
		j.mu.Lock()
		j.running--
		j.idle.Broadcast()
		j.mu.Unlock()
	})
}

// meanwhile has long work show what it has so far: f runs on the UI goroutine.
func (j *jobs) meanwhile(f func()) { fyne.Do(f) }

// later calls f on the UI goroutine after d, unless stopped before.
func (j *jobs) later(d time.Duration, f func()) (stop func()) {
	stopped := false
	halt := j.timer(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		halt()
	}
}

// atEnd has f called when the program ends, after all work.
func (j *jobs) atEnd(f func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.last = append(j.last, f)
}

// end does what was left for the end.
func (j *jobs) end() {
	for _, f := range j.last {
		f()
	}
}

// wait returns when all work given so far is done. It is for the end of the
// program, after the UI goroutine stopped serving.
func (j *jobs) wait() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for j.working || j.running > 0 {
		j.idle.Wait()
	}
}
