package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// Limits of a workbook that comes back.
type Limits struct {
	File, Unpacked int64 // bytes
	Parts, Depth   int   // parts of the package, nesting in one
	Rows, Columns  int   // of a sheet
	Cells, Strings int   // of the workbook
}

// DefaultLimits are far above what people make: a review of 2,000 rows stays
// under a tenth of each.
var DefaultLimits = Limits{
	File: 32 << 20, Unpacked: 64 << 20, Parts: 1000, Depth: 64,
	Rows: 50_000, Columns: 512, Cells: 1_000_000, Strings: 500_000,
}

// lastRow is that of the file format.
const lastRow = 1 << 20

// Foreign is what a look at a workbook from outside told, before anything of
// it is believed.
type Foreign struct {
	// Format is "xlsx" or "ods".
	Format string
	// Notes are codes of what it holds and Placard leaves alone: "macros",
	// "external_links", "embedded".
	Notes []string
}

// The codes of Foreign.Notes.
const (
	NoteMacros        = "macros"
	NoteExternalLinks = "external_links"
	NoteEmbedded      = "embedded"
)

// Preflight looks through a workbook that somebody sent, within limits of
// size, parts, depth, rows and columns, before a library parses it: excelize
// takes half a sheet without an error and fills memory for one far-away cell.
//
// ErrEmptyFile, ErrTooLarge (Reason: "file", "unpacked", "parts", "rows",
// "columns", "cells", "strings"), ErrEncrypted for one with a password,
// ErrUnsupported for an old .xls or what is no workbook, ErrUnreadable
// (Reason: "cut_short", "damaged", "doctype", "depth", "encoding", "names") where it
// is broken; each names the part and, in a sheet, the cell.
func (l Limits) Preflight(ctx context.Context, data []byte) (Foreign, error) {
	if len(data) == 0 {
		return Foreign{}, briefing.ErrEmptyFile
	}
	if int64(len(data)) > l.File {
		return Foreign{}, tooLarge("file", "", "")
	}
	if err := oldFormat(data); err != nil {
		return Foreign{}, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Foreign{}, notAZip(data, err)
	}
	found, err := l.listParts(z.File)
	if err != nil {
		return Foreign{}, err
	}
	if found.Format == "ods" && odsEncrypted(z) {
		return Foreign{}, briefing.ErrEncrypted
	}
	check := checker{Limits: l, ctx: ctx, left: l.Unpacked}
	for _, f := range z.File {
		if err := check.part(f); err != nil {
			return Foreign{}, err
		}
	}
	return found, nil
}

// oleSignature begins Microsoft's older container: an .xls, or an encrypted
// package of today's format.
var oleSignature = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

func oldFormat(data []byte) error {
	if !bytes.HasPrefix(data, oleSignature) {
		return nil
	}
	if bytes.Contains(data, utf16le("EncryptedPackage")) {
		return briefing.ErrEncrypted
	}
	return briefing.ErrUnsupported.Because(nil, "Name", "xls")
}

// utf16le is an ASCII text as the older container writes names.
func utf16le(ascii string) []byte {
	out := make([]byte, 0, 2*len(ascii))
	for i := range len(ascii) {
		out = append(out, ascii[i], 0)
	}
	return out
}

// notAZip tells a workbook that was cut short from what never was one.
func notAZip(data []byte, err error) error {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return briefing.ErrUnreadable.Because(err, "Reason", "cut_short")
	}
	return briefing.ErrUnsupported.Because(err, "Name", "")
}

// listParts checks the table of contents and tells the format.
func (l Limits) listParts(files []*zip.File) (Foreign, error) {
	if len(files) > l.Parts {
		return Foreign{}, tooLarge("parts", "", "")
	}
	var found Foreign
	seen := map[string]bool{}
	for _, f := range files {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if seen[name] || !tidy(name) {
			return Foreign{}, broken("names", f.Name, "", nil)
		}
		seen[name] = true
		if f.Flags&1 != 0 {
			return Foreign{}, briefing.ErrEncrypted
		}
		found.note(name)
	}
	switch {
	case seen["xl/workbook.xml"]:
		found.Format = "xlsx"
	case seen["content.xml"] && seen["mimetype"]:
		found.Format = "ods"
	default:
		return Foreign{}, briefing.ErrUnsupported.Because(nil, "Name", "")
	}
	return found, nil
}

// tidy tells whether a part's name stays inside the package.
func tidy(name string) bool {
	clean := strings.TrimSuffix(name, "/")
	return utf8.ValidString(name) && clean != "" && !path.IsAbs(name) && path.Clean(clean) == clean &&
		clean != ".." && !strings.HasPrefix(clean, "../")
}

// note keeps what a part's name tells, each once.
func (f *Foreign) note(name string) {
	var note string
	switch {
	case strings.HasSuffix(name, "vbaproject.bin"), strings.HasPrefix(name, "basic/"), strings.HasPrefix(name, "scripts/"):
		note = NoteMacros
	case strings.HasPrefix(name, "xl/externallinks/"), name == "xl/connections.xml":
		note = NoteExternalLinks
	case strings.Contains(name, "/embeddings/"), strings.Contains(name, "/activex/"):
		note = NoteEmbedded
	default:
		return
	}
	if !slices.Contains(f.Notes, note) {
		f.Notes = append(f.Notes, note)
	}
}

// checker unpacks the parts of one workbook within its limits.
type checker struct {
	Limits
	ctx          context.Context //nolint:containedctx // a checker lives for one Preflight
	left         int64           // bytes that may still be unpacked
	cells, texts int             // of the whole workbook so far
}

// errUnpacked says that the limit of unpacked bytes is reached.
var errUnpacked = errors.New("unpacked limit reached")

// Read limits are counted on what really comes out: a zip may lie about it.
type counted struct {
	from io.Reader
	left *int64
}

func (c counted) Read(p []byte) (int, error) {
	if *c.left <= 0 {
		return 0, errUnpacked
	}
	n, err := c.from.Read(p[:min(int64(len(p)), *c.left)])
	*c.left -= int64(n)
	return n, err
}

// part unpacks a part, to its last byte: a false size or checksum shows there.
func (c *checker) part(f *zip.File) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	r, err := f.Open()
	if err != nil {
		return broken("damaged", f.Name, "", err)
	}
	defer r.Close()
	unpacked := counted{from: r, left: &c.left}
	name := strings.ToLower(f.Name)
	if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
		err = c.xml(unpacked, f.Name)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, unpacked)
	}
	var known *briefing.Problem
	switch {
	case err == nil, errors.As(err, &known), c.ctx.Err() != nil:
		return err
	case errors.Is(err, errUnpacked):
		return tooLarge("unpacked", f.Name, "")
	}
	return broken("damaged", f.Name, "", err)
}

func tooLarge(reason, part, cell string) error {
	return briefing.ErrTooLarge.Because(nil, "Reason", reason, "Part", part, "Cell", cell)
}

func broken(reason, part, cell string, err error) error {
	if err != nil {
		err = fmt.Errorf("read part: %w", err)
	}
	return briefing.ErrUnreadable.Because(err, "Reason", reason, "Part", part, "Cell", cell)
}
