package storage

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// remoteTypes are the file systems of other machines, as the kernel numbers them.
var remoteTypes = map[int64]bool{
	unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, unix.SMB2_SUPER_MAGIC: true, unix.CIFS_SUPER_MAGIC: true,
	unix.AFS_SUPER_MAGIC: true, unix.AFS_FS_MAGIC: true, unix.CODA_SUPER_MAGIC: true, unix.CEPH_SUPER_MAGIC: true,
}

// onNetwork tells whether a folder lies on another machine.
func onNetwork(dir string) bool {
	var fs unix.Statfs_t
	if err := unix.Statfs(dir, &fs); err != nil {
		return false
	}
	kind := int64(fs.Type) //nolint:unconvert // 32 bits wide on some machines
	if kind != unix.FUSE_SUPER_MAGIC {
		return remoteTypes[kind&0xFFFFFFFF]
	}
	mounts, err := os.ReadFile("/proc/self/mounts")
	return err == nil && remoteFuse(dir, string(mounts))
}

// remoteFuse tells whether the file system in user space that a folder lies on
// is one of another machine: local disks have such file systems too.
func remoteFuse(dir, mounts string) bool {
	kind, longest := "", -1
	for line := range strings.Lines(mounts) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		point := strings.ReplaceAll(f[1], `\040`, " ")
		if (dir == point || strings.HasPrefix(dir, strings.TrimSuffix(point, "/")+"/")) && len(point) > longest {
			kind, longest = f[2], len(point)
		}
	}
	for _, remote := range []string{"sshfs", "rclone", "davfs", "gvfsd", "google-drive", "onedriver", "s3fs", "curlftpfs", "glusterfs", "smbnetfs"} {
		if strings.HasPrefix(kind, "fuse."+remote) {
			return true
		}
	}
	return false
}
