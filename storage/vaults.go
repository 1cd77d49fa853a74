package storage

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"placard/briefing"
)

var (
	_ briefing.Vaults  = (*Vaults)(nil)
	_ briefing.Checker = (*Vaults)(nil)
	_ briefing.Backups = (*Vaults)(nil)

	_ briefing.Rebuilder = (*Vaults)(nil)
)

const lockName = "vault.lock"

// Options of Vaults. The zero value is what people's vaults need.
type Options struct {
	// KDF is the cost of new passphrase slots; zero measures the machine and
	// takes about a second. Tests set a cheap one.
	KDF KDF
	// Seen is the file in which this machine remembers how far each vault was,
	// to notice one that was put back to an earlier day; empty remembers nothing.
	Seen string
	// Log hears what was recovered, by sequence and id; nil is slog's default.
	Log *slog.Logger
	// Now is the clock; nil is the system's. Nothing depends on it but the names
	// of backups and when snapshots are due: order is kept by sequence.
	Now func() time.Time
	// Self is the program that serves ChildFlag; empty does the child's work in
	// this process.
	Self string
}

// Vaults makes and opens vaults. It is safe for concurrent use.
type Vaults struct {
	kdf    KDF
	log    *slog.Logger
	disk   disk
	derive derivation
	now    func() time.Time
	seen   *seen
	self   string
	// refuges take what cannot be saved in the vault's folder.
	refuges []string
}

// New makes Vaults.
func New(o Options) *Vaults {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Vaults{
		kdf: o.KDF, log: o.Log, disk: osDisk{}, derive: deriveKey, now: o.Now, self: o.Self,
		seen: &seen{name: o.Seen, disk: osDisk{}}, refuges: refuges(),
	}
}

// Create makes a vault in an empty or missing folder. What it needs to know it
// computes first and vault.key comes last, so that a folder with a key file is
// a whole vault; after an error it removes what it made, and what a kill left
// of it is removed by the next try.
func (v *Vaults) Create(ctx context.Context, dir string, passphrase []byte) (briefing.Created, error) {
	if len(passphrase) == 0 {
		return briefing.Created{}, briefing.ErrWeakPassphrase
	}
	lock, undo, err := v.claim(dir)
	if err != nil {
		return briefing.Created{}, err
	}
	created, err := v.create(ctx, dir, passphrase, lock)
	if err != nil {
		return briefing.Created{}, saveProblem(errors.Join(err, lock.Close(), undo()))
	}
	return created, nil
}

func (v *Vaults) create(ctx context.Context, dir string, passphrase []byte, lock io.Closer) (briefing.Created, error) {
	file, keys, recovery, err := newKeyFile(passphrase, v.cost(), v.derive)
	if err != nil {
		return briefing.Created{}, err
	}
	if err := ctx.Err(); err != nil {
		return briefing.Created{}, err
	}
	j, err := createJournal(v.disk, filepath.Join(dir, journalDir), keys)
	if err != nil {
		return briefing.Created{}, err
	}
	opened, err := v.start(ctx, dir, keys, j, lock)
	if err != nil {
		return briefing.Created{}, errors.Join(err, j.close())
	}
	if err := file.write(v.disk, filepath.Join(dir, keyFileName), keys); err != nil {
		return briefing.Created{}, errors.Join(err, opened.discard())
	}
	v.finished(dir)
	return briefing.Created{Vault: opened, RecoveryKey: recovery}, nil
}
