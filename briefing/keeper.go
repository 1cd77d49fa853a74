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

// ActLost is the act of a commit or revision that damage destroyed and that
// no copy held. It has no value and cannot be undone.
const ActLost = "act.lost"

// Damage is a saved change that was found damaged: which entity it concerns and
// where it stood in the vault's log. The key is zero where not even that is
// known.
type Damage struct {
	Key      Key    `json:"key"`
	Revision uint64 `json:"revision,omitempty"`
	Sequence uint64 `json:"sequence"`
	// Lost tells that no copy held it; otherwise it was recovered.
	Lost bool `json:"lost,omitempty"`
}

// RebuildReport says what was recovered, from where, and what was lost.
type RebuildReport struct {
	Commits  uint64 `json:"commits"` // those of the rebuilt vault, lost ones too
	Entities int    `json:"entities"`
	// How many commits came from where.
	FromJournal  int `json:"from_journal"`
	FromDatabase int `json:"from_database"`
	FromSnapshot int `json:"from_snapshot"`
	// Damaged lists what was found damaged, at most a thousand, by sequence.
	Damaged []Damage `json:"damaged"`
	// Aside is the folder that holds what was there before; nothing is deleted.
	Aside string `json:"aside"`
}

// Lost counts the changes that no copy held.
func (r *RebuildReport) Lost() int {
	n := 0
	for _, d := range r.Damaged {
		if d.Lost {
			n++
		}
	}
	return n
}

// Rebuilder is the optional ability of Vaults to make a vault's journal and
// database anew from all that opens of journal, database and snapshots. The
// errors are those of Open; what was there before is set aside.
type Rebuilder interface {
	Rebuild(ctx context.Context, dir string, secret []byte, progress Progress) (RebuildReport, error)
}

// Recovered is an optional ability of a Vault: what opening it had to repair;
// nil where it was sound.
type Recovered interface {
	Recovery() *RebuildReport
}

// Inspector is an optional ability of a Vault: look through all of it while it
// is open. What is found is repaired by the next opening.
type Inspector interface {
	Inspect(ctx context.Context, progress Progress) (CheckReport, error)
}

// RescueReport says what became of what earlier sessions could not save.
type RescueReport struct {
	Saved int `json:"saved"` // saved now
	// Kept counts what is kept aside because something else was saved in its place.
	Kept int `json:"kept"`
}

// Rescued is an optional ability of a Vault.
type Rescued interface {
	Rescued() RescueReport
}

// Restricted is an optional ability of a Vault: why it takes no commits; nil
// where it does.
type Restricted interface {
	Restriction() error
}
