package briefing

import (
	"context"
	"time"
)

// BackupReport says what a backup holds and where it is. It was proved: read
// back, restored to a temporary place and compared.
type BackupReport struct {
	Path      string    `json:"path"`
	At        time.Time `json:"at"`
	Bytes     int64     `json:"bytes"`
	Commits   uint64    `json:"commits"`
	Revisions int       `json:"revisions"`
	Entities  int       `json:"entities"` // as of today
	Files     int       `json:"files"`
	// Identities are the files beside it that a passphrase opens, and which
	// open it; the recovery key needs none.
	Identities []string `json:"identities"`
}

// Backer is the optional second ability of a Vault: write all of it, sealed,
// in an open format. to is a file, or a folder in which the backup gets a name
// with the time. A file that is there is replaced once the new one is proved.
// ErrReadOnly, ErrDiskFull, ErrVaultDamaged where a part of the vault cannot be
// read, ErrNotProved where what was written is not what the vault holds; then
// there is no new file.
type Backer interface {
	Backup(ctx context.Context, to string, progress Progress) (BackupReport, error)
}

// RestoreReport says what came back.
type RestoreReport struct {
	Made      time.Time `json:"made"` // when the backup was
	Commits   uint64    `json:"commits"`
	Revisions int       `json:"revisions"`
	Entities  int       `json:"entities"`
	Files     int       `json:"files"`
}

// Backups is an optional ability of Vaults: what is done with whole vaults.
type Backups interface {
	// Restore makes a vault of a backup in an empty or missing folder. The
	// secret is the passphrase the vault had then, for which the identity file
	// must lie beside the backup, or its recovery key; both open the new vault
	// too. ErrNotFound, ErrNotABackup, ErrBackupDamaged, ErrWrongPassphrase,
	// ErrVaultExists, ErrVaultNewer, ErrDiskFull, ErrReadOnly; then the folder
	// is as it was.
	Restore(ctx context.Context, file, dir string, secret []byte, progress Progress) (RestoreReport, error)
}
