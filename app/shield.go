package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// shield lies over a page that has just appeared and takes the second click
// of a double click: people double click what opens something, and whatever
// stands at that place on the new page must not hear it.
type shield struct {
	widget.BaseWidget
	s    *shell
	stop func()
}

var (
	_ fyne.Tappable          = (*shield)(nil)
	_ fyne.SecondaryTappable = (*shield)(nil)
)

func newShield(s *shell) *shield {
	sh := &shield{s: s, stop: func() {}}
	sh.ExtendBaseWidget(sh)
	sh.Hide()
	return sh
}

// raise shields the page for as long as a double click may take.
func (sh *shield) raise() {
	sh.stop()
	sh.Show()
	sh.stop = sh.s.jobs.later(fyne.CurrentApp().Driver().DoubleTapDelay(), sh.Hide)
}

// Tapped takes the click.
func (sh *shield) Tapped(*fyne.PointEvent) {}

// TappedSecondary takes the click.
func (sh *shield) TappedSecondary(*fyne.PointEvent) {}

// CreateRenderer draws nothing.
func (sh *shield) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
