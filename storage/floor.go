package storage

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// floor says where the journal begins: what stood before it went behind a
// snapshot. A vault without it has its whole journal.
type floor struct {
	Segment  int    `cbor:"1,keyasint"`
	Sequence uint64 `cbor:"2,keyasint"`
}

const floorName = "floor"

func readFloor(d disk, dir string, keys *ring) (floor, error) {
	sealed, err := readWhole(d, filepath.Join(dir, floorName), 1<<10)
	if errors.Is(err, fs.ErrNotExist) {
		return floor{Segment: 1, Sequence: 1}, nil
	}
	if err != nil {
		return floor{}, err
	}
	plain, err := keys.values.open(sealed, []byte(journalDir+"/"+floorName))
	if err != nil {
		return floor{}, err
	}
	var f floor
	err = decode(plain, &f)
	return f, err
}

func writeFloor(d disk, dir string, keys *ring, f floor) error {
	plain, err := encode(f)
	if err != nil {
		return err
	}
	return writeWhole(d, filepath.Join(dir, floorName), keys.values.seal(plain, []byte(journalDir+"/"+floorName)))
}
