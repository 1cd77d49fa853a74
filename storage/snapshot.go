package storage

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"filippo.io/age"

	"placard/storage/archive"
)

// A snapshot is a backup that the vault makes of itself, in its own folder:
// what the journal is pruned behind, and what a damaged vault is rebuilt from.
const snapshotDir = "snapshots"

const snapshotTime = "20060102T150405"

// snapshotName has the sequence and the time of a snapshot; names sort by the
// sequence, whatever the clock says.
func snapshotName(sequence uint64, at time.Time) string {
	return fmt.Sprintf("%012d-%s%s", sequence, at.UTC().Format(snapshotTime), backupExt)
}

// snapshotMade is when a snapshot was made, by its name.
func snapshotMade(name string) time.Time {
	_, at, _ := strings.Cut(stem(filepath.Base(name)), "-")
	t, err := time.Parse(snapshotTime, at)
	if err != nil {
		return time.Time{}
	}
	return t
}

// snapshotFiles are a vault's snapshots, the newest first.
func snapshotFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(dir, snapshotDir))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && filepath.Ext(e.Name()) == backupExt && snapshotSequence(e.Name()) > 0 {
			names = append(names, filepath.Join(dir, snapshotDir, e.Name()))
		}
	}
	slices.Sort(names)
	slices.Reverse(names)
	return names, nil
}

// snapshotSequence is the newest commit that a snapshot holds, by its name; 0
// for what is none.
func snapshotSequence(name string) uint64 {
	number, _, _ := strings.Cut(filepath.Base(name), "-")
	n, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// readSnapshot reads the commits of a snapshot to its end.
func (v *Vaults) readSnapshot(ctx context.Context, name string, with age.Identity, keys *ring, yield func(*archive.Commit) error) error {
	f, err := v.disk.open(name, os.O_RDONLY)
	if err != nil {
		return err
	}
	plain, err := unseal(f, with)
	if err == nil {
		_, err = archive.Read(ctx, plain, archive.Visitor{
			Begin:  func(archive.Header, []byte) (func([]byte) []byte, error) { return keys.seal, nil },
			Commit: yield,
		})
	}
	return errors.Join(err, f.Close())
}

// unseal takes gzip and age off a backup.
func unseal(f file, with age.Identity) (io.Reader, error) {
	size, err := sizeOf(f)
	if err != nil {
		return nil, err
	}
	sealed, err := age.Decrypt(bufio.NewReaderSize(io.NewSectionReader(f, 0, size), 1<<20), with)
	if err != nil {
		return nil, notDecrypted(err)
	}
	plain, err := gzip.NewReader(sealed)
	return plain, backupDamaged(err)
}
