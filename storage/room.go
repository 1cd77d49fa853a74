package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"placard/briefing"
)

// Badger writes into maps of its files, and where the disk has no room for a
// page the system ends the program. So a vault takes no commit unless there is
// room for all that Badger may come to write for it: the memory table once
// more as a table, and the tables it may merge. The ballast is room that only
// closing uses.
const (
	roomLeast   = 8 << 20
	roomFlush   = 16 << 20 // a full memory table
	roomMerge   = 96 << 20 // the most that is merged at once
	ballastSize = 16 << 20

	ballastName = "ballast"
)

var errNoRoom = errors.New("not enough room left on the disk")

// room watches the space that an open vault may need.
type room struct {
	dir     string
	disk    disk
	tables  int64 // bytes of tables there were when the vault was opened
	written int64 // bytes that went in since
}

// measure takes in what the database holds.
func (r *room) measure() {
	r.tables = allocated(filepath.Join(r.dir, databaseDir), ".sst")
}

// needed is how much must be free before size bytes more go in.
func (r *room) needed(size int64) int64 {
	return roomLeast + 3*size + min(roomFlush, r.written) + min(roomMerge, r.tables+r.written)
}

// gate lets a commit of about size bytes through, or says that the disk is
// full before anything is written. Where the system does not tell how much is
// free, writing has to show it.
func (r *room) gate(size int) error {
	free, err := r.disk.free(r.dir)
	if err == nil && free < r.needed(int64(size)) {
		return briefing.ErrDiskFull.Because(errNoRoom)
	}
	return nil
}

// took counts what went in.
func (r *room) took(size int) { r.written += int64(size) }

// closes tells whether there is room to close the database, once the ballast
// is gone. Where there is none the database is left as it is: the journal has
// everything, and the next opening looks through it.
func (r *room) closes() bool {
	free, err := r.disk.free(r.dir)
	return err != nil || free >= min(roomFlush, 2*r.written)+roomLeast/4
}

// layBallast sets room aside where there is plenty.
func (r *room) layBallast() error {
	name := filepath.Join(r.dir, ballastName)
	if info, err := os.Stat(name); err == nil && info.Size() == ballastSize {
		return nil
	}
	free, err := r.disk.free(r.dir)
	if err != nil || free < 4*(roomLeast+ballastSize) {
		return nil //nolint:nilerr // as good as no room to spare
	}
	return r.disk.allocate(name, ballastSize)
}

// dropBallast gives the room back.
func (r *room) dropBallast() error {
	err := r.disk.remove(filepath.Join(r.dir, ballastName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// settleIn does what an opened vault does first: it saves what earlier
// sessions could not, and lays its ballast.
func (v *vault) settleIn() {
	if v.broken != nil {
		return
	}
	v.makeGood()
	if err := v.room.layBallast(); err != nil {
		v.log.Warn("no ballast", "problem", problemCode(err))
	}
}

// opens tells whether there is room to open the vault's database: what its log
// holds becomes a table then.
func (r *room) opens() bool {
	free, err := r.disk.free(r.dir)
	if err != nil {
		return true
	}
	r.measure()
	return free >= roomLeast+min(roomFlush, allocated(filepath.Join(r.dir, databaseDir), ".mem"))+min(roomMerge, r.tables)
}
