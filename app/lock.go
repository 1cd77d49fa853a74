package app

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// lock takes every word off the window at once, saves what was typed, closes
// the vault and asks for the passphrase again. Work that is under way ends:
// what it would have written is written whole or not at all.
func (s *shell) lock() {
	if s.open == nil || s.covered {
		return
	}
	s.closeDialogs()
	s.keepSplits()
	s.part()
	s.cover()
	s.clip.clearNow()
	s.jobs.inOrder(context.Background(), func(context.Context) error { return nil }, func(error) {
		if s.unsaved {
			s.askUnsaved()
			return
		}
		s.shut()
	})
}

// cover shows nothing but that the vault is being locked.
func (s *shell) cover(more ...fyne.CanvasObject) {
	s.covered = true
	s.window.SetTitle(s.say("window.title"))
	s.window.Canvas().Unfocus()
	title := heading(s.say("lock.locking"))
	title.Alignment = fyne.TextAlignCenter
	body := container.NewVBox(append([]fyne.CanvasObject{title}, more...)...)
	s.root.Objects = []fyne.CanvasObject{newGround(colorPanel, container.NewCenter(atLeastWide(420, body)))}
	s.root.Refresh()
	s.menuShown = ""
	s.window.SetMainMenu(fyne.NewMainMenu(s.lockedMenu()))
}

// askUnsaved asks before words go that could not be saved. They stay covered
// until somebody says that they are there.
func (s *shell) askUnsaved() {
	stay := newButton(s.say("window.cancel"), s.uncover)
	lock := newMainButton(s.say("command.lock"), s.shut)
	s.cover(section(s.say("window.unsaved.title")), prose(s.say("lock.unsaved")),
		container.NewHBox(layout.NewSpacer(), stay, lock))
	s.focus(stay)
}

// uncover shows the open vault again.
func (s *shell) uncover() {
	s.covered = false
	s.root.Objects = []fyne.CanvasObject{s.frame.object()}
	s.root.Refresh()
	s.frame.header.reload()
	s.setMenu()
}

// shut closes the vault. Where main starts the program anew, the window closes
// too: that is how the keys and words leave the memory for certain. Else it
// goes back to the start page.
func (s *shell) shut() {
	if s.open == nil {
		return // asked for twice
	}
	desk, deaf := s.open, s.deaf
	s.jobs.inOrder(context.Background(), func(context.Context) error {
		deaf()
		return desk.Close()
	}, func(err error) {
		if err != nil {
			slog.Error("close the vault", "code", codeOf(err))
		}
		if s.Restarts {
			s.locked = true
			s.prefs.keepWindowSize(s.window.Canvas().Size())
			s.window.Close()
		}
	})
	s.stop()
	s.session = newSession()
	if !s.Restarts {
		s.window.SetTitle(s.say("window.title"))
		s.showStart()
	}
}
