package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"placard/briefing"
)

var (
	_ briefing.Vault     = (*vault)(nil)
	_ briefing.Recovered = (*vault)(nil)
)

// vault is an open vault. Readers run beside each other and beside the one
// writer.
type vault struct {
	dir   string
	disk  disk
	log   *slog.Logger
	keys  *ring
	lock  io.Closer
	now   func() time.Time
	db    *database
	index *index
	seen  *seen

	// life is held by everyone who uses the database; Close takes it whole.
	life   sync.RWMutex
	closed bool

	writer  sync.Mutex // guards what follows
	journal *journal
	state   state
	broken  error  // why the vault takes no more commits in this session
	missing uint64 // commits this machine saw before and the vault lacks

	suspect atomic.Bool // something in it was found damaged
	snaps   snapshots
	proving sync.Mutex      // one proof at a time
	session context.Context // of work that outlives the call that began it

	room    room
	refuges []string
	rescued map[briefing.Key]string // emergency files by what they hold
	back    briefing.RescueReport   // what emergency files of earlier sessions came to

	known  sums                    // of files that were looked at when the vault was opened
	repair *briefing.RebuildReport // what opening had to repair
}

// Recovery is what opening the vault had to repair; nil where it was sound.
func (v *vault) Recovery() *briefing.RebuildReport { return v.repair }

// Get returns today's record of an entity.
func (v *vault) Get(ctx context.Context, k briefing.Key) (briefing.Record, error) {
	if err := ctx.Err(); err != nil {
		return briefing.Record{}, err
	}
	h, ok := v.index.head(k)
	if !ok || h.Removed {
		return briefing.Record{}, briefing.ErrNotFound
	}
	record, _, err := v.read(k, h)
	return record, err
}

// Scan lists the entities as they were when it began.
func (v *vault) Scan(ctx context.Context, t briefing.Table, parent briefing.ID, yield func(briefing.Record) error) error {
	for _, l := range v.index.living(t, parent) {
		if err := ctx.Err(); err != nil {
			return err
		}
		record, _, err := v.read(l.key, l.head)
		if err != nil {
			return err
		}
		if err := yield(record); err != nil {
			return unlessStop(err)
		}
	}
	return nil
}

// Revisions of an entity, oldest first.
func (v *vault) Revisions(ctx context.Context, k briefing.Key) ([]briefing.Record, error) {
	h, ok := v.index.head(k)
	if !ok {
		return nil, briefing.ErrNotFound
	}
	records := make([]briefing.Record, h.Revision)
	for h.Revision > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		record, before, err := v.read(k, h)
		if err != nil {
			return nil, err
		}
		records[h.Revision-1] = record
		for lost := before.Revision + 1; lost < h.Revision; lost++ {
			records[lost-1] = briefing.Record{Key: k, Revision: lost, Act: briefing.Act{Code: briefing.ActLost}}
		}
		h = before
	}
	return records, nil
}

// Commits calls yield for the commits there were when it began, newest first.
func (v *vault) Commits(ctx context.Context, yield func(briefing.Entry) error) error {
	for sequence := v.index.last(); sequence > 0; sequence-- {
		if err := ctx.Err(); err != nil {
			return err
		}
		entry, err := v.entry(sequence)
		if err != nil {
			return err
		}
		if err := yield(entry); err != nil {
			return unlessStop(err)
		}
	}
	return nil
}

// read reads a revision, and where the one before it is.
func (v *vault) read(k briefing.Key, h head) (record briefing.Record, before head, err error) {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return briefing.Record{}, head{}, errClosed
	}
	r, err := v.db.revision(k, h.Revision, h.Sequence)
	if err != nil {
		return briefing.Record{}, head{}, openProblem(err)
	}
	record, err = r.record(k, h.Revision, h.Sequence)
	return record, head{Revision: h.Revision - 1 - r.Gap, Sequence: r.Previous}, err
}

func (v *vault) entry(sequence uint64) (briefing.Entry, error) {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return briefing.Entry{}, errClosed
	}
	l, err := v.db.log(sequence)
	return l.entry(sequence), openProblem(err)
}

// Close waits for who reads or writes, and leaves the marker of an orderly
// end once the database is closed. Every commit is durable before: an error
// here loses nothing. Closing twice is the same as once.
func (v *vault) Close() error {
	v.snaps.stop()
	v.writer.Lock()
	defer v.writer.Unlock()
	if v.closed {
		return nil
	}
	v.rest()
	v.life.Lock()
	defer v.life.Unlock()
	v.closed = true
	err := errors.Join(v.closeDatabase(), v.journal.close())
	if err == nil && v.broken == nil && !v.suspect.Load() {
		v.mark()
	}
	v.remember()
	v.keys.wipe()
	if err = errors.Join(err, v.lock.Close()); err != nil {
		return fmt.Errorf("close vault: %w", err)
	}
	return nil
}

// closePatience is how long closing the database may take. It tries for ever
// to write where it cannot.
const closePatience = 30 * time.Second

var errStuck = errors.New("database does not close")

// closeDatabase closes the database where it can write what that takes. Else
// it is left as it is, and the next opening looks through the vault.
func (v *vault) closeDatabase() error {
	if v.db.room == nil {
		return v.db.close()
	}
	if missing(filepath.Join(v.dir, databaseDir)) {
		v.suspect.Store(true)
		return briefing.ErrNoVault.Because(errMissing)
	}
	if !v.room.closes() {
		if err := v.room.dropBallast(); err != nil {
			v.log.Warn("ballast not dropped", "problem", problemCode(err))
		}
	}
	if !v.room.closes() {
		v.suspect.Store(true)
		v.log.Warn("no room to close the database")
		return nil
	}
	done := make(chan error, 1)
	go func() { done <- v.db.close() }()
	select {
	case err := <-done:
		return err
	case <-time.After(closePatience):
		v.suspect.Store(true)
		return errStuck
	}
}

// mark leaves the marker; without it the next opening takes a closer look.
func (v *vault) mark() {
	if err := writeMarker(v.disk, v.dir, v.keys, v.state.Applied, v.known); err != nil {
		v.log.Warn("no marker of an orderly close", "problem", problemCode(err))
	}
}

// discard closes what a failed Create opened; its lock is the caller's.
func (v *vault) discard() error {
	return errors.Join(v.db.close(), v.journal.close())
}

func unlessStop(err error) error {
	if errors.Is(err, briefing.ErrStop) {
		return nil
	}
	return err
}
