package storage

import (
	"errors"
	"fmt"
	"os"
)

// append makes one commit durable: when it returns nil, the record survives a
// power cut. After an error nothing of it counts. A failed write is taken
// back, and the next may succeed; after a failed sync nobody knows what the
// disk holds and the system may have forgotten what it did not write, so the
// journal takes no more in this session.
func (j *journal) append(plain []byte) (sequence uint64, err error) {
	if j.broken != nil {
		return 0, fmt.Errorf("journal closed for this session: %v", j.broken) //nolint:errorlint // the cause is past: room now would not help
	}
	if j.size >= j.limit {
		if err := j.rotate(); err != nil {
			return 0, err
		}
	}
	record, err := j.frame(plain)
	if err != nil {
		return 0, err
	}
	if err := j.there(); err != nil {
		return 0, err
	}
	if _, err := j.file.WriteAt(record, j.size); err != nil {
		return 0, j.takeBack(err)
	}
	if err := j.file.Sync(); err != nil {
		err = j.takeBack(err)
		j.broken = err
		return 0, err
	}
	return j.grown(record), nil
}

// there holds that the open segment still stands under its name: what is
// written into a file that was deleted or put elsewhere is not saved.
func (j *journal) there() error {
	want, err := j.file.Stat()
	if err != nil {
		return err
	}
	got, err := os.Stat(j.name(j.segments))
	if err != nil {
		return err
	}
	if !os.SameFile(want, got) {
		return fmt.Errorf("journal segment %d: %w", j.segments, errMissing)
	}
	return nil
}

// load appends a commit to a journal that counts only once it is whole: it is
// synced where a segment ends, and by finish.
func (j *journal) load(plain []byte) error {
	if j.size >= j.limit {
		if err := errors.Join(j.file.Sync(), j.rotate()); err != nil {
			return err
		}
	}
	record, err := j.frame(plain)
	if err != nil {
		return err
	}
	if _, err := j.file.WriteAt(record, j.size); err != nil {
		return err
	}
	j.grown(record)
	return nil
}

// finish makes durable what load appended.
func (j *journal) finish() error { return j.file.Sync() }

// frame seals a commit as the next record.
func (j *journal) frame(plain []byte) ([]byte, error) {
	sequence := j.last + 1
	record := frame(j.keys.journal.seal(plain, j.keys.journalPlace(sequence)), sequence)
	if len(record) > maxRecord {
		return nil, errTooLong
	}
	return record, nil
}

// grown counts a record that was written.
func (j *journal) grown(record []byte) (sequence uint64) {
	j.size += int64(len(record))
	j.last++
	return j.last
}

// takeBack shortens the segment to its good records; where even that fails
// the journal takes no more.
func (j *journal) takeBack(cause error) error {
	if err := j.file.Truncate(j.size); err != nil {
		j.broken = errors.Join(cause, err)
	}
	return cause
}

// rotate begins the next segment. It is synced, and so is the folder, before
// a record goes into it.
func (j *journal) rotate() error {
	name := j.name(j.segments + 1)
	f, err := j.disk.open(name, os.O_CREATE|os.O_TRUNC|os.O_RDWR)
	if err != nil {
		return err
	}
	if err := j.begin(f); err != nil {
		return errors.Join(err, f.Close(), j.disk.remove(name))
	}
	if err := j.close(); err != nil {
		return errors.Join(err, f.Close())
	}
	j.file, j.size = f, int64(segmentHead)
	j.segments++
	return nil
}

func (j *journal) begin(f file) error {
	if _, err := f.WriteAt(segmentHeader(j.last+1), 0); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return j.disk.syncDir(j.dir)
}
