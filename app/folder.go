package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"placard/briefing"
)

// entry is one line of a folder's listing.
type entry struct {
	name string
	dir  bool
}

// listDir lists a folder: folders first, then the files that end in one of
// exts (all files where exts is empty); what begins with a full stop is hidden.
func listDir(dir string, exts []string, folders bool) ([]entry, error) {
	found, err := os.ReadDir(dir)
	if err != nil {
		return nil, briefing.FileProblem(err, dir)
	}
	var out []entry
	for _, e := range found {
		name := e.Name()
		if strings.HasPrefix(name, ".") || !e.IsDir() && (folders || !fits(name, exts)) {
			continue
		}
		out = append(out, entry{name: name, dir: e.IsDir()})
	}
	slices.SortFunc(out, func(a, b entry) int {
		if a.dir != b.dir {
			if a.dir {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return out, nil
}

func fits(name string, exts []string) bool {
	if len(exts) == 0 {
		return true
	}
	return slices.ContainsFunc(exts, func(ext string) bool {
		return strings.EqualFold(strings.TrimPrefix(filepath.Ext(name), "."), strings.TrimPrefix(ext, "."))
	})
}

// meant reads a path as people type it: one that was begun anew behind the
// proposed folder, as in "/home/x//tmp/y", wins, and "~" is the home folder.
func meant(typed string) string {
	if i := strings.LastIndex(typed, "//"); i > 0 {
		typed = typed[i+1:]
	}
	i := strings.LastIndex(typed, "~")
	if i < 0 || i > 0 && !os.IsPathSeparator(typed[i-1]) || i+1 < len(typed) && !os.IsPathSeparator(typed[i+1]) {
		return typed
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return typed
	}
	return filepath.Join(home, typed[i+1:])
}

func folderOf(path string, folder bool) string {
	if folder {
		return path
	}
	return filepath.Dir(path)
}

// remember puts a folder before the others, six at most. They are kept for
// as long as the window is open and never written down.
func remember(recent []string, dir string) []string {
	recent = slices.DeleteFunc(recent, func(d string) bool { return d == dir })
	recent = append([]string{dir}, recent...)
	return recent[:min(len(recent), 6)]
}

// folder is where a picker begins.
func (s *shell) folder() string {
	if len(s.recent) > 0 {
		return s.recent[0]
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

// places are the recent folders and the usual ones that exist.
func (s *shell) places() []string {
	places := slices.Clone(s.recent)
	home, err := os.UserHomeDir()
	if err != nil {
		return places
	}
	for _, dir := range []string{home, filepath.Join(home, "Desktop"), filepath.Join(home, "Documents"), filepath.Join(home, "Downloads")} {
		if _, err := os.Stat(dir); err == nil && !slices.Contains(places, dir) {
			places = append(places, dir)
		}
	}
	return places
}

func placeName(dir string) string {
	if name := filepath.Base(dir); name != "" {
		return name
	}
	return dir
}
