package storage

import (
	"os"

	"golang.org/x/sys/unix"
)

// reserve gives a new file its room.
func reserve(f *os.File, size int64) error { return unix.Fallocate(int(f.Fd()), 0, 0, size) }
