//go:build !linux && !darwin && !windows

package storage

// systemMemory is not known here.
func systemMemory() uint64 { return 0 }
