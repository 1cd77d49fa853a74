//go:build !unix

package pdf

// mapMemory is a block of zeroes of the program's own memory.
func mapMemory(size int) []byte { return make([]byte, size) }

func unmapMemory([]byte) {}
