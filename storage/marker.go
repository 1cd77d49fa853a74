package storage

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"path/filepath"
)

// The marker is there after an orderly close only and says, sealed, how far
// the database was then. Without it the database is looked through on opening.
const markerName = "clean"

func writeMarker(d disk, dir string, keys *ring, applied uint64) error {
	plain := binary.BigEndian.AppendUint64(nil, applied)
	return writeWhole(d, filepath.Join(dir, markerName), keys.values.seal(plain, []byte(markerName)))
}

// takeMarker reads the marker and removes it before anything is written; ok is
// false where there was none that counts.
func takeMarker(d disk, dir string, keys *ring) (applied uint64, ok bool, err error) {
	name := filepath.Join(dir, markerName)
	sealed, err := readWhole(d, name, 1<<10)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, false, nil
	}
	if err := errors.Join(ignoreMissing(d.remove(name)), d.syncDir(dir)); err != nil {
		return 0, false, err
	}
	plain, openErr := keys.values.open(sealed, []byte(markerName))
	if err != nil || openErr != nil || len(plain) != 8 {
		return 0, false, nil //nolint:nilerr // a marker that cannot be read is no marker
	}
	return binary.BigEndian.Uint64(plain), true, nil
}
