//go:build !linux

package extract

// confine does nothing here: what holds the process stands around it.
func confine(string) error { return nil }
