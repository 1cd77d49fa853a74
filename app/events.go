package app

import (
	"fyne.io/fyne/v2"

	"placard/briefing"
)

// listen subscribes the window to a desk, once: what a commit changed is heard
// on the UI goroutine after it is durable.
func (s *shell) listen(d *briefing.Desk) {
	s.deaf = d.Listen(func(e briefing.Event) {
		fyne.Do(func() { s.committed(e) })
	})
}

// committed shows that a commit is durable and brings the window up to date,
// once for all the commits that come together.
func (s *shell) committed(e briefing.Event) {
	if s.open == nil {
		return // locked meanwhile
	}
	s.savedAt(e.At)
	s.refresh()
}
