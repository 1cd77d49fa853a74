package storage

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// sum is what a file of the vault was at an orderly close.
type sum struct {
	Size int64             `cbor:"1,keyasint"`
	SHA  [sha256.Size]byte `cbor:"2,keyasint"`
}

// sums are those of the journal's and the database's files, by name. Damage to
// any of them shows before the database is opened, whose own checks would end
// the program.
type sums map[string]sum

// takeSums reads every file of journal and database. What known holds of a
// finished file is believed: tables and full segments are never written again.
func takeSums(d disk, dir string, known sums) (sums, error) {
	all := sums{}
	for _, folder := range []string{journalDir, databaseDir} {
		entries, err := os.ReadDir(filepath.Join(dir, folder))
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || e.Name() == badgerLock {
				continue
			}
			name := folder + "/" + e.Name()
			if all[name], err = fileSum(d, dir, name, e, known); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// badgerLock is Badger's own: it holds a process id.
const badgerLock = "LOCK"

func fileSum(d disk, dir, name string, e fs.DirEntry, known sums) (sum, error) {
	info, err := e.Info()
	if err != nil {
		return sum{}, err
	}
	if had, ok := known[name]; ok && had.Size == info.Size() && finished(name) {
		return had, nil
	}
	f, err := d.open(filepath.Join(dir, filepath.FromSlash(name)), os.O_RDONLY)
	if err != nil {
		return sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, io.NewSectionReader(f, 0, info.Size()))
	return sum{Size: size, SHA: [sha256.Size]byte(h.Sum(nil))}, err
}

// finished tells whether a file is never written again once it has its size.
func finished(name string) bool { return filepath.Ext(name) == ".sst" }

// listed are the files of a folder with an extension, with their paths.
func listed(dir, ext string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && filepath.Ext(e.Name()) == ext {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	return names, nil
}

// changed names a file that is not what it was; ok is false where none is.
func (s sums) changed(now sums) (name string, ok bool) {
	for name, was := range s {
		if now[name] != was {
			return name, true
		}
	}
	for name := range now {
		if _, known := s[name]; !known {
			return name, true
		}
	}
	return "", false
}
