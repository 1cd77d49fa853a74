package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"placard/briefing"
)

// unfinishedName is there while a vault is being made or restored. With it and
// without a key file, what else is in the folder is rubble of that.
const unfinishedName = "unfinished"

// claim takes a free folder for a new vault: its lock, and what undoes all.
func (v *Vaults) claim(dir string) (lock io.Closer, undo func() error, err error) {
	if err := mustBeFree(dir); err != nil {
		return nil, nil, err
	}
	made := missing(dir)
	if err := v.disk.mkdir(dir); err != nil {
		return nil, nil, saveProblem(err)
	}
	if lock, err = v.disk.lock(filepath.Join(dir, lockName)); err != nil {
		return nil, nil, saveProblem(err)
	}
	if err := mustBeFree(dir); err != nil { // again: another process was quicker
		return nil, nil, errors.Join(err, lock.Close())
	}
	if err := errors.Join(clearRubble(dir), writeWhole(v.disk, filepath.Join(dir, unfinishedName), nil)); err != nil {
		return nil, nil, saveProblem(errors.Join(err, lock.Close(), unmake(dir, made)))
	}
	return lock, func() error { return unmake(dir, made) }, nil
}

// finished says that a vault is whole. Where it cannot be said the key file
// says it.
func (v *Vaults) finished(dir string) {
	if err := ignoreMissing(v.disk.remove(filepath.Join(dir, unfinishedName))); err != nil {
		v.log.Warn("a new vault still counts as unfinished", "problem", problemCode(err))
	}
}

// mustBeFree refuses a folder that holds anything but what systems leave in
// every folder, and rubble.
func mustBeFree(dir string) error {
	if unfinished(dir) {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return briefing.ErrVaultExists.Because(err)
	}
	for _, e := range entries {
		switch name := strings.ToLower(e.Name()); name {
		case ".ds_store", "desktop.ini", "thumbs.db", "lost+found", "system volume information", lockName, unfinishedName + ".new":
		default:
			return briefing.ErrVaultExists
		}
	}
	return nil
}

// unfinished tells of a folder in which a vault was begun and never was whole.
func unfinished(dir string) bool {
	return !missing(filepath.Join(dir, unfinishedName)) && missing(filepath.Join(dir, keyFileName))
}

func missing(dir string) bool {
	_, err := os.Stat(dir)
	return errors.Is(err, fs.ErrNotExist)
}

// ours are the names that making a vault may leave.
var ours = []string{
	keyFileName, keyFileName + ".new", markerName, markerName + ".new", journalDir, databaseDir, rebuiltDir, snapshotDir,
}

// clearRubble removes what is left of a vault that never was whole.
func clearRubble(dir string) error {
	if !unfinished(dir) {
		return nil
	}
	return removeOurs(dir)
}

func removeOurs(dir string) error {
	var errs []error
	for _, name := range ours {
		errs = append(errs, os.RemoveAll(filepath.Join(dir, name)))
	}
	return errors.Join(errs...)
}

// unmake removes what a failed Create or Restore left: there was nothing of
// these names before.
func unmake(dir string, folder bool) error {
	errs := []error{removeOurs(dir)}
	for _, name := range []string{unfinishedName, unfinishedName + ".new", lockName} {
		errs = append(errs, ignoreMissing(os.Remove(filepath.Join(dir, name))))
	}
	if folder {
		errs = append(errs, os.Remove(dir))
	}
	return errors.Join(errs...)
}
