package briefing

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile writes a file whole or not at all: to a temporary file beside it,
// synced, then renamed. ErrReadOnly, ErrDiskFull and ErrNotFound say why not;
// an existing file stays as it was then.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return FileProblem(err, path)
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
			err = FileProblem(err, path)
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// FileProblem translates the operating system's errors about a path.
func FileProblem(err error, path string) error {
	name := filepath.Base(path)
	var p *Problem
	switch {
	case err == nil || errors.As(err, &p):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return ErrNotFound.Because(err, "Value", name)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly.Because(err, "Name", name)
	case errors.Is(err, syscall.ENOSPC):
		return ErrDiskFull.Because(err, "Name", name)
	}
	return err
}
