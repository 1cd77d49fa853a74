package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"placard/briefing"
)

// maxIdentity is how large a file beside a backup may be, in bytes.
const maxIdentity = 64 << 10

// layIdentities puts the identity files of a vault beside a backup and returns
// their paths; those of an older backup of the same name go.
func layIdentities(d disk, backup string, files []identityFile) ([]string, error) {
	old, err := beside(backup)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range files {
		name := stem(backup) + "." + f.name
		if err := writeWhole(d, name, f.data); err != nil {
			return names, err
		}
		names = append(names, name)
	}
	for _, name := range old {
		if !slices.Contains(names, name) {
			err = errors.Join(err, d.remove(name))
		}
	}
	return names, err
}

// beside are the identity files that lie beside a backup.
func beside(backup string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(backup))
	if err != nil {
		return nil, err
	}
	prefix := filepath.Base(stem(backup)) + ".identity"
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), prefix) && filepath.Ext(e.Name()) == backupExt {
			names = append(names, filepath.Join(filepath.Dir(backup), e.Name()))
		}
	}
	return names, nil
}

// backupIdentity is the key that a secret gives to a backup: itself where it
// is a recovery key, else what it opens beside the backup.
func (v *Vaults) backupIdentity(file string, secret []byte) (age.Identity, error) {
	if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(secret)), []byte("AGE-SECRET-KEY-1")) {
		return identityOf(secret)
	}
	names, err := beside(file)
	if err != nil {
		return nil, briefing.FileProblem(err, file)
	}
	for _, name := range names {
		data, err := readWhole(v.disk, name, maxIdentity)
		if err != nil {
			continue
		}
		if identity, err := openIdentity(data, secret); err == nil {
			return identity, nil
		}
	}
	return nil, briefing.ErrWrongPassphrase.Because(fmt.Errorf("%d identity files beside the backup", len(names)))
}

// stem is a backup's name without its ending: what lies beside begins with it.
func stem(name string) string { return strings.TrimSuffix(name, backupExt) }
