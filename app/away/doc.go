// Package away tells when the user goes: the machine is about to sleep, or the
// screen is locked. What a system does not tell is not told; the window's own
// clock is there besides.
package away
