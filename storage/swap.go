package storage

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"placard/briefing"
)

const (
	// rebuiltDir is where a vault is rebuilt. It holds wholeName, the report, once
	// what is in it is whole and may take the old one's place.
	rebuiltDir = "rebuilt"
	wholeName  = "whole"
	// reportName is what was found, by ids alone, beside what was set aside.
	reportName = "report.json"
)

// swap puts what was rebuilt in the place of journal and database, which are
// set aside with the report. Wherever the power goes, the next opening goes on
// from there.
func (v *Vaults) swap(dir string, report *briefing.RebuildReport) error {
	report.Aside = v.asideName(dir)
	data, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	if err := writeWhole(v.disk, filepath.Join(dir, rebuiltDir, wholeName), data); err != nil {
		return err
	}
	_, err = v.finishSwap(dir)
	return err
}

// asideName is a new folder for what is damaged.
func (v *Vaults) asideName(dir string) string {
	return filepath.Join(dir, "damaged-"+v.now().UTC().Format("20060102T150405.000000"))
}

// finishSwap does what is left of a swap, and gives its report; nil where there
// was none. What was rebuilt and is not whole is removed: it was made of what
// is still there.
func (v *Vaults) finishSwap(dir string) (*briefing.RebuildReport, error) {
	rebuilt := filepath.Join(dir, rebuiltDir)
	data, err := readWhole(v.disk, filepath.Join(rebuilt, wholeName), maxMarker)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var report briefing.RebuildReport
	if err != nil || json.Unmarshal(data, &report) != nil {
		return nil, os.RemoveAll(rebuilt)
	}
	report.Aside = filepath.Join(dir, filepath.Base(report.Aside)) // the vault may have moved
	if err := v.disk.mkdir(report.Aside); err != nil {
		return nil, err
	}
	if next := filepath.Join(rebuilt, journalDir); !missing(next) {
		err := errors.Join(
			writeWhole(v.disk, filepath.Join(report.Aside, reportName), data),
			v.putAside(dir, report.Aside, journalDir),
			v.putAside(dir, report.Aside, databaseDir),
			dropMarker(v.disk, dir))
		if err != nil {
			return nil, err
		}
		if err := v.disk.rename(next, filepath.Join(dir, journalDir)); err != nil {
			return nil, err
		}
	}
	return &report, errors.Join(v.disk.syncDir(dir), os.RemoveAll(rebuilt))
}

// putAside moves a folder of the vault away, if it is there and nothing of its
// name is there already.
func (v *Vaults) putAside(dir, aside, name string) error {
	from, to := filepath.Join(dir, name), filepath.Join(aside, name)
	if missing(from) || !missing(to) {
		return nil
	}
	if err := v.disk.rename(from, to); err != nil {
		return err
	}
	return errors.Join(v.disk.syncDir(aside), v.disk.syncDir(dir))
}
