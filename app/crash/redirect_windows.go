package crash

import (
	"os"

	"golang.org/x/sys/windows"
)

// redirect puts w in the place of the standard error, for the runtime, which
// asks the system for it, and for the program.
func redirect(w *os.File) (restore func(), err error) {
	handle, file := windows.Stderr, os.Stderr
	if err := windows.SetStdHandle(windows.STD_ERROR_HANDLE, windows.Handle(w.Fd())); err != nil {
		return nil, err
	}
	os.Stderr = w //nolint:reassign // it is what everything else writes to
	return func() {
		_ = windows.SetStdHandle(windows.STD_ERROR_HANDLE, handle)
		os.Stderr = file //nolint:reassign // as it was
		_ = w.Close()
	}, nil
}
