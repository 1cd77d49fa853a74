package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"

	"filippo.io/age"

	"placard/briefing"
	"placard/storage/archive"
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
	return v.restored(ctx, backup, with, progress, func(count archive.Manifest, back *vault) error {
		if count != want.Manifest {
			return briefing.ErrNotProved.Because(errDiffers)
		}
		return back.holds(ctx, want.Commits, want.digest, progress)
	})
}

// proveSnapshot does the same with a snapshot, against what the vault holds of
// those commits now.
func (v *vault) proveSnapshot(ctx context.Context, name string) error {
	keys, err := v.keyFile()
	if err != nil {
		return err
	}
	with, err := keys.Backup.identity(v.keys)
	if err != nil {
		return err
	}
	want, err := v.digest(ctx, snapshotSequence(name), nil)
	if err != nil {
		return err
	}
	return v.restored(ctx, name, with, nil, func(_ archive.Manifest, back *vault) error {
		return back.holds(ctx, snapshotSequence(name), want, nil)
	})
}

// restored lends what comes back of a backup.
func (v *vault) restored(ctx context.Context, backup string, with age.Identity, progress briefing.Progress, use func(archive.Manifest, *vault) error) error {
	v.proving.Lock()
	defer v.proving.Unlock()
	dir := filepath.Join(v.dir, proofDir)
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := v.disk.mkdir(dir); err != nil {
		return err
	}
	err := v.restoreTo(ctx, dir, backup, with, progress, use)
	return errors.Join(err, os.RemoveAll(dir))
}

func (v *vault) restoreTo(ctx context.Context, dir, backup string, with age.Identity, progress briefing.Progress, use func(archive.Manifest, *vault) error) error {
	vaults := &Vaults{disk: v.disk, log: v.log, now: v.now, seen: &seen{}} // a proof is never remembered
	l := &loader{vaults: vaults, dir: dir, progress: progress, second: true}
	l.unlock = func([]byte) (seals, keys *ring, err error) {
		unkept := make([]byte, dataKeySize)
		rand.Read(unkept)
		keys, err = newRing(unkept, v.keys.id)
		return v.keys, keys, err
	}
	count, err := l.read(ctx, backup, with)
	if err != nil {
		return errors.Join(err, l.close())
	}
	back, err := vaults.start(ctx, dir, l.keys, l.journal, noLock{})
	if err != nil {
		return errors.Join(err, l.close())
	}
	return errors.Join(use(count, back), back.discard())
}

// holds compares a vault with what a backup was meant to hold.
func (v *vault) holds(ctx context.Context, commits uint64, want [32]byte, progress briefing.Progress) error {
	got, err := v.digest(ctx, commits, func(done, total int) { progress.Tell(2*total+done, 3*total) })
	if err != nil {
		return err
	}
	if v.index.last() != commits || got != want {
		return briefing.ErrNotProved.Because(errDiffers)
	}
	return v.db.verify(ctx, v.state, v.index)
}

// digest sums up a vault's commits up to a sequence.
func (v *vault) digest(ctx context.Context, to uint64, progress briefing.Progress) ([32]byte, error) {
	sum := newDigest()
	err := v.history(ctx, to, func(w *stored) error {
		progress.Tell(int(w.sequence), int(to))
		c, err := w.commit()
		if err != nil {
			return err
		}
		return sum.add(c)
	})
	return sum.sum(), err
}

// noLock is the lock of a vault that nobody else can find.
type noLock struct{}

// Close does nothing.
func (noLock) Close() error { return nil }
