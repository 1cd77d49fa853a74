//go:build unix

package crash

import "golang.org/x/sys/unix"

// Harden asks the system to write no core file of this process, whatever the
// user's shell allows, and to let no other process of the user's look into it.
// A system that refuses leaves the program as it was.
func Harden() {
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	hide()
}
