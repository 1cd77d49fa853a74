// Package storage keeps a vault on disk so that what was acknowledged survives
// anything but the loss of the disk, nobody without the passphrase reads a
// word of it, and damage is said, never shown as truth.
//
// A vault is a folder:
//
//	vault.key    the data key, sealed once for the passphrase and once for the recovery key
//	vault.lock   held by the one process that has the vault open
//	journal/     every commit, sealed, synced before it is acknowledged: the truth
//	db/          the same in Badger, to read quickly; rebuilt from the journal when it fails
//	clean        there after an orderly close only
//	snapshots/   backups of itself, from which it is rebuilt and behind which the journal is pruned
//
// The package knows entities by their keys and as CBOR; what they mean is the
// business of package briefing.
package storage
