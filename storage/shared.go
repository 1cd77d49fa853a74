package storage

import (
	"os"
	"path/filepath"
	"strings"

	"placard/briefing"
)

var _ briefing.Placed = (*Vaults)(nil)

// networkShare is what SharedBy calls a file system of another machine.
const networkShare = "network"

// sharedNames begin the names of folders that programs keep the same on
// several machines.
var sharedNames = []struct{ begins, program string }{
	{"onedrive", "OneDrive"},
	{"dropbox", "Dropbox"},
	{"icloud", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"mobile documents", "iCloud"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"my drive", "Google Drive"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
	{"pclouddrive", "pCloud"},
	{"proton drive", "Proton Drive"},
	{"protondrive", "Proton Drive"},
	{"seafile", "Seafile"},
	{"syncthing", "Syncthing"},
	{"box sync", "Box"},
	{"cloudstorage", "CloudStorage"},
}

// sharedMarks are files that those programs leave in the folders they keep.
var sharedMarks = []struct{ pattern, program string }{
	{".dropbox", "Dropbox"},
	{".dropbox.cache", "Dropbox"},
	{".nextcloudsync.log", "Nextcloud"},
	{".owncloudsync.log", "ownCloud"},
	{".sync_*.db", "Nextcloud"},
	{".stfolder", "Syncthing"},
	{".tmp.drivedownload", "Google Drive"},
	{".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
}

// SharedBy looks at the folder, as it is named and as links lead to it, at all
// above it, and at the file system.
func (v *Vaults) SharedBy(dir string) string {
	named, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	there := existing(named)
	for _, dir := range []string{named, there} {
		if program := sharedAbove(dir); program != "" {
			return program
		}
	}
	if onNetwork(there) {
		return networkShare
	}
	return ""
}

func sharedAbove(dir string) string {
	for {
		if program := sharedHere(dir); program != "" {
			return program
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

func sharedHere(dir string) string {
	name := strings.ToLower(filepath.Base(dir))
	for _, n := range sharedNames {
		if strings.HasPrefix(name, n.begins) {
			return n.program
		}
	}
	for _, m := range sharedMarks {
		if found, err := filepath.Glob(filepath.Join(quoteGlob(dir), m.pattern)); err == nil && len(found) > 0 {
			return m.program
		}
	}
	return ""
}

// quoteGlob takes a folder's name literally in a pattern.
func quoteGlob(dir string) string {
	if filepath.Separator == '\\' {
		return dir // Windows has no quoting, and no such signs but brackets
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}

// existing is the nearest folder that is there, links followed.
func existing(dir string) string {
	for {
		if found, err := filepath.EvalSymlinks(dir); err == nil {
			return found
		}
		if _, err := os.Lstat(dir); err == nil || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}
