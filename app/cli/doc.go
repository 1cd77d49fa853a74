// Package cli is Placard's desk on a command line: the same use-cases as the
// window, for scripts, tests and people without a display. It opens no window
// and knows no file format and no store.
//
// Data goes to standard output, words for people to standard error. A
// passphrase comes from a prompt or a file, never from an argument, where
// other users of the machine could read it.
package cli
