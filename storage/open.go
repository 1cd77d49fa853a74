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
	opened, err := v.openMigrated(ctx, dir, u, lock)
	if err != nil {
		u.wipe()
		return nil, openProblem(errors.Join(err, lock.Close()))
	}
	opened.compare()
	opened.settleIn()
	return opened, nil
}

// openMigrated opens a vault once it is of this version.
func (v *Vaults) openMigrated(ctx context.Context, dir string, u *unlocked, lock io.Closer) (*vault, error) {
	k, err := readKeyFile(v.disk, filepath.Join(dir, keyFileName))
	if err != nil {
		return nil, err
	}
	if err := k.verify(u.keys); err != nil {
		return nil, err
	}
	if err := v.migrate(ctx, dir, k, u); err != nil {
		return nil, err
	}
	return v.open(ctx, dir, u, lock)
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
	if !v.roomy(dir) {
		return v.openInMemory(ctx, dir, u, lock)
	}
	repair, err := v.finishSwap(dir)
	if err := errors.Join(err, os.RemoveAll(filepath.Join(dir, proofDir))); err != nil {
		return nil, err
	}
	if m, clean := v.untouched(dir, u.keys); clean {
		opened, err := v.begin(ctx, dir, u, lock)
		if err == nil {
			opened.known = m.Files
			return opened, nil
		}
		if !v.mayRepair(err) {
			return nil, err
		}
	}
	report, err := v.check(ctx, dir, u, nil)
	if err != nil {
		return nil, err
	}
	if len(report.Problems) == 0 {
		opened, err := v.begin(ctx, dir, u, lock)
		if err == nil {
			return opened.repaired(repair), nil
		}
		if !v.mayRepair(err) {
			return nil, err
		}
		report.Problems = []string{"database:" + problemCode(err)}
	}
	v.log.Warn("vault is damaged; rebuilding it", "problems", len(report.Problems), "first", report.Problems[0])
	rebuilt, err := v.rebuild(ctx, dir, u, report, nil)
	if err != nil {
		return nil, err
	}
	opened, err := v.begin(ctx, dir, u, lock)
	if err != nil {
		return nil, err
	}
	return opened.repaired(&rebuilt), nil
}

// mayRepair tells whether what kept a vault from opening is a matter of what is
// in it, which can be repaired, and not of the call or the disk.
func (v *Vaults) mayRepair(err error) bool {
	if canceled(err) || errors.Is(err, errLocked) || isReadOnly(err) || isDiskFull(err) || errors.Is(err, briefing.ErrDiskFull) {
		return false
	}
	v.log.Warn("vault did not open", "problem", problemCode(err))
	return true
}

// repaired is the vault with the report of what was repaired, if anything was.
func (v *vault) repaired(report *briefing.RebuildReport) *vault {
	if v.repair = report; report != nil {
		report.Entities = v.index.count()
	}
	return v
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

// roomy tells whether the disk has room for opening a vault, if need be without
// its ballast.
func (v *Vaults) roomy(dir string) bool {
	r := room{dir: dir, disk: v.disk}
	if r.opens() {
		return true
	}
	if err := r.dropBallast(); err != nil {
		v.log.Warn("ballast not dropped", "problem", problemCode(err))
	}
	return r.opens()
}
