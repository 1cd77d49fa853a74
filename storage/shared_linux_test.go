package storage

import "testing"

func TestFileSystemsInUserSpace(t *testing.T) {
	const mounts = "/dev/sda1 / ext4 rw 0 0\n" +
		"host:/srv /home/a/far fuse.sshfs rw 0 0\n" +
		"/dev/sdb1 /media/my\\040stick fuseblk rw 0 0\n" +
		"sealed /home/a/far/near fuse.gocryptfs rw 0 0\n"
	for dir, want := range map[string]bool{
		"/home/a/far":            true,
		"/home/a/far/vault":      true,
		"/home/a/farther":        false,
		"/home/a/far/near/vault": false,
		"/media/my stick/vault":  false,
	} {
		if got := remoteFuse(dir, mounts); got != want {
			t.Errorf("%s: got %v, want %v", dir, got, want)
		}
	}
}
