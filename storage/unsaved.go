package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"placard/briefing"
)

var _ briefing.Rescued = (*vault)(nil)

// A commit that could not be saved is put, sealed, into an emergency file, in
// the vault's folder or else in a folder of the system's, and made good at the
// next opening where nothing else was saved in its place.
const (
	unsavedDir = "unsaved"
	unsavedExt = ".unsaved"
	maxUnsaved = maxCommit + 1<<10 // bytes
)

// rescue writes the emergency file of a commit that failed and gives the error
// on. The words stay with who wanted them saved, too.
func (v *vault) rescue(record *commitRecord, cause error) error {
	if errors.Is(cause, briefing.ErrTooLarge) {
		return cause
	}
	plain, err := encode(record)
	if err != nil {
		return cause
	}
	defer clear(plain)
	sealed := v.keys.journal.seal(plain, v.unsavedPlace())
	name := unsavedName(record)
	for _, dir := range v.unsavedDirs() {
		if err = v.disk.mkdir(dir); err == nil {
			err = writeWhole(v.disk, filepath.Join(dir, name), sealed)
		}
		if err == nil {
			v.noteRescued(record, filepath.Join(dir, name))
			return cause
		}
	}
	v.log.Warn("no emergency file", "problem", problemCode(err))
	return cause
}

func (v *vault) noteRescued(record *commitRecord, name string) {
	if v.rescued == nil {
		v.rescued = map[briefing.Key]string{}
	}
	for i := range record.Changes {
		v.rescued[record.Changes[i].Key] = name
	}
}

// drop removes emergency files of which all was saved now after all; one that
// still holds something else stays for it.
func (v *vault) drop(record *commitRecord) {
	for i := range record.Changes {
		name, ok := v.rescued[record.Changes[i].Key]
		if !ok {
			continue
		}
		delete(v.rescued, record.Changes[i].Key)
		if slices.Contains(slices.Collect(maps.Values(v.rescued)), name) {
			continue
		}
		if err := ignoreMissing(v.disk.remove(name)); err != nil {
			v.log.Warn("emergency file stays", "problem", problemCode(err))
		}
	}
}

// unsavedPlace binds an emergency file to its vault.
func (v *vault) unsavedPlace() []byte { return append([]byte(unsavedDir), v.keys.id[:]...) }

// unsavedName is the same for commits that touch the same entities: a later try
// takes the place of an earlier one.
func unsavedName(record *commitRecord) string {
	h := sha256.New()
	for i := range record.Changes {
		h.Write(headKey(record.Changes[i].Key))
	}
	return hex.EncodeToString(h.Sum(nil)[:12]) + unsavedExt
}

// unsavedDirs are where emergency files may be, the vault's own folder first.
func (v *vault) unsavedDirs() []string {
	dirs := []string{filepath.Join(v.dir, unsavedDir)}
	for _, base := range v.refuges {
		dirs = append(dirs, filepath.Join(base, unsavedDir+"-"+hex.EncodeToString(v.keys.id[:])))
	}
	return dirs
}

// refuges are folders of this user's outside any vault.
func refuges() []string {
	var dirs []string
	if cache, err := os.UserCacheDir(); err == nil {
		dirs = append(dirs, filepath.Join(cache, "placard"))
	}
	return append(dirs, filepath.Join(os.TempDir(), "placard"))
}

// makeGood saves what emergency files of earlier sessions hold. One whose
// place was taken by something else is kept as it is, for its words.
func (v *vault) makeGood() {
	for _, dir := range v.unsavedDirs() {
		names, err := listed(dir, unsavedExt)
		if err != nil {
			continue
		}
		for _, name := range names {
			switch err := v.makeGoodOne(name); {
			case err == nil:
				v.back.Saved++
			case errors.Is(err, errStale):
				v.back.Kept++
			default:
				v.log.Warn("emergency file not used", "problem", problemCode(err))
			}
		}
	}
}

// errStale marks an emergency file whose place was taken.
var errStale = errors.New("something else was saved since")

func (v *vault) makeGoodOne(name string) error {
	record, err := v.readUnsaved(name)
	if err != nil {
		return err
	}
	defer record.wipe()
	if v.already(record) {
		return v.disk.remove(name)
	}
	for i := range record.Changes {
		change := &record.Changes[i]
		now, _ := v.index.head(change.Key)
		if now.Revision != change.before() || now.Sequence != change.Previous {
			return errStale
		}
	}
	if _, err := v.commit(record); err != nil {
		return err
	}
	return v.disk.remove(name)
}

// already tells whether the vault holds what an emergency file does: a sync
// that failed may have reached the disk even so.
func (v *vault) already(record *commitRecord) bool {
	for i := range record.Changes {
		change := &record.Changes[i]
		now, _ := v.index.head(change.Key)
		if now.Revision != change.Revision {
			return false
		}
		r, err := v.db.revision(change.Key, now.Revision, now.Sequence)
		if err != nil || !bytes.Equal(r.Value, change.Value) {
			return false
		}
	}
	return true
}

func (v *vault) readUnsaved(name string) (*commitRecord, error) {
	sealed, err := readWhole(v.disk, name, maxUnsaved)
	if err != nil {
		return nil, err
	}
	plain, err := v.keys.journal.open(sealed, v.unsavedPlace())
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	record := &commitRecord{}
	return record, decode(plain, record)
}

// Rescued tells what became of what earlier sessions could not save.
func (v *vault) Rescued() briefing.RescueReport { return v.back }
