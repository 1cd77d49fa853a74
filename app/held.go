package app

import (
	"context"
	"errors"

	"placard/briefing"
)

// held is what the window shows everywhere, read from the store at one moment.
type held struct {
	note       briefing.ID // the open note; zero for none
	settings   briefing.Settings
	notes      []*briefing.Note
	dossier    *briefing.Dossier
	undo, redo *briefing.Act // nil for nothing
}

// read reads what the window shows, with the note that is open.
func (h *held) read(ctx context.Context, d *briefing.Desk) (err error) {
	if h.settings, err = d.Settings(ctx); err != nil {
		return err
	}
	if h.notes, err = d.Notes(ctx); err != nil {
		return err
	}
	h.dossier = nil
	if !h.note.IsZero() {
		h.dossier, err = d.Dossier(ctx, h.note)
	}
	if errors.Is(err, briefing.ErrNotFound) { // an import that was undone
		h.note, err = briefing.ID{}, nil
	}
	if err != nil {
		return err
	}
	if h.undo, err = act(d.UndoAct(ctx)); err != nil {
		return err
	}
	h.redo, err = act(d.RedoAct(ctx))
	return err
}

// act is nil where there is nothing to take back.
func act(a briefing.Act, err error) (*briefing.Act, error) {
	if errors.Is(err, briefing.ErrNothingToUndo) || errors.Is(err, briefing.ErrNothingToRedo) {
		return nil, nil
	}
	return &a, err
}

// refresh reads the store and shows it. Calls that come while a reading is
// under way are served by one more.
func (s *shell) refresh() { s.refreshThen(nil) }

// refreshThen calls then once the reading is shown.
func (s *shell) refreshThen(then func()) {
	if s.reading && then == nil {
		s.again = true
		return
	}
	s.reading = true
	asked, desk := s.held.note, s.open
	fresh := held{note: asked}
	s.quick(func(ctx context.Context) error { return fresh.read(ctx, desk) }, func(err error) {
		s.reading = false
		if err != nil {
			s.fail(err)
			return
		}
		if s.held.note == asked { // else another note was opened meanwhile
			s.swap(fresh)
		}
		if then != nil {
			then()
		}
		if s.again {
			s.again = false
			s.refresh()
		}
	})
}

// swap shows a new reading everywhere at once.
func (s *shell) swap(fresh held) {
	s.held = fresh
	if fresh.note.IsZero() && s.shown == pageNote {
		s.show(pageLibrary)
	}
	s.frame.reload()
	s.setMenu()
	if p := s.pages[s.shown]; p != nil {
		p.reload()
	}
}

// openNote opens a note and, where one is given, selects a block of it.
func (s *shell) openNote(id briefing.ID, block string) { s.openNoteThen(id, block, func() {}) }

// openNoteThen calls then once the note is shown.
func (s *shell) openNoteThen(id briefing.ID, block string, then func()) {
	if s.held.note == id && s.held.dossier != nil {
		s.show(pageNote)
		s.selectBlock(block)
		then()
		return
	}
	s.leave()
	s.held.note, s.held.dossier, s.block = id, nil, ""
	s.refreshThen(func() {
		if s.held.dossier == nil {
			return
		}
		s.show(pageNote)
		if block == "" {
			block = firstParagraph(s.held.dossier.Text)
		}
		s.selectBlock(block)
		then()
	})
}

func firstParagraph(t *briefing.Text) string {
	for _, b := range t.Blocks {
		if b.Kind == briefing.KindParagraph {
			return b.ID
		}
	}
	return ""
}
