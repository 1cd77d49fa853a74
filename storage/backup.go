package storage

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"

	"placard/briefing"
	"placard/storage/archive"
)

var _ briefing.Backer = (*vault)(nil)

const backupExt = ".age"

// Backup writes everything up to this moment to a neighbour of the file it is
// to become, restores that for proof, and only then gives it its name.
func (v *vault) Backup(ctx context.Context, to string, progress briefing.Progress) (briefing.BackupReport, error) {
	at := v.now()
	name := backupName(to, at)
	temp := name + ".new"
	keys, err := v.keyFile()
	if err != nil {
		return briefing.BackupReport{}, err
	}
	keep, err := v.write(ctx, temp, keys, at, progress)
	if err == nil {
		err = v.prove(ctx, temp, keys, keep, progress)
	}
	if err == nil {
		err = v.disk.rename(temp, name)
	}
	if err != nil {
		return briefing.BackupReport{}, v.backupProblem(errors.Join(err, ignoreMissing(v.disk.remove(temp))), name)
	}
	report := keep.report(name, at)
	report.Identities, err = layIdentities(v.disk, name, keys.identities())
	err = errors.Join(err, v.disk.syncDir(filepath.Dir(name)))
	return report, v.backupProblem(err, name)
}

// backupName is the file meant: in a folder one with the time.
func backupName(to string, at time.Time) string {
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		return filepath.Join(to, "placard-"+at.UTC().Format("20060102-150405")+backupExt)
	}
	return to
}

func (v *vault) backupProblem(err error, name string) error {
	if err == nil {
		return nil
	}
	return saveProblem(briefing.FileProblem(err, name))
}

// kept is what a backup was meant to hold, to compare it with what came back.
type kept struct {
	archive.Manifest
	digest [32]byte
	bytes  int64
}

func (k *kept) report(name string, at time.Time) briefing.BackupReport {
	return briefing.BackupReport{
		Path: name, At: at.UTC(), Bytes: k.bytes,
		Commits: k.Commits, Revisions: k.Revisions, Entities: k.Entities, Files: k.Files,
	}
}

// write writes the vault, sealed and synced, to a file.
func (v *vault) write(ctx context.Context, name string, keys *keyFile, at time.Time, progress briefing.Progress) (*kept, error) {
	f, err := v.disk.open(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY)
	if err != nil {
		return nil, err
	}
	keep, err := v.seal(ctx, f, keys, at, progress)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		keep.bytes, err = sizeOf(f)
	}
	return keep, errors.Join(err, f.Close())
}

// seal puts age around gzip around the archive.
func (v *vault) seal(ctx context.Context, f file, keys *keyFile, at time.Time, progress briefing.Progress) (*kept, error) {
	to, err := keys.recipients()
	if err != nil {
		return nil, err
	}
	keyFile, err := keys.encode()
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriterSize(io.NewOffsetWriter(f, 0), 1<<20)
	sealed, err := age.Encrypt(buffer, to...)
	if err != nil {
		return nil, err
	}
	packed, err := gzip.NewWriterLevel(sealed, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	keep, err := v.pack(ctx, packed, at, keyFile, progress)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(packed.Close(), sealed.Close()); err != nil {
		return nil, err
	}
	return keep, buffer.Flush()
}

// pack writes the archive.
func (v *vault) pack(ctx context.Context, w io.Writer, at time.Time, keyFile []byte, progress briefing.Progress) (*kept, error) {
	last, heads := v.index.moment()
	a, err := archive.NewWriter(w, archive.Header{Vault: hex.EncodeToString(v.keys.id[:]), Made: at, Commits: last}, keyFile)
	if err != nil {
		return nil, err
	}
	sum := newDigest()
	err = v.history(ctx, last, func(w *stored) error {
		progress.Tell(int(w.sequence), 3*int(last))
		c, err := w.commit()
		if err != nil {
			return err
		}
		return errors.Join(sum.add(c), a.Commit(c))
	})
	if err == nil {
		err = v.today(ctx, heads, a)
	}
	if err != nil {
		return nil, err
	}
	count, err := a.Close(v.keys.seal)
	return &kept{Manifest: count, digest: sum.sum()}, err
}

func sizeOf(f file) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
