//go:build unix

package storage

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile takes the lock of an open file for this process alone, or fails at
// once; the system drops it when the process ends, however it ends.
func lockFile(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// unlockFile gives the lock up, for whoever else has the file open with us.
func unlockFile(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_UN) }

// syncDir makes renames and new files in a folder durable.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// freeSpace is what a user may still write where dir is, in bytes.
func freeSpace(dir string) (int64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return int64(s.Bavail) * int64(s.Bsize), nil //nolint:unconvert // narrower on some systems
}

// allocated is how much the files of a kind in a folder take on the disk: the
// database makes them longer than what is in them.
func allocated(dir, ext string) (total int64) {
	names, err := listed(dir, ext)
	if err != nil {
		return 0
	}
	for _, name := range names {
		var s unix.Stat_t
		if unix.Stat(name, &s) == nil {
			total += int64(s.Blocks) * 512 //nolint:unconvert // narrower on some systems
		}
	}
	return total
}

func isDiskFull(err error) bool {
	return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT)
}

func isReadOnly(err error) bool {
	return errors.Is(err, unix.EROFS) || errors.Is(err, os.ErrPermission)
}
