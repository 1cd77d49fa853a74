package crash

import (
	"errors"
	"io"
	"os"
	"os/exec"
	ossignal "os/signal"
	"path/filepath"
	"syscall"
)

// ChildFlag makes the program the monitor of another that it was started by.
const ChildFlag = "--child=crash"

// Watch has a monitor, the program self, pass on all that this process says on
// its standard error, through Scrub: the runtime itself writes there when it
// fails, and nothing in the process can come between. stop gives the standard
// error back and waits for the monitor.
func Watch(self string) (stop func(), err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	monitor := exec.Command(self, ChildFlag)
	monitor.Stdin, monitor.Stderr = r, os.Stderr
	if err := errors.Join(monitor.Start(), r.Close()); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	restore, err := redirect(w)
	if err != nil {
		return nil, errors.Join(err, w.Close(), monitor.Wait())
	}
	ossignal.Ignore(syscall.SIGPIPE) // the monitor may be killed: that is no reason to follow
	return func() {
		restore()
		_ = monitor.Wait()
	}, nil
}

// reportName is the file with the stacks of the last failure, beside the
// user's other caches: who reports a fault finds it there.
const reportName = "last-failure.txt"

// ServeMonitor is the monitor: it ends with the process that it watches.
func ServeMonitor(in io.Reader, out io.Writer) int {
	ossignal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	report := &lateFile{limit: 64 << 10}
	if dir, err := os.UserCacheDir(); err == nil {
		report.name = filepath.Join(dir, "placard", reportName)
	}
	if err := errors.Join(Scrub(out, report, in), report.close()); err != nil {
		return 1
	}
	return 0
}

// lateFile is a file that is made when something is written.
type lateFile struct {
	name  string
	limit int
	file  *os.File
}

// Write writes what is left of the limit and drops the rest.
func (f *lateFile) Write(b []byte) (int, error) {
	if f.file == nil && f.name != "" {
		if err := os.MkdirAll(filepath.Dir(f.name), 0o700); err != nil {
			return 0, err
		}
		file, err := os.OpenFile(f.name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return 0, err
		}
		f.file = file
	}
	if f.file == nil {
		return len(b), nil
	}
	n := min(len(b), f.limit)
	f.limit -= n
	if _, err := f.file.Write(b[:n]); err != nil {
		return 0, err
	}
	return len(b), nil
}

func (f *lateFile) close() error {
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}
