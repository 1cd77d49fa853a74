package app

import (
	"time"

	"fyne.io/fyne/v2"
)

// idleLock is how long nobody may do anything before the vault locks itself,
// unless the settings say otherwise.
const idleLock = 240 * time.Second

// idleMinutes are the waits that Settings offers.
var idleMinutes = []int{1, 2, 4, 10, 20}

// idleLook is how often that is looked at.
const idleLook = 15 * time.Second

// slept is how much longer than idleLook the clock went between two looks when
// the machine was asleep: the sign of it on every system.
const slept = time.Minute

// activity is what changes when somebody works: the toolkit tells of no key
// or movement that a widget does not ask for.
type activity struct {
	shown, block string
	focus        fyne.Focusable
	text         string // selected in the field that has the focus
	cursor       int    // and its cursor
	modals       int
	touched      int
}

// activity reads what there is to see now.
func (s *shell) activity() activity {
	a := activity{shown: s.shown, block: s.block, modals: len(s.dialogs), touched: s.touched}
	a.focus = s.window.Canvas().Focused()
	if e, ok := a.focus.(interface {
		SelectedText() string
		CursorTextOffset() int
	}); ok {
		a.text, a.cursor = e.SelectedText(), e.CursorTextOffset()
	}
	return a
}

// touch notes that somebody did something.
func (s *shell) touch() { s.touched++ }

// clock is the time on the wall: the toolkit's stands still while the machine
// sleeps.
func (s *shell) clock() time.Time { return s.now().Round(0) }

// watch locks the vault once nothing happened for the time set, or the machine
// slept. A demo has no passphrase to come back with, and long work and speakers
// are waited for.
func (s *shell) watch() {
	last, since, looked, desk := s.activity(), s.clock(), s.clock(), s.open
	var look func()
	look = func() {
		if desk != s.open || desk == nil {
			return // another session
		}
		now := s.clock()
		if a := s.activity(); a != last || s.busy > 0 || s.speaking() {
			last, since = a, now
		}
		if (now.Sub(since) >= s.prefs.idle() || now.Sub(looked) > idleLook+slept) && !s.isDemo() {
			since = now
			s.lock()
		}
		looked = now
		s.jobs.later(idleLook, look)
	}
	s.jobs.later(idleLook, look)
}

// speaking tells whether somebody speaks from the screen: the timer runs, or
// the room fills the screen. Locking then would take the words away.
func (s *shell) speaking() bool {
	p, ok := s.pages[pageRoom].(*roomPage)
	return ok && (p.timer.runs() || s.shown == pageRoom && s.window.FullScreen())
}

// toggleFullScreen fills the screen with the window, or takes it back.
// The outline goes with it: a full screen is for reading and speaking.
func (s *shell) toggleFullScreen() {
	full := !s.window.FullScreen()
	s.window.SetFullScreen(full)
	if s.frame != nil {
		s.frame.showOutline(!full)
	}
}

// left locks the vault because the system says that its user goes.
func (s *shell) left() {
	if s.locks() {
		s.lock()
	}
}

// isDemo tells whether the open vault is for trying out.
func (s *shell) isDemo() bool { return s.Demo || s.held.settings.Demo }

// closeDialogs takes every dialog off the window: they hold words too.
func (s *shell) closeDialogs() {
	overlays := s.window.Canvas().Overlays()
	for top := overlays.Top(); top != nil; top = overlays.Top() {
		overlays.Remove(top)
	}
	s.dialogs = nil
}
