package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// saved says that all that was typed is durable.
func (s *shell) saved() {
	if s.open == nil {
		return
	}
	if at := s.open.LastSaved(); !at.IsZero() {
		s.savedAt(at)
		return
	}
	s.saveState(s.say("saved.nothing"), widget.LowImportance)
}

// savedAt says when the newest commit became durable.
func (s *shell) savedAt(at time.Time) {
	s.unsaved = false
	s.saveState(s.say("saved.at", "Time", at.Local().Format("15:04:05")), widget.LowImportance)
}

// saving says that something typed is on its way to the disk.
func (s *shell) saving() { s.saveState(s.say("saved.saving"), widget.MediumImportance) }

// notSaved says that what was typed is not saved, why, and that it is kept on
// the screen.
func (s *shell) notSaved(err error) {
	if err == nil {
		return
	}
	s.unsaved = true
	s.saveState(s.say("saved.not", "Why", faultOf(err, s.words).what), widget.DangerImportance)
}

func (s *shell) saveState(text string, weight widget.Importance) {
	if s.frame == nil {
		return
	}
	state := s.frame.header.state
	state.TextStyle = fyne.TextStyle{Bold: weight == widget.DangerImportance}
	state.Importance = weight
	state.SetText(text)
}
