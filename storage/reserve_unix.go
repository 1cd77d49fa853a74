//go:build unix && !linux

package storage

import "os"

// reserve gives a new file its room by writing it.
func reserve(f *os.File, size int64) error {
	const step = 1 << 20
	for at := int64(0); at < size; at += step {
		if _, err := f.WriteAt(make([]byte, step), at); err != nil {
			return err
		}
	}
	return nil
}
