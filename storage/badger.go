package storage

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/ristretto/v2/z"

	"placard/briefing"
)

// keysForEver is how long one of Badger's own keys serves: our seals are above.
const keysForEver = 100 * 365 * 24 * time.Hour

// badgerOptions keep Badger small, synced and silent. Its defaults would
// reserve 2.3 GB on Windows; its checksums end the program from a goroutine
// nobody can recover, and our seals do their work.
func badgerOptions(dir string, key []byte, log *slog.Logger) badger.Options {
	return badger.DefaultOptions(dir).
		WithSyncWrites(true).
		WithEncryptionKey(key).
		WithEncryptionKeyRotationDuration(keysForEver). // 0 would make a key for every file
		WithMemTableSize(16 << 20).
		WithValueThreshold(1 << 20). // everything in the tree: larger values come in pieces
		WithValueLogFileSize(4 << 20).
		WithNumCompactors(2).
		WithCompression(options.ZSTD).
		WithZSTDCompressionLevel(1).
		WithBlockSize(16 << 10).
		WithBlockCacheSize(16 << 20).
		WithIndexCacheSize(16 << 20).
		WithChecksumVerificationMode(options.NoVerification).
		WithDetectConflicts(false). // one writer
		WithMetricsEnabled(false).
		WithLogger(quiet{log})
}

// quiet passes on what Badger says without what it says it of: its arguments
// hold keys and paths.
type quiet struct{ log *slog.Logger }

func (q quiet) Errorf(format string, _ ...any)   { q.say(format) }
func (q quiet) Warningf(format string, _ ...any) { q.say(format) }
func (q quiet) Infof(format string, _ ...any)    { q.say(format) }
func (q quiet) Debugf(format string, _ ...any)   { q.say(format) }
func (q quiet) say(format string)                { q.log.Debug("badger", "event", strings.TrimSpace(format)) }

// openBadger opens the database's folder, or refuses it.
func openBadger(dir string, key []byte, log *slog.Logger) (db *badger.DB, err error) {
	if err := complete(dir); err != nil {
		return nil, err
	}
	// A file that a kill left empty fails the first opening and is in order
	// for the next; there can be one of each kind. A lock may be held for a
	// moment by a process that is just being started.
	for range 8 {
		err = guard(func() (err error) {
			db, err = badger.Open(badgerOptions(dir, key, log))
			return err
		})
		switch {
		case err == nil:
			return db, nil
		case isBadgerLock(err):
			err = fmt.Errorf("database: %w", errLocked)
			<-time.After(25 * time.Millisecond)
		case !isNewFile(err):
			return nil, err
		}
	}
	return nil, err
}

func isBadgerLock(err error) bool {
	return strings.Contains(err.Error(), "Cannot acquire directory lock")
}

func isNewFile(err error) bool {
	return errors.Is(err, z.NewFile) || strings.Contains(err.Error(), z.NewFile.Error())
}

// complete refuses a folder that lost the files Badger knows the others by: it
// would delete the rest.
func complete(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	for _, name := range []string{badger.ManifestFilename, badger.KeyRegistryFileName} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			return fmt.Errorf("%s: %w", name, errMissing)
		}
	}
	return nil
}

// guard runs a call into Badger and turns its panics, and faults in the files
// it maps, into damage. It cannot help in Badger's own goroutines. What was
// panicked with may hold a user's words and is not kept.
func guard(call func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = briefing.ErrVaultDamaged.Because(fmt.Errorf("database panicked with %T", r))
		}
	}()
	return call()
}
