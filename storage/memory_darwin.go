package storage

import "golang.org/x/sys/unix"

// systemMemory is the machine's memory in bytes; 0 where it is not known.
func systemMemory() uint64 {
	total, err := unix.SysctlUint64("hw.memsize")
	if err != nil {
		return 0
	}
	return total
}
