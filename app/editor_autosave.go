package app

import (
	"context"
	"errors"
	"time"

	"placard/briefing"
)

// autosaveAfter is how long after the last key a text is saved by itself.
const autosaveAfter = 2 * time.Second

// keeper saves drafts: some time after the last key, at once when asked. It
// lives on the UI goroutine; the store's work goes through the shell.
type keeper struct {
	s *shell
	// after calls f on the UI goroutine once the time is over, unless it is
	// stopped before.
	after func(d time.Duration, f func()) (stop func())
	stop  func()
	// settled is called when a draft was saved, failed or began to clash.
	settled func(*draft)
}

// slot is what the next save of a draft stands on. Saves are written in
// order, each on the one before, without waiting for its answer: so nothing
// typed while a save is under way is in its way. Only store work touches it.
type slot struct {
	id     briefing.ID
	base   uint64
	failed error // of the last save
}

// written is a save's answer: the position as it is now, its revision and the
// newest commit.
type written struct {
	position *briefing.Position
	revision uint64
	upto     uint64
}

func newKeeper(s *shell, settled func(*draft)) *keeper {
	return &keeper{s: s, after: s.jobs.later, settled: settled}
}

// typed starts the clock again after a key.
func (k *keeper) typed(d *draft) {
	k.hold()
	if d.dirty() {
		k.stop = k.after(autosaveAfter, func() { k.save(d) })
	}
}

// hold stops the clock.
func (k *keeper) hold() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}

// save begins saving what was typed, if anything was. A draft with clashes
// waits for a person.
func (k *keeper) save(d *draft) {
	k.hold()
	if !d.dirty() || len(d.clashes) > 0 || k.s.desk() == nil {
		return
	}
	k.s.saving()
	desk, to, base, p := k.s.desk(), d.slot, d.base, d.send()
	var got written
	k.s.quick(func(ctx context.Context) (err error) {
		got, err = to.write(ctx, desk, p, base)
		return err
	}, func(err error) { k.answer(d, got, err) })
}

func (k *keeper) answer(d *draft, got written, err error) {
	switch {
	case err == nil:
		d.landed(got)
		k.s.saved()
	case errors.Is(err, briefing.ErrConflict):
		d.lost(err)
		k.reconcile(d)
	default:
		d.lost(err)
		k.s.notSaved(err)
	}
	k.settled(d)
}

// reconcile reads what the vault has now. Where nobody else touched what was
// typed it is saved on top; else a person has to choose.
func (k *keeper) reconcile(d *draft) {
	desk, note, subject := k.s.desk(), d.want.Note, d.want.Subject
	var now *briefing.Dossier
	k.s.quick(func(ctx context.Context) (err error) {
		now, err = desk.Dossier(ctx, note)
		return err
	}, func(err error) {
		if err != nil {
			k.s.notSaved(err)
			return
		}
		d.rebaseOn(now, subject)
		if len(d.clashes) == 0 {
			k.save(d)
			return
		}
		k.s.notSaved(briefing.ErrConflict)
		k.settled(d)
	})
}

// rebaseOn brings the draft onto what a dossier has on its subject.
func (d *draft) rebaseOn(x *briefing.Dossier, s briefing.Subject) {
	p := x.Position(s)
	if p == nil {
		d.rebase(nil, 0, x.Upto)
		return
	}
	d.rebase(p, x.Base(p), x.Upto)
}

// write saves p on the newer of base and this slot's own last save.
func (s *slot) write(ctx context.Context, desk *briefing.Desk, p briefing.Position, base uint64) (written, error) {
	if p.ID.IsZero() {
		p.ID = s.id
	}
	saved, revision, err := desk.SavePosition(ctx, p, max(base, s.base))
	return s.answer(ctx, desk, saved, revision, err)
}

// deed is a use-case on a position at a revision.
type deed func(ctx context.Context, desk *briefing.Desk, k briefing.Key, base uint64) (*briefing.Position, uint64, error)

// do acts on the position as this slot last saved it. A save that failed
// before it keeps it from acting on other words than those on the screen.
func (s *slot) do(ctx context.Context, desk *briefing.Desk, k briefing.Key, base uint64, act deed) (written, error) {
	if s.failed != nil {
		return written{}, s.failed
	}
	if k.ID.IsZero() {
		k.ID = s.id
	}
	p, revision, err := act(ctx, desk, k, max(base, s.base))
	return s.answer(ctx, desk, p, revision, err)
}

// remove removes the position; one that never was is left alone.
func (s *slot) remove(ctx context.Context, desk *briefing.Desk, k briefing.Key, base uint64) error {
	if k.ID.IsZero() {
		k.ID = s.id
	}
	if k.ID.IsZero() {
		return nil
	}
	return desk.RemovePosition(ctx, k, max(base, s.base))
}

func (s *slot) answer(ctx context.Context, desk *briefing.Desk, p *briefing.Position, revision uint64, err error) (written, error) {
	s.failed = err
	if err != nil {
		return written{}, err
	}
	s.id, s.base = p.ID, revision
	w := written{position: p, revision: revision}
	// The act is durable whatever comes now; only its number is asked for.
	if acts, err := desk.Acts(ctx, 1); err == nil && len(acts) > 0 {
		w.upto = acts[0].Sequence
	}
	return w, nil
}
