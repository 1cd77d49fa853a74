package storage

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
)

// seen remembers on this machine how far each vault had come when it was last
// open here, by its id and the number of commits and nothing else. A vault
// whose folder was put back to an earlier day is sound in itself; only a
// memory outside it can tell.
type seen struct {
	name string // empty remembers nothing
	disk disk
	mu   sync.Mutex
}

const maxSeen = 1 << 20 // bytes

// last is the newest commit seen of a vault; 0 for a vault never seen.
func (s *seen) last(id vaultID) (uint64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.read()
	return all[hex.EncodeToString(id[:])], err
}

// raise remembers the newest commit of a vault, unless a newer one was seen.
func (s *seen) raise(id vaultID, sequence uint64) error {
	return s.keep(id, func(before uint64) uint64 { return max(before, sequence) })
}

// set remembers the newest commit of a vault whatever was seen before.
func (s *seen) set(id vaultID, sequence uint64) error {
	return s.keep(id, func(uint64) uint64 { return sequence })
}

func (s *seen) keep(id vaultID, choose func(before uint64) uint64) error {
	if s.name == "" {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.read()
	if err != nil {
		return err
	}
	key := hex.EncodeToString(id[:])
	before, known := all[key]
	if known && choose(before) == before {
		return nil
	}
	all[key] = choose(before)
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	if err := s.disk.mkdir(filepath.Dir(s.name)); err != nil {
		return err
	}
	return writeWhole(s.disk, s.name, data)
}

// read reads what was seen; a file that cannot be understood is none.
func (s *seen) read() (map[string]uint64, error) {
	all := map[string]uint64{}
	if s.name == "" {
		return all, nil
	}
	data, err := readWhole(s.disk, s.name, maxSeen)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errTooLong) {
			err = nil
		}
		return all, err
	}
	if err := json.Unmarshal(data, &all); err != nil || all == nil {
		return map[string]uint64{}, nil //nolint:nilerr // as said: none
	}
	return all, nil
}
