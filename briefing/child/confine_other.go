//go:build !linux

package child

// Confine does nothing here: what holds the process stands around it.
func Confine(string) error { return nil }
