// Package archive is the open format of a backup: a tar of JSON and of the
// source files, which people can read without Placard. It knows nothing of
// seals, vaults or files on a disk; docs/format.md describes what it writes.
package archive
