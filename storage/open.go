package storage

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"placard/briefing"
)

// Open unlocks a vault with a passphrase or its recovery key. One that was not
// closed in order, or whose files changed since, is looked through before, and
// repaired where it must be: the vault's Recovery says what was found.
func (v *Vaults) Open(ctx context.Context, dir string, secret []byte) (briefing.Vault, error) {
	u, lock, err := v.unlock(ctx, dir, secret)
	if err != nil {
		return nil, err
	}
	defer clear(u.dataKey)
	opened, err := v.open(ctx, dir, u, lock)
	if err != nil {
		u.wipe()
		return nil, openProblem(errors.Join(err, lock.Close()))
	}
	opened.compare()
	return opened, nil
}

// unlock takes the vault's lock and its keys.
func (v *Vaults) unlock(ctx context.Context, dir string, secret []byte) (*unlocked, io.Closer, error) {
	file, err := readKeyFile(v.disk, filepath.Join(dir, keyFileName))
	if err != nil {
		return nil, nil, err
	}
	lock, err := v.disk.lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, nil, openProblem(err)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, errors.Join(err, lock.Close())
	}
	u, err := file.unlock(secret, v.derive)
	if err != nil {
		return nil, nil, errors.Join(err, lock.Close())
	}
	return u, lock, nil
}

// open opens a vault that is as it was left; else, or where it does not open
// even so, it is made sound first.
func (v *Vaults) open(ctx context.Context, dir string, u *unlocked, lock io.Closer) (*vault, error) {
	earlier, err := v.finishSwap(dir)
	if err := errors.Join(err, os.RemoveAll(filepath.Join(dir, proofDir))); err != nil {
		return nil, err
	}
	if m, clean := v.untouched(dir, u.keys); clean {
		opened, err := v.begin(ctx, dir, u, lock)
		if err == nil {
			opened.known = m.Files
			return opened, nil
		}
		if canceled(err) || isDiskFull(err) || isReadOnly(err) {
			return nil, err
		}
	}
	repair, err := v.makeSound(ctx, dir, u)
	if err != nil {
		return nil, err
	}
	opened, err := v.begin(ctx, dir, u, lock)
	if err != nil {
		return nil, err
	}
	if repair == nil {
		repair = earlier
	}
	if opened.repair = repair; repair != nil {
		repair.Entities = opened.index.count()
	}
	return opened, nil
}

// begin opens journal and database, which are in order from now on only while
// this process keeps them so.
func (v *Vaults) begin(ctx context.Context, dir string, u *unlocked, lock io.Closer) (*vault, error) {
	if err := dropMarker(v.disk, dir); err != nil {
		return nil, err
	}
	j, err := openJournal(v.disk, filepath.Join(dir, journalDir), u.keys)
	if err != nil {
		return nil, err
	}
	opened, err := v.start(ctx, dir, u.keys, j, lock)
	if err != nil {
		return nil, errors.Join(err, j.close())
	}
	return opened, nil
}

// makeSound looks through a vault before it is opened, and rebuilds it where
// something is wrong; nil where nothing is.
func (v *Vaults) makeSound(ctx context.Context, dir string, u *unlocked) (*briefing.RebuildReport, error) {
	report, err := v.check(ctx, dir, u, nil)
	if err != nil || len(report.Problems) == 0 {
		return nil, err
	}
	v.log.Warn("vault is damaged; rebuilding it", "problems", len(report.Problems), "first", report.Problems[0])
	rebuilt, err := v.rebuild(ctx, dir, u, report, nil)
	return &rebuilt, err
}
