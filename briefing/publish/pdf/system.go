package pdf

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"placard/briefing/publish/pdf/typeface"
)

// systemFonts finds fonts of the machine for letters that the bundled ones
// lack; Chinese above all, whose fonts are too large to bundle.
type systemFonts struct {
	mu   sync.Mutex
	read map[string]*typeface.Font // by path; nil for those of no use
}

// known are the files that systems ship with Chinese, Japanese or Korean
// letters, the better first.
var known = []string{
	"NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "NotoSerifSC-Regular.otf", "NotoSansCJK-Regular.ttc",
	"NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "SourceHanSerifSC-Regular.otf", "SourceHanSansSC-Regular.otf",
	"Songti.ttc", "STSong.ttf", "Hiragino Sans GB.ttc", "PingFang.ttc", "simsun.ttc", "msyh.ttc",
	"uming.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc", "DroidSansFallbackFull.ttf", "Arial Unicode.ttf",
}

// mostFont bounds what is read: the largest of them have 40 MB.
const mostFont = 64 << 20

// forLetters gives the first font that has any of the letters; none where
// there are no letters or no font.
func (s *systemFonts) forLetters(letters []rune) []*typeface.Font {
	if len(letters) == 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, path := range systemFontFiles() {
		if font := s.open(path); font != nil && slices.ContainsFunc(letters, font.Has) {
			return []*typeface.Font{font}
		}
	}
	return nil
}

func (s *systemFonts) open(path string) *typeface.Font {
	if font, seen := s.read[path]; seen {
		return font
	}
	if s.read == nil {
		s.read = map[string]*typeface.Font{}
	}
	s.read[path] = nil
	info, err := os.Stat(path)
	if err != nil || info.Size() > mostFont {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	font, err := typeface.ReadCollection("SystemSerif", data, "SC")
	if err != nil {
		return nil
	}
	s.read[path] = font
	return font
}

// systemFontFiles are the known fonts that the machine has, in their order.
func systemFontFiles() []string {
	found := map[string]string{}
	for _, dir := range fontFolders() {
		_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && found[e.Name()] == "" {
				found[e.Name()] = path
			}
			return nil // what cannot be read holds no font for us
		})
	}
	var out []string
	for _, name := range known {
		if path := found[name]; path != "" {
			out = append(out, path)
		}
	}
	return out
}

func fontFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("SystemRoot"), "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
}
