package storage

import "golang.org/x/sys/unix"

// onNetwork tells whether a folder lies on another machine.
func onNetwork(dir string) bool {
	var fs unix.Statfs_t
	return unix.Statfs(dir, &fs) == nil && fs.Flags&unix.MNT_LOCAL == 0
}
