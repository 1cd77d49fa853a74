package app

import (
	"context"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// undoTyping is a field that keeps what was typed into it since it was last
// saved: Undo goes there first. It tells whether there was anything to take
// back.
type undoTyping interface {
	undoTyping() bool
	redoTyping() bool
}

// undo takes back typing in the field that has the focus, else the newest act
// of the vault.
func (s *shell) undo() {
	if f, ok := s.window.Canvas().Focused().(undoTyping); ok && f.undoTyping() {
		return
	}
	s.takeBack("undone", (*briefing.Desk).Undo)
}

// redo brings back what undo took.
func (s *shell) redo() {
	if f, ok := s.window.Canvas().Focused().(undoTyping); ok && f.redoTyping() {
		return
	}
	s.takeBack("redone", (*briefing.Desk).Redo)
}

func (s *shell) takeBack(said string, what func(*briefing.Desk, context.Context) (briefing.Act, error)) {
	if s.open == nil || s.inDialog() {
		return
	}
	s.leave()
	desk := s.open
	var done briefing.Act
	s.quick(func(ctx context.Context) (err error) {
		done, err = what(desk, ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.frame.strip.note(s.say("window."+said, "Act", done.Say(s.words)))
	})
}

func (s *shell) undoTitle() string {
	if s.held.undo == nil {
		return s.say("command.undo")
	}
	return s.say("command.undo_act", "Act", s.held.undo.Say(s.words))
}

func (s *shell) redoTitle() string {
	if s.held.redo == nil {
		return s.say("command.redo")
	}
	return s.say("command.redo_act", "Act", s.held.redo.Say(s.words))
}

// copyQuotation puts the selected phrase, or the whole block, on the
// clipboard with its number first.
func (s *shell) copyQuotation() {
	d := s.dossier()
	if d == nil {
		return
	}
	b := d.Text.Block(s.block)
	if b == nil {
		return
	}
	start, end := s.phrase()
	text := d.Text.Quotation(b, start, end, s.words)
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.frame.strip.note(s.say("window.copied"))
}
