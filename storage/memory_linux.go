package storage

import "golang.org/x/sys/unix"

// systemMemory is the machine's memory in bytes; 0 where it is not known.
func systemMemory() uint64 {
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		return 0
	}
	return uint64(info.Totalram) * uint64(info.Unit) //nolint:unconvert // 32 bits wide on some machines
}
