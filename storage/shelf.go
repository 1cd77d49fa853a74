package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"placard/briefing"
)

// shelfDir holds what no backup takes. A file in it that does not open is as
// good as none.
const shelfDir = "shelf"

// maxShelved is how large one thing on the shelf may be, in bytes.
const maxShelved = 1 << 30

// Shelve keeps data under a name; it is not synced more than a rename needs.
func (v *vault) Shelve(name string, data []byte) error {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return errClosed
	}
	if err := v.disk.mkdir(filepath.Join(v.dir, shelfDir)); err != nil {
		return saveProblem(err)
	}
	sealed := v.keys.values.seal(data, shelfPlace(name))
	return saveProblem(writeWhole(v.disk, v.shelfFile(name), sealed))
}

// Shelved returns what Shelve kept; ErrNotFound also where it does not open.
func (v *vault) Shelved(name string) ([]byte, error) {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return nil, errClosed
	}
	sealed, err := readWhole(v.disk, v.shelfFile(name), maxShelved)
	if err != nil {
		return nil, briefing.ErrNotFound.Because(err)
	}
	data, err := v.keys.values.open(sealed, shelfPlace(name))
	if err != nil {
		return nil, briefing.ErrNotFound.Because(err)
	}
	return data, nil
}

// Clear removes from the shelf what begins with a prefix, but the names.
func (v *vault) Clear(prefix string, keep ...string) error {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return errClosed
	}
	entries, err := os.ReadDir(filepath.Join(v.dir, shelfDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && !slices.Contains(keep, e.Name()) {
			err = errors.Join(err, v.disk.remove(v.shelfFile(e.Name())))
		}
	}
	return saveProblem(err)
}

func (v *vault) shelfFile(name string) string { return filepath.Join(v.dir, shelfDir, name) }

// shelfPlace binds what is sealed to its name; no key of the database begins so.
func shelfPlace(name string) []byte { return []byte(strings.Join([]string{shelfDir, name}, "/")) }
