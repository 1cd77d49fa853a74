package archive

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode"

	"placard/briefing"
)

const (
	format = "placard.backup"
	// version of the format: newer ones are refused.
	version = 1

	headerName   = "header.json"
	readmeName   = "README.txt"
	keyFileName  = "vault.key"
	commitsDir   = "commits"
	todayDir     = "today"
	filesDir     = "files"
	manifestName = "manifest.json"
	sumsName     = "SHA256SUMS"
	sealName     = "SHA256SUMS.hmac"

	partLimit  = 8 << 20 // bytes of lines and files after which a part is written
	entryLimit = 1 << 30 // bytes of one entry
)

var (
	errMissing = errors.New("missing")
	errOrder   = errors.New("out of order")
	errSum     = errors.New("not what the list of sums says")
)

// Header begins an archive: what it is and of which vault.
type Header struct {
	Format  string    `json:"format"`
	Version int       `json:"version"`
	Vault   string    `json:"vault"` // the vault's id
	Made    time.Time `json:"made"`
	// Commits is the sequence of the newest commit.
	Commits uint64 `json:"commits"`
}

// Manifest counts what an archive holds.
type Manifest struct {
	Commits   uint64 `json:"commits"`
	Revisions int    `json:"revisions"`
	Entities  int    `json:"entities"` // of today
	Files     int    `json:"files"`
}

// readme tells people what they have before them.
const readme = `This is a backup of a Placard vault: every saved version of every word, and
the documents as they came. It can be read without Placard.

files/      the documents, byte for byte, in a folder for each saved change
today/      everything as it stood when the backup was made, a line of JSON each
commits/    every change since the vault was made, oldest first, a line each
vault.key   the vault's keys, sealed with its passphrase; Placard needs it to restore

"text", "texts", "title", "label" and "quote" hold the words. A "note" is a
document; its "blocks" are in the "text" with the same id; a "position" or an
"annotation" names the paragraph in "subject" or "anchor".

SHA256SUMS lists the sums of all files: sha256sum -c SHA256SUMS
`

// fileName is where a document of a change stands: in a folder of its own, so
// that it keeps its name.
func fileName(c *Commit, at int) string {
	return fmt.Sprintf("%s/%08d-%d/%s", filesDir, c.Sequence, at+1, cleanName(documentName(c, at)))
}

// documentName is what people call the bytes of a change.
func documentName(c *Commit, at int) string {
	change := c.Changes[at]
	if r, ok := change.Value.(*briefing.Return); ok {
		return r.Name
	}
	for _, other := range c.Changes {
		if n, ok := other.Value.(*briefing.Note); ok && n.ID == change.Key.ID {
			return n.Source.Name
		}
	}
	return ""
}

// cleanName is a name that every system takes and that leads nowhere else.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	name = strings.Trim(name, ". ")
	if len(name) > 120 {
		ext := path.Ext(name)
		if len(ext) > 8 {
			ext = ""
		}
		name = strings.ToValidUTF8(name[:100], "") + ext
	}
	if name == "" {
		return "document"
	}
	return name
}
