package app

import (
	"context"

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
	if p := s.ownUndo(); p != nil {
		p.undo()
		return
	}
	s.takeBack("undone", (*briefing.Desk).Undo)
}

// redo brings back what undo took.
func (s *shell) redo() {
	if f, ok := s.window.Canvas().Focused().(undoTyping); ok && f.redoTyping() {
		return
	}
	if p := s.ownUndo(); p != nil {
		p.redo()
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

// undoing is a page whose work is not in the vault yet and has acts of its own
// to take back: the vault's wait meanwhile. Acts are nil where there is none.
type undoing interface {
	owns() bool // whether it has such work now
	undoAct() *briefing.Act
	redoAct() *briefing.Act
	undo()
	redo()
}

// ownUndo is the shown page where it takes its own acts back; nil for none.
func (s *shell) ownUndo() undoing {
	if p, ok := s.pages[s.shown].(undoing); ok && p.owns() {
		return p
	}
	return nil
}

// undoAct is what Undo would take back; nil for nothing.
func (s *shell) undoAct() *briefing.Act {
	if p := s.ownUndo(); p != nil {
		return p.undoAct()
	}
	return s.held.undo
}

// redoAct is what Redo would bring back; nil for nothing.
func (s *shell) redoAct() *briefing.Act {
	if p := s.ownUndo(); p != nil {
		return p.redoAct()
	}
	return s.held.redo
}

func (s *shell) undoTitle() string {
	if act := s.undoAct(); act != nil {
		return s.say("command.undo_act", "Act", act.Say(s.words))
	}
	return s.say("command.undo")
}

func (s *shell) redoTitle() string {
	if act := s.redoAct(); act != nil {
		return s.say("command.redo_act", "Act", act.Say(s.words))
	}
	return s.say("command.redo")
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
	s.clip.put(text)
	s.frame.strip.note(s.say("window.copied"))
}
