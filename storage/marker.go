package storage

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// The marker is there after an orderly close only and says, sealed, how far
// the database was then and what the files were. Without it, or where a file
// changed since, the vault is looked through before it is opened.
const (
	markerName = "clean"
	maxMarker  = 16 << 20 // bytes
)

type marker struct {
	Applied uint64 `cbor:"1,keyasint"`
	Files   sums   `cbor:"2,keyasint"`
}

// writeMarker marks an orderly close; known are sums that need not be taken
// again.
func writeMarker(d disk, dir string, keys *ring, applied uint64, known sums) error {
	files, err := takeSums(d, dir, known)
	if err != nil {
		return err
	}
	plain, err := encode(marker{Applied: applied, Files: files})
	if err != nil {
		return err
	}
	return writeWhole(d, filepath.Join(dir, markerName), keys.values.seal(plain, []byte(markerName)))
}

// readMarker reads the marker; ok is false where there is none that counts.
func (v *Vaults) readMarker(dir string, keys *ring) (m marker, ok bool) {
	sealed, err := readWhole(v.disk, filepath.Join(dir, markerName), maxMarker)
	if errors.Is(err, fs.ErrNotExist) {
		return marker{}, false
	}
	plain, openErr := keys.values.open(sealed, []byte(markerName))
	if err = errors.Join(err, openErr); err == nil {
		err = decode(plain, &m)
	}
	if err != nil {
		v.log.Warn("marker of an orderly close is of no use", "problem", problemCode(err))
		return marker{}, false
	}
	return m, true
}

// dropMarker removes the marker before anything is written.
func dropMarker(d disk, dir string) error {
	err := d.remove(filepath.Join(dir, markerName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return errors.Join(err, d.syncDir(dir))
}

// untouched tells whether journal and database are, to the byte, what they
// were at an orderly close.
func (v *Vaults) untouched(dir string, keys *ring) (m marker, ok bool) {
	m, ok = v.readMarker(dir, keys)
	if !ok {
		return m, false
	}
	now, err := takeSums(v.disk, dir, nil)
	if err != nil { // what cannot be read has changed
		v.log.Warn("a file cannot be read", "problem", problemCode(err))
		return m, false
	}
	if name, changed := m.Files.changed(now); changed {
		v.log.Warn("a file changed since the vault was closed", "file", name)
		return m, false
	}
	return m, true
}
