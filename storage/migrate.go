package storage

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"

	"placard/briefing"
)

// migration changes one commit of a vault from the format of its number to that
// of the next.
type migration func(*commitRecord) error

// migrations are the steps from each older version of the format. A stored
// vault of each released version is in testdata.
var migrations = map[int]migration{}

// formatName is the file in the journal's folder that says of which version a
// rebuilt journal is.
const formatName = "format"

// migrate brings a vault of an older version up to this one. It rebuilds the
// journal through all steps and sets the old one aside, untouched; the key
// file's version follows. Wherever that breaks off, the next opening goes on.
func (v *Vaults) migrate(ctx context.Context, dir string, k *keyFile, u *unlocked) error {
	if k.Version == version {
		return nil
	}
	if _, err := v.finishSwap(dir); err != nil {
		return err
	}
	has, err := journalFormat(v.disk, dir, u.keys, k.Version)
	if err != nil {
		return briefing.ErrVaultDamaged.Because(err)
	}
	if has < version {
		v.log.Info("vault is brought up to this version", "version", has)
		o := order{Task: taskRebuild, Dir: dir, Database: true, Older: true, From: has}
		if _, err := v.ask(ctx, o, u, nil); err != nil {
			return err
		}
	}
	k.Version = version
	return saveProblem(k.write(v.disk, filepath.Join(dir, keyFileName), u.keys))
}

// stepsFrom leads a commit from a version to this one.
func stepsFrom(from int) migration {
	return func(c *commitRecord) error {
		for n := from; n < version; n++ {
			step, ok := migrations[n]
			if !ok {
				return briefing.ErrUnsupported.Because(nil, "Version", n)
			}
			if err := step(c); err != nil {
				return err
			}
		}
		return nil
	}
}

// journalFormat is the version of a journal; otherwise where it does not say.
func journalFormat(d disk, dir string, keys *ring, otherwise int) (int, error) {
	sealed, err := readWhole(d, filepath.Join(dir, journalDir, formatName), 1<<10)
	if errors.Is(err, fs.ErrNotExist) {
		return otherwise, nil
	}
	if err != nil {
		return 0, err
	}
	plain, err := keys.values.open(sealed, []byte(journalDir+"/"+formatName))
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(string(plain))
}

// writeFormat says that a journal is of this version.
func writeFormat(d disk, journal string, keys *ring) error {
	sealed := keys.values.seal([]byte(strconv.Itoa(version)), []byte(journalDir+"/"+formatName))
	return writeWhole(d, filepath.Join(journal, formatName), sealed)
}
