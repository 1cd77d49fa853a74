//go:build !windows

package extract

import "os"

// hold does nothing here: a process confines itself, and its memory is watched.
func hold(*os.Process, int64) (release func(), err error) { return func() {}, nil }
