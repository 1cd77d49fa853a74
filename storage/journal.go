package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
)

const (
	journalDir   = "journal"
	segmentExt   = ".pj"
	segmentLimit = 16 << 20 // bytes after which the next record opens a new segment
)

// journal is every commit of a vault since its first, in segments that only
// grow. It is not safe for concurrent use; the vault has one writer.
type journal struct {
	disk  disk
	dir   string
	keys  *ring
	limit int64

	start    int    // number of the first segment: those before went behind a snapshot
	first    uint64 // sequence of its first record
	segments int    // number of the last one
	file     file   // the last one
	size     int64  // of its good records: where the next one goes
	last     uint64 // sequence of the newest record
	torn     bool   // something that is no record follows the last one
	broken   error  // why nothing can be written any more in this session
}

// createJournal makes the first, empty segment.
func createJournal(d disk, dir string, keys *ring) (*journal, error) {
	j := &journal{disk: d, dir: dir, keys: keys, limit: segmentLimit, start: 1, first: 1}
	if err := d.mkdir(dir); err != nil {
		return nil, err
	}
	if err := j.rotate(); err != nil {
		return nil, err
	}
	return j, d.syncDir(filepath.Dir(dir))
}

// openJournal finds the segments and the end of the last one. It changes
// nothing; settle does, once the database has said what it holds.
func openJournal(d disk, dir string, keys *ring) (*journal, error) {
	floor, err := readFloor(d, dir, keys)
	if err != nil {
		return nil, err
	}
	last, err := lastSegmentFrom(dir, floor.Segment)
	if err != nil {
		return nil, err
	}
	j := &journal{disk: d, dir: dir, keys: keys, limit: segmentLimit, start: floor.Segment, first: floor.Sequence, segments: last}
	s, err := j.openLast()
	if err != nil {
		return nil, err
	}
	end, next, err := s.walk(func(uint64, []byte) error { return nil })
	if err != nil && !errors.Is(err, errTorn) {
		return nil, errors.Join(fmt.Errorf("journal record %d: %w", next, err), s.file.Close())
	}
	j.file, j.size, j.last, j.torn = s.file, end, next-1, err != nil
	return j, nil
}

// openLast opens the last segment for writing. One that was begun when the
// power went has nothing in it: then it is the one before, and the next
// rotation starts the other again.
func (j *journal) openLast() (*segment, error) {
	f, err := j.disk.open(j.name(j.segments), os.O_RDWR)
	if err != nil {
		return nil, err
	}
	s, err := openSegment(f, j.keys)
	if err == nil {
		return s, nil
	}
	err = errors.Join(err, f.Close())
	if !errors.Is(err, errTorn) || j.segments == j.start {
		return nil, fmt.Errorf("journal segment %d: %w", j.segments, err)
	}
	j.segments--
	return j.openLast()
}

// settle agrees with the database, which holds everything up to applied. What
// follows the last good record was never acknowledged and is put aside, unless
// the database knows it: then the journal has lost it, which is damage.
func (j *journal) settle(applied uint64, log *slog.Logger) error {
	if applied > j.last {
		return fmt.Errorf("journal ends at %d, the database at %d: %w", j.last, applied, errOrder)
	}
	if !j.torn {
		return nil
	}
	if err := j.putAside(); err != nil {
		log.Warn("torn journal record not kept", "sequence", j.last+1, "problem", problemCode(err))
	}
	if err := j.file.Truncate(j.size); err != nil {
		return err
	}
	if err := j.file.Sync(); err != nil {
		return err
	}
	log.Info("torn journal record put aside", "sequence", j.last+1)
	j.torn = false
	return nil
}

// putAside keeps the bytes of a torn write, sealed as they are.
func (j *journal) putAside() error {
	info, err := j.file.Stat()
	if err != nil {
		return err
	}
	tail := make([]byte, info.Size()-j.size)
	if _, err := j.file.ReadAt(tail, j.size); err != nil {
		return err
	}
	return writeWhole(j.disk, fmt.Sprintf("%s.torn-%d", j.name(j.segments), j.size), tail)
}

// each calls yield for every record from a sequence on, in order and without
// gaps, each opened and wiped afterwards.
func (j *journal) each(ctx context.Context, from uint64, yield func(sequence uint64, plain []byte) error) error {
	if from > j.last {
		return nil
	}
	number, expected, err := j.find(from)
	if err != nil {
		return err
	}
	for ; number <= j.segments; number++ {
		err := j.read(number, func(s *segment) error {
			if s.first != expected {
				return fmt.Errorf("journal segment %d: %w", number, errOrder)
			}
			_, next, err := s.walk(func(sequence uint64, plain []byte) error {
				if sequence < from {
					return nil
				}
				return errors.Join(ctx.Err(), yield(sequence, plain))
			})
			if err != nil {
				return fmt.Errorf("journal record %d: %w", next, err)
			}
			expected = next
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// find gives the segment that holds a sequence, and its first.
func (j *journal) find(sequence uint64) (number int, first uint64, err error) {
	for number = j.segments; number >= j.start; number-- {
		err := j.read(number, func(s *segment) error { first = s.first; return nil })
		if err != nil {
			return 0, 0, err
		}
		if first <= sequence {
			return number, first, nil
		}
	}
	return 0, 0, fmt.Errorf("journal record %d: %w", sequence, errMissing)
}

// read lends a segment to use.
func (j *journal) read(number int, use func(*segment) error) error {
	f, err := j.disk.open(j.name(number), os.O_RDONLY)
	if err != nil {
		return err
	}
	s, err := openSegment(f, j.keys)
	if err == nil {
		if number == j.segments {
			s.size = j.size
		}
		err = use(s)
	}
	return errors.Join(err, f.Close())
}

func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}

func (j *journal) name(number int) string {
	return filepath.Join(j.dir, segmentName(number))
}

func segmentName(number int) string { return fmt.Sprintf("%06d%s", number, segmentExt) }

// lastSegmentFrom is the number of the last segment; they are numbered
// without a gap from the first that was not pruned.
func lastSegmentFrom(dir string, first int) (int, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == segmentExt && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	last := first - 1
	for _, name := range names {
		if name < segmentName(first) {
			continue // pruned; the power went before it was removed
		}
		if last++; name != segmentName(last) {
			return 0, fmt.Errorf("journal segment %d: %w", last, errMissing)
		}
	}
	if last < first {
		return 0, fmt.Errorf("journal: %w", fs.ErrNotExist)
	}
	return last, nil
}
