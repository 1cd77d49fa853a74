package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"

	"filippo.io/age"

	"placard/briefing"
)

// proofDir is where a vault restores its own backups for proof, under keys
// that nobody keeps. One that a kill left goes at the next opening.
const proofDir = "proof"

var errDiffers = errors.New("what came back is not what was written")

// prove restores a backup to a temporary vault and holds counts and contents
// of what came back against what was meant.
func (v *vault) prove(ctx context.Context, backup string, keys *keyFile, want *kept, progress briefing.Progress) error {
	with, err := keys.Backup.identity(v.keys)
	if err != nil {
		return briefing.ErrVaultDamaged.Because(err)
	}
	dir := filepath.Join(v.dir, proofDir)
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := v.disk.mkdir(dir); err != nil {
		return err
	}
	err = v.proveIn(ctx, dir, backup, with, want, progress)
	return errors.Join(err, os.RemoveAll(dir))
}

func (v *vault) proveIn(ctx context.Context, dir, backup string, with age.Identity, want *kept, progress briefing.Progress) error {
	vaults := &Vaults{disk: v.disk, log: v.log, now: v.now, seen: &seen{}} // a proof is never remembered
	commits := int(want.Commits)
	l := &loader{vaults: vaults, dir: dir, progress: progress, told: commits, total: 3 * commits}
	l.unlock = func([]byte) (seals, keys *ring, err error) {
		unkept := make([]byte, dataKeySize)
		rand.Read(unkept)
		keys, err = newRing(unkept, v.keys.id)
		return v.keys, keys, err
	}
	count, err := l.read(ctx, backup, with)
	if err == nil && count != want.Manifest {
		err = briefing.ErrNotProved.Because(errDiffers)
	}
	if err != nil {
		return errors.Join(err, l.close())
	}
	restored, err := vaults.start(ctx, dir, l.keys, l.journal, noLock{})
	if err != nil {
		return errors.Join(err, l.close())
	}
	err = restored.holds(ctx, want, progress)
	return errors.Join(err, restored.Close())
}

// holds compares a vault with what a backup was meant to hold.
func (v *vault) holds(ctx context.Context, want *kept, progress briefing.Progress) error {
	sum, commits := newDigest(), int(want.Commits)
	err := v.history(ctx, want.Commits, func(w *stored) error {
		progress.Tell(2*commits+int(w.sequence), 3*commits)
		c, err := w.commit()
		if err != nil {
			return err
		}
		return sum.add(c)
	})
	if err != nil {
		return err
	}
	if v.index.last() != want.Commits || sum.sum() != want.digest {
		return briefing.ErrNotProved.Because(errDiffers)
	}
	return v.db.verify(ctx, v.state, v.index)
}

// noLock is the lock of a vault that nobody else can find.
type noLock struct{}

// Close does nothing.
func (noLock) Close() error { return nil }
