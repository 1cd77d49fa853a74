package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

var errLocked = errors.New("locked by another process")

// disk is what a vault asks of the file system, apart from Badger, which asks
// for itself. Tests put one in between whose n-th call fails.
type disk interface {
	open(name string, flag int) (file, error)
	mkdir(name string) error
	rename(from, to string) error
	remove(name string) error
	syncDir(name string) error
	lock(name string) (io.Closer, error)
	// free is how many bytes may still be written where dir is.
	free(dir string) (int64, error)
	// allocate makes a file of so many bytes, all of which have their room.
	allocate(name string, size int64) error
}

// file is an open file of a disk.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Stat() (fs.FileInfo, error)
	Sync() error
	Truncate(size int64) error
}

// osDisk is the real one. Everything it makes is its owner's alone.
type osDisk struct{}

func (osDisk) open(name string, flag int) (file, error) {
	f, err := os.OpenFile(name, flag, 0o600)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (osDisk) mkdir(name string) error      { return os.MkdirAll(name, 0o700) }
func (osDisk) rename(from, to string) error { return os.Rename(from, to) }
func (osDisk) remove(name string) error     { return os.Remove(name) }
func (osDisk) syncDir(name string) error    { return syncDir(name) }

func (osDisk) free(dir string) (int64, error) { return freeSpace(dir) }

func (d osDisk) allocate(name string, size int64) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(reserve(f, size), f.Close()); err != nil {
		return errors.Join(err, d.remove(name))
	}
	return nil
}

func (osDisk) lock(name string) (io.Closer, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return heldLock{f}, nil
}

// heldLock is a lock that this process holds.
type heldLock struct{ f *os.File }

// Close gives the lock up before it closes the file: a process that is being
// started has a copy of it for a moment, and with it the lock.
func (l heldLock) Close() error { return errors.Join(unlockFile(l.f), l.f.Close()) }

// writeWhole puts data into a file so that it is there whole or not at all,
// whenever the power goes: a temporary neighbour, synced, renamed.
func writeWhole(d disk, name string, data []byte) error {
	temp := name + ".new"
	if err := writeSynced(d, temp, data); err != nil {
		return errors.Join(err, ignoreMissing(d.remove(temp)))
	}
	if err := d.rename(temp, name); err != nil {
		return errors.Join(err, d.remove(temp))
	}
	return d.syncDir(filepath.Dir(name))
}

func writeSynced(d disk, name string, data []byte) error {
	f, err := d.open(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY)
	if err != nil {
		return err
	}
	if _, err := f.WriteAt(data, 0); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

// readWhole reads a file of at most limit bytes.
func readWhole(d disk, name string, limit int64) ([]byte, error) {
	f, err := d.open(name, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.NewSectionReader(f, 0, limit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, errTooLong
	}
	return data, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
