//go:build unix

package pdf

import "golang.org/x/sys/unix"

// mapMemory is a block of zeroes; empty where the system has no more, which
// the engine is told as memory that cannot grow.
func mapMemory(size int) []byte {
	block, err := unix.Mmap(-1, 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return block
}

func unmapMemory(block []byte) {
	if block != nil {
		_ = unix.Munmap(block) // nothing is left to do about it
	}
}
