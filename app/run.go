package app

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// Run shows the window and returns when it is closed and all that was typed
// is saved. again tells that a vault was locked: the caller starts the program
// anew, with the folder in dir.
func Run(c Config) (dir string, again bool) {
	s := newShell(c, nil)
	s.window.Resize(s.prefs.windowSize())
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.quit)
	s.window.SetOnDropped(s.dropped)
	if c.Away != nil {
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		s.jobs.start(func() { c.Away(ctx, func() { fyne.Do(s.left) }) })
	}
	s.showStart()
	s.window.ShowAndRun()
	s.finish()
	return s.VaultDir, s.locked
}

// quit saves what is open, then closes the window.
func (s *shell) quit() {
	s.prefs.keepWindowSize(s.window.Canvas().Size())
	s.keepSplits()
	s.settle(s.say("command.quit"), s.window.Close)
}

// settle has every page save what it holds, and then goes on. Where something
// could not be saved it asks first: the words are still on the screen.
func (s *shell) settle(name string, then func()) {
	s.part()
	s.jobs.inOrder(context.Background(), func(context.Context) error { return nil }, func(error) {
		if s.unsaved {
			s.confirm(s.say("window.unsaved.title"), s.say("window.unsaved"), name, then)
			return
		}
		then()
	})
}

// finish saves what is still unsaved when the toolkit no longer serves, and
// closes the vault.
func (s *shell) finish() {
	defer s.jobs.end()
	s.part()
	s.jobs.wait()
	s.clip.clearNow()
	if s.open == nil {
		return
	}
	if err := s.open.Close(); err != nil {
		slog.Error("close the vault", "code", codeOf(err))
	}
}

// dropped imports the files that were dropped on the window: a workbook is an
// answer of capital's, anything else a document.
func (s *shell) dropped(_ fyne.Position, uris []fyne.URI) {
	if s.open == nil || s.inDialog() {
		return
	}
	var documents []string
	for _, uri := range uris {
		if isAnswer(uri.Path()) {
			s.importAnswer(uri.Path())
			return
		}
		documents = append(documents, uri.Path())
	}
	s.importFiles(documents)
}

// enter opens the window on a vault.
func (s *shell) enter(v briefing.Vault, demo bool) {
	s.stop()
	s.session = newSession()
	s.open = s.Desk(v)
	s.Demo = demo
	s.listen(s.open)
	s.window.Canvas().Unfocus()
	s.frame = newFrame(s)
	s.root.Objects = []fyne.CanvasObject{s.frame.object()}
	s.root.Refresh()
	s.setMenu()
	s.watch()
	s.show(pageLibrary)
	s.sayOlder(v)
	s.showOpened()
	s.refreshThen(func() {
		if len(s.held.notes) == 1 {
			s.openNote(s.held.notes[0].ID, "")
		}
		s.offerReviews()
	})
}
