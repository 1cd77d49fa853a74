package app

import (
	"context"
	"errors"
	"time"

	"placard/briefing"
)

// patience is how long work runs before it shows a number and Cancel.
const patience = time.Second

// run does long work in the background and done on the UI goroutine. Over a
// second it shows title, a number and Cancel; cancelled work ends without a
// word, and done is told context.Canceled.
func (s *shell) run(title string, work func(context.Context, briefing.Progress) error, done func(error)) {
	session := s.ctx
	ctx, cancel := context.WithCancel(session)
	now := task{title: title, cancel: cancel}
	s.busy++
	stop := s.jobs.later(patience, func() {
		now.late = true
		s.tell(&now)
	})
	s.jobs.long(ctx, work, func(n, total int) {
		now.done, now.total = n, total
		s.tell(&now)
	}, func(err error) {
		stop()
		cancel()
		if session != s.ctx {
			return
		}
		s.busy--
		if now.late && s.frame != nil {
			s.frame.strip.hide()
		}
		if errors.Is(err, context.Canceled) {
			s.note(s.say("window.cancelled"))
		}
		done(err)
	})
}

// beside does work that nobody waits for, as drawing a page, in the background
// and done on the UI goroutine; nothing is done for a vault that was locked
// meanwhile.
func (s *shell) beside(work func(context.Context) error, done func(error)) {
	session := s.ctx
	s.jobs.long(session, func(ctx context.Context, _ briefing.Progress) error { return work(ctx) }, nil, func(err error) {
		if session == s.ctx {
			done(err)
		}
	})
}

// task is long work as the strip tells of it.
type task struct {
	title       string
	done, total int
	late        bool
	cancel      context.CancelFunc
}

func (s *shell) tell(t *task) {
	if t.late && s.frame != nil {
		s.frame.strip.show(t.title, t.done, t.total, t.cancel)
	}
}

// note says the last thing done at the bottom of the window.
func (s *shell) note(text string) {
	if s.frame != nil {
		s.frame.strip.note(text)
	}
}
