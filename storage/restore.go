package storage

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"

	"placard/briefing"
	"placard/storage/archive"
)

// Restore makes a vault of a backup, with the key file it had: the passphrase
// and the recovery key of then open it. The key file comes last, so that a
// folder that has one is a whole vault; after an error it removes what it made.
func (v *Vaults) Restore(ctx context.Context, file, dir string, secret []byte, progress briefing.Progress) (briefing.RestoreReport, error) {
	with, err := v.backupIdentity(file, secret)
	if err != nil {
		return briefing.RestoreReport{}, err
	}
	lock, undo, err := v.claim(dir)
	if err != nil {
		return briefing.RestoreReport{}, err
	}
	report, err := v.restore(ctx, file, dir, secret, with, lock, progress)
	if err != nil {
		return briefing.RestoreReport{}, saveProblem(errors.Join(err, undo()))
	}
	v.finished(dir)
	return report, nil
}

// restore fills the folder and gives the lock back.
func (v *Vaults) restore(ctx context.Context, file, dir string, secret []byte, with age.Identity, lock io.Closer, progress briefing.Progress) (briefing.RestoreReport, error) {
	var keyFile *keyFile
	l := &loader{vaults: v, dir: dir, progress: progress}
	l.unlock = func(data []byte) (seals, keys *ring, err error) {
		if keyFile, err = parseKeyFile(data); err != nil {
			return nil, nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		u, err := keyFile.unlock(secret, v.derive)
		if err != nil {
			return nil, nil, err
		}
		clear(u.dataKey)
		return u.keys, u.keys, nil
	}
	count, err := l.read(ctx, file, with)
	if err != nil {
		return briefing.RestoreReport{}, errors.Join(err, l.close(), lock.Close())
	}
	restored, err := v.start(ctx, dir, l.keys, l.journal, lock)
	if err != nil {
		return briefing.RestoreReport{}, errors.Join(err, l.close(), lock.Close())
	}
	err = restored.db.verify(ctx, restored.state, restored.index)
	if err == nil {
		err = keyFile.write(v.disk, filepath.Join(dir, keyFileName), l.keys)
	}
	if err == nil {
		err = v.seen.set(l.keys.id, count.Commits) // it is meant to be as old as it is
	}
	return briefing.RestoreReport{
		Made: l.header.Made, Commits: count.Commits, Revisions: count.Revisions, Entities: count.Entities, Files: count.Files,
	}, errors.Join(err, restored.Close())
}

// loader reads a backup into a journal.
type loader struct {
	vaults   *Vaults
	dir      string // of the vault that is made
	progress briefing.Progress
	second   bool // it is the second of three parts of a backup
	// unlock gives the keys that the backup's list of sums is sealed with, and
	// those of the vault that is made.
	unlock func(keyFile []byte) (seals, keys *ring, err error)

	header  archive.Header
	keys    *ring
	journal *journal
	newest  map[briefing.Key]head
}

// read reads the whole file; what it made counts only without an error.
func (l *loader) read(ctx context.Context, name string, with age.Identity) (archive.Manifest, error) {
	f, err := l.vaults.disk.open(name, os.O_RDONLY)
	if err != nil {
		return archive.Manifest{}, briefing.FileProblem(err, name)
	}
	count, err := l.archive(ctx, f, with)
	if err == nil {
		err = l.journal.finish()
	}
	return count, errors.Join(err, f.Close())
}

func (l *loader) archive(ctx context.Context, f file, with age.Identity) (archive.Manifest, error) {
	plain, err := unseal(f, with)
	if err != nil {
		return archive.Manifest{}, err
	}
	count, err := archive.Read(ctx, plain, archive.Visitor{Begin: l.begin, Commit: l.commit})
	return count, backupDamaged(err)
}

// notDecrypted tells a wrong key from what is no backup at all.
func notDecrypted(err error) error {
	if _, ok := errors.AsType[*age.NoIdentityMatchError](err); ok {
		return briefing.ErrWrongPassphrase.Because(err)
	}
	return briefing.ErrNotABackup.Because(err)
}

// backupDamaged says so of what is no matter of keys, room or rights.
func backupDamaged(err error) error { return problem(err, briefing.ErrBackupDamaged) }

func (l *loader) begin(h archive.Header, keyFile []byte) (func([]byte) []byte, error) {
	seals, keys, err := l.unlock(keyFile)
	if err != nil {
		return nil, err
	}
	l.header, l.keys, l.newest = h, keys, map[briefing.Key]head{}
	l.journal, err = createJournal(l.vaults.disk, filepath.Join(l.dir, journalDir), keys)
	return seals.seal, err
}

// commit appends one commit to the journal.
func (l *loader) commit(c *archive.Commit) error {
	done, total := int(c.Sequence), int(l.header.Commits)
	if l.second {
		done, total = total+done, 3*total
	}
	l.progress.Tell(done, total)
	record, err := recordOf(c)
	if err != nil {
		return err
	}
	defer record.wipe()
	if err := record.follow(c.Sequence, l.newest); err != nil {
		return err
	}
	plain, err := encode(record)
	if err != nil {
		return err
	}
	defer clear(plain)
	return l.journal.load(plain)
}

// recordOf is an archived commit as the journal holds it, but for what its
// changes followed.
func recordOf(c *archive.Commit) (*commitRecord, error) {
	record := &commitRecord{Act: c.Act, By: c.By, At: c.At, Undoes: c.Undoes, Redoes: c.Redoes}
	for i := range c.Changes {
		change := changeRecord{Key: c.Changes[i].Key, Revision: c.Changes[i].Revision}
		if c.Changes[i].Value != nil {
			value, err := encode(c.Changes[i].Value)
			if err != nil {
				return nil, err
			}
			change.Value = value
		}
		record.Changes = append(record.Changes, change)
	}
	return record, nil
}

// follow links each change of a commit to the newest revision so far, and takes
// it in as the newest.
func (c *commitRecord) follow(sequence uint64, newest map[briefing.Key]head) error {
	for i := range c.Changes {
		change := &c.Changes[i]
		if err := change.follow(newest[change.Key]); err != nil {
			return err
		}
		newest[change.Key] = change.head(sequence)
	}
	return nil
}

// follow links a change to the revision before it, and says how many between
// them are lost.
func (c *changeRecord) follow(before head) error {
	if c.Revision <= before.Revision {
		return errOrder
	}
	c.Previous, c.Gap = before.Sequence, c.Revision-1-before.Revision
	return nil
}

func (l *loader) close() error {
	if l.journal == nil {
		return nil
	}
	return l.journal.close()
}
