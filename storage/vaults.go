package storage

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
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
}

// New makes Vaults.
func New(o Options) *Vaults {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Vaults{kdf: o.KDF, log: o.Log, disk: osDisk{}, derive: deriveKey, now: o.Now, self: o.Self, seen: &seen{name: o.Seen, disk: osDisk{}}}
}

// Create makes a vault in an empty or missing folder. What it needs to know it
// computes first and vault.key comes last, so that a folder with a key file is
// a whole vault; after an error it removes what it made.
func (v *Vaults) Create(ctx context.Context, dir string, passphrase []byte) (briefing.Created, error) {
	if len(passphrase) == 0 {
		return briefing.Created{}, briefing.ErrWeakPassphrase
	}
	if err := mustBeFree(dir); err != nil {
		return briefing.Created{}, err
	}
	made := missing(dir)
	if err := v.disk.mkdir(dir); err != nil {
		return briefing.Created{}, saveProblem(err)
	}
	lock, err := v.disk.lock(filepath.Join(dir, lockName))
	if err != nil {
		return briefing.Created{}, saveProblem(err)
	}
	if err := mustBeFree(dir); err != nil { // again: another process was quicker
		return briefing.Created{}, errors.Join(err, lock.Close())
	}
	created, err := v.create(ctx, dir, passphrase, lock)
	if err != nil {
		return briefing.Created{}, saveProblem(errors.Join(err, lock.Close(), unmake(dir, made)))
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
	return briefing.Created{Vault: opened, RecoveryKey: recovery}, nil
}

// mustBeFree refuses a folder that holds anything but what systems leave in
// every folder.
func mustBeFree(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return briefing.ErrVaultExists.Because(err)
	}
	for _, e := range entries {
		switch name := strings.ToLower(e.Name()); name {
		case ".ds_store", "desktop.ini", "thumbs.db", "lost+found", "system volume information", lockName:
		default:
			return briefing.ErrVaultExists
		}
	}
	return nil
}

func missing(dir string) bool {
	_, err := os.Stat(dir)
	return errors.Is(err, fs.ErrNotExist)
}

// unmake removes what a failed Create or Restore left: there was nothing of
// these names before.
func unmake(dir string, folder bool) error {
	var errs []error
	for _, name := range []string{keyFileName, keyFileName + ".new", markerName, journalDir, databaseDir, rebuiltDir, snapshotDir, lockName} {
		errs = append(errs, os.RemoveAll(filepath.Join(dir, name)))
	}
	if folder {
		errs = append(errs, os.Remove(dir))
	}
	return errors.Join(errs...)
}
