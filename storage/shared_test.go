package storage

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSharedFoldersAreRecognised(t *testing.T) {
	tests := []struct{ name, dir, mark, want string }{
		{"a folder of one's own", "documents/vault", "", ""},
		{"OneDrive of an organisation", "OneDrive - Ministry/work/vault", "", "OneDrive"},
		{"Dropbox of a team", "Dropbox (Mission)/vault", "", "Dropbox"},
		{"iCloud", "Library/Mobile Documents/com~apple~CloudDocs/vault", "", "iCloud"},
		{"Google Drive", "My Drive/vault", "", "Google Drive"},
		{"Google Drive on a Mac", "Library/CloudStorage/GoogleDrive-a@b.example/vault", "", "Google Drive"},
		{"Nextcloud", "Nextcloud/vault", "", "Nextcloud"},
		{"Nextcloud under another name", "mission/vault", "mission/.sync_0a1b2c.db", "Nextcloud"},
		{"Syncthing", "mission/vault", "mission/.stfolder", "Syncthing"},
		{"Dropbox under another name", "mi[ss]ion/vault", "mi[ss]ion/.dropbox.cache", "Dropbox"},
	}
	for _, tt := range tests {
		root := t.TempDir()
		dir := filepath.Join(root, filepath.FromSlash(tt.dir))
		if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil { // the vault itself is not there yet
			t.Fatal(err)
		}
		if tt.mark != "" {
			if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(tt.mark)), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, at := range []string{dir, filepath.Join(dir, "deeper")} {
			if got := testVaults(t).SharedBy(at); got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

func TestLinkIntoASharedFolder(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "Dropbox", "vault"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(root, "mine")
	if err := os.Symlink(filepath.Join(root, "Dropbox", "vault"), link); err != nil {
		t.Skip("no links here:", err)
	}
	if got := testVaults(t).SharedBy(link); got != "Dropbox" {
		t.Errorf("got %q, want Dropbox", got)
	}
}
