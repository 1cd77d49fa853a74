//go:build unix

package crash

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// stderr is the number that the runtime writes to.
const stderr = 2

// redirect puts w in the place of the standard error, under its number.
func redirect(w *os.File) (restore func(), err error) {
	own, err := unix.FcntlInt(stderr, unix.F_DUPFD_CLOEXEC, stderr+1)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(dup(int(w.Fd()), stderr), w.Close()); err != nil {
		return nil, errors.Join(err, unix.Close(own))
	}
	return func() {
		_ = dup(own, stderr)
		_ = unix.Close(own)
	}, nil
}
