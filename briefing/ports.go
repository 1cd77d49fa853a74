package briefing

import (
	"context"
	"image"
	"io"
)

// Progress hears how far long work has come; nil is allowed everywhere one is
// taken. total is 0 while unknown.
type Progress func(done, total int)

// Tell calls p if there is one.
func (p Progress) Tell(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// Store keeps entities. Every method is a transaction of its own.
type Store interface {
	// Get returns today's record; ErrNotFound where there is none or it was removed.
	Get(ctx context.Context, k Key) (Record, error)
	// Scan calls yield for today's records of a table, in key order, those
	// under one parent where parent is not zero; it stops at yield's first error.
	Scan(ctx context.Context, t Table, parent ID, yield func(Record) error) error
	// Commit writes all changes or none. When it returns without an error the
	// commit survives a power cut. ErrConflict (a *ConflictError) where a
	// change's base is not today's revision; ErrDiskFull and ErrReadOnly where
	// nothing was saved.
	Commit(ctx context.Context, c Commit) (Receipt, error)
}

// Log is the past of a vault.
type Log interface {
	// Revisions of an entity, oldest first, removals too.
	Revisions(ctx context.Context, k Key) ([]Record, error)
	// Commits calls yield from the newest commit back; it stops at yield's
	// first error, and ErrStop ends it without one.
	Commits(ctx context.Context, yield func(Entry) error) error
}

// Vault is an open vault: what a Desk works on.
type Vault interface {
	Store
	Log
	Shelf
	io.Closer
}

// Created is a new vault and the one thing shown once: its recovery key.
type Created struct {
	Vault       Vault
	RecoveryKey string
}

// Vaults is what a front needs before a Desk exists. Passphrases are the
// caller's to wipe.
type Vaults interface {
	// Create makes a vault in an empty or missing folder; ErrVaultExists,
	// ErrReadOnly.
	Create(ctx context.Context, dir string, passphrase []byte) (Created, error)
	// Open unlocks a vault with a passphrase or the recovery key:
	// ErrNoVault, ErrWrongPassphrase, ErrVaultInUse, ErrVaultNewer,
	// ErrVaultDamaged.
	Open(ctx context.Context, dir string, secret []byte) (Vault, error)
	// ChangePassphrase rewrites the passphrase slot; everything else stays.
	ChangePassphrase(ctx context.Context, dir string, old, fresh []byte) error
}

// CheckReport is what looking through a whole vault found.
type CheckReport struct {
	Entities  int      `json:"entities"`
	Revisions int      `json:"revisions"`
	Commits   uint64   `json:"commits"`
	Problems  []string `json:"problems"` // codes with ids, never words of the user
	// Damaged lists the saved changes that were found damaged, at most a thousand.
	Damaged []Damage `json:"damaged,omitempty"`
}

// Checker is the optional second ability of Vaults: look through everything.
type Checker interface {
	Check(ctx context.Context, dir string, secret []byte, progress Progress) (CheckReport, error)
}

// Recognized is what an Extractor made of a document.
type Recognized struct {
	Note     Note      `json:"note"`
	Blocks   []Block   `json:"blocks"`
	Meetings []Meeting `json:"meetings"`
	// Left counts what was not taken over, by code: "hidden_text", "furniture".
	Left map[string]int `json:"left,omitempty"`
}

// Original is a document as it came. The password opens it where it is closed
// by one; it is never kept.
type Original struct {
	Name     string
	Data     []byte
	Password string
}

// Extractor reads a document into blocks: ErrEmptyFile, ErrBinaryFile,
// ErrUnsupported, ErrEncrypted (a password is missing or wrong), ErrLocked (a
// password closes it in a way that cannot be opened here), ErrTooLarge,
// ErrScan (a picture of a page, without pages to type from), ErrUnreadable. Odd
// text is no error: it yields less structure, with doubts. A page that is a
// picture yields an empty block in doubt. It finds no asks; FindAsks does.
type Extractor interface {
	Extract(ctx context.Context, o Original, progress Progress) (*Recognized, error)
}

// PagePictures draws pages of a document as they look. Pages count from 1 and
// are as wide as asked, in pixels: ErrUnsupported where a format has no pages,
// ErrNotFound behind the last, and the Extractor's errors.
type PagePictures interface {
	PagePicture(ctx context.Context, o Original, page, width int) (image.Image, error)
}

// Packer decides what stands in a pack. ErrInvalid where the variant is
// unknown or the gate is for another audience than the pack, ErrNothingToExport
// where nothing would stand in the paper.
type Packer interface {
	Pack(d *Dossier, p *Pack, g Gate, words Words) (*Paper, error)
}

// PackLister is the optional second ability of a Packer: which items a pack
// could have, in the order of the note.
type PackLister interface {
	PackItems(d *Dossier, p *Pack, g Gate, words Words) []PackItem
}

// Tabler decides what stands in the rows of workbooks. ErrNothingToExport
// where there would be none.
type Tabler interface {
	// Matrix compares everybody on one note; delegations have a column even
	// where nothing is known of them.
	Matrix(d *Dossier, delegations []ID, g Gate, words Words) (*Matrix, error)
	// Review is capital's workbook of a batch, its manifest filled; b itself
	// is not changed. ErrInvalid where the gate is not capital's.
	Review(d *Dossier, b *Batch, choice ReviewChoice, g Gate, words Words) (*Review, error)
}

// Workbook writes and reads spreadsheets. What it is given has passed the gate.
type Workbook interface {
	WriteMatrix(ctx context.Context, w io.Writer, m *Matrix, words Words) error
	WriteReview(ctx context.Context, w io.Writer, r *Review, words Words) error
}

// Mapper draws the stance map of a comparison, "svg" or "png". What it is given
// has passed the gate. ErrUnsupported for another format, ErrNothingToExport
// where nobody's stance stands in it.
type Mapper interface {
	DrawMap(ctx context.Context, w io.Writer, m *Matrix, format string, words Words) error
}

// Returns reads workbooks that come back from capital. ErrWorkbookFormat,
// ErrEncrypted, ErrNotAReview, ErrWorkbookDamaged, ErrTooLarge; odd rows and
// cells are no errors, they are findings.
type Returns interface {
	ReadReview(ctx context.Context, data []byte, words Words) (*Returned, error)
}

// Publisher sets a paper into a file format.
type Publisher interface {
	Publish(ctx context.Context, w io.Writer, p *Paper, progress Progress) error
}

// Lettering is the optional second ability of a Publisher: which letters of a
// paper it has no shapes for, each once.
type Lettering interface {
	Lacking(p *Paper) []rune
}

// Words is the catalogue in one language. Keys are dotted codes; args are
// name, value pairs; a missing key comes back in ⟦brackets⟧ so that it is seen.
type Words interface {
	Say(key string, args ...any) string
	// In is the catalogue in another language ("en", "fr", "es").
	In(language string) Words
	Language() string
}

// Directory is the reference list of delegations and groups that a new vault
// starts from, with its source and the source's date.
type Directory interface {
	Delegations() ([]Delegation, error)
}
