package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"

	"filippo.io/age"

	"github.com/dgraph-io/badger/v4"

	"placard/briefing"
	"placard/storage/archive"
)

// openInMemory opens a vault for reading where there is no room on the disk
// even to open its database: snapshot and journal are read into one that
// touches no file. Nothing of the vault's folder is changed.
func (v *Vaults) openInMemory(ctx context.Context, dir string, u *unlocked, lock io.Closer) (*vault, error) {
	j, err := openJournal(v.disk, filepath.Join(dir, journalDir), u.keys)
	if err != nil {
		return nil, err
	}
	db, err := memoryDatabase(u.keys, v.log)
	if err != nil {
		return nil, errors.Join(err, j.close())
	}
	opened := &vault{
		dir: dir, disk: v.disk, log: v.log, keys: u.keys, journal: j, lock: lock, now: v.now, seen: v.seen, db: db,
		session: context.WithoutCancel(ctx), broken: briefing.ErrDiskFull.Because(errNoRoom), room: room{dir: dir, disk: v.disk}, refuges: v.refuges,
	}
	if err := opened.fill(ctx, v, u.backup); err != nil {
		return nil, errors.Join(err, db.close(), j.close())
	}
	v.log.Warn("no room on the disk; the vault is open for reading only")
	return opened, nil
}

// memoryDatabase is a database without a file.
func memoryDatabase(keys *ring, log *slog.Logger) (*database, error) {
	var b *badger.DB
	err := guard(func() (err error) {
		b, err = badger.Open(badgerOptions("", keys.badger, log).WithInMemory(true))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("database in memory: %w", err)
	}
	return &database{badger: b, keys: keys}, nil
}

// fill reads what was pruned from a snapshot, and the rest from the journal.
func (v *vault) fill(ctx context.Context, vaults *Vaults, with age.Identity) (err error) {
	var now state
	if v.journal.first > 1 {
		if now, err = v.fillPruned(ctx, vaults, with); err != nil {
			return err
		}
	}
	if v.state, err = v.db.replay(ctx, v.journal, now); err != nil {
		return err
	}
	v.index, err = v.db.load(v.state)
	return err
}

// fillPruned reads the commits before the journal's first from the newest
// snapshot that is whole.
func (v *vault) fillPruned(ctx context.Context, vaults *Vaults, with age.Identity) (state, error) {
	found, err := snapshotFiles(v.dir)
	if err != nil {
		return state{}, err
	}
	for _, name := range found {
		if vaults.readSnapshot(ctx, name, with, v.keys, func(*archive.Commit) error { return nil }) == nil {
			return v.fillFrom(ctx, vaults, name, with)
		}
	}
	return state{}, fmt.Errorf("commits before %d: %w", v.journal.first, errMissing)
}

func (v *vault) fillFrom(ctx context.Context, vaults *Vaults, name string, with age.Identity) (now state, err error) {
	newest := map[briefing.Key]head{}
	err = vaults.readSnapshot(ctx, name, with, v.keys, func(c *archive.Commit) error {
		if c.Sequence >= v.journal.first {
			return nil
		}
		record, err := recordOf(c)
		if err != nil {
			return err
		}
		defer record.wipe()
		if err := record.follow(c.Sequence, newest); err != nil {
			return err
		}
		now, err = v.db.write(now, c.Sequence, record)
		return err
	})
	return now, err
}

var _ briefing.Restricted = (*vault)(nil)

// Restriction is why the vault takes no commits; nil where it does.
func (v *vault) Restriction() error {
	v.writer.Lock()
	defer v.writer.Unlock()
	if v.broken == nil {
		return nil
	}
	return v.refusal()
}
