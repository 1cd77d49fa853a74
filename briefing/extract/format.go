package extract

import (
	"bytes"
	"context"
	"image"
	"path"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/html"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/pdf"
	"placard/briefing/extract/plain"
	"placard/briefing/extract/word"
)

// read is how the bytes of a format become a manuscript.
type read func(ctx context.Context, o briefing.Original, progress briefing.Progress) (*manuscript.Manuscript, error)

// format is one kind of file: how its bytes are known and how they are read.
type format struct {
	name string
	// known looks at the bytes first and at the file's name last, because
	// names lie.
	known func(name string, data []byte) bool
	// read is nil for a format that is recognised so that it can be refused
	// by name.
	read read
	// draw is nil for a format without pages.
	draw func(ctx context.Context, o briefing.Original, page, width int) (*image.RGBA, error)
}

// formats are tried in order. Plain text is not among them: it is what is
// left when the bytes are text.
var formats = []format{
	{name: "PDF", known: looksLikePDF, read: unlock(pdf.Unlock), draw: drawPDF},
	{name: "RTF", known: starts(`{\rtf`), read: open(word.ReadRTF)},
	{name: "DOCX", known: zipHolding("word/"), read: open(word.ReadDOCX)},
	{name: "ODT", known: zipHolding("application/vnd.oasis.opendocument.text"), read: unlock(word.UnlockODT)},
	{name: "XLSX", known: zipHolding("xl/workbook.xml")},
	{name: "PPTX", known: zipHolding("ppt/presentation.xml")},
	{name: "ZIP", known: starts("PK\x03\x04")},
	{name: "DOCX", known: sealedOffice, read: unseal},
	{name: "DOC", known: starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), read: open(word.ReadDOC)},
	{name: "DOC", known: starts("\xDB\xA5")},
	{name: "PNG", known: starts("\x89PNG"), read: refuse(briefing.ErrScan)},
	{name: "JPEG", known: starts("\xFF\xD8\xFF"), read: refuse(briefing.ErrScan)},
	{name: "GIF", known: starts("GIF8"), read: refuse(briefing.ErrScan)},
	{name: "TIFF", known: starts("II*\x00"), read: refuse(briefing.ErrScan)},
	{name: "TIFF", known: starts("MM\x00*"), read: refuse(briefing.ErrScan)},
	{name: "HTML", known: looksLikeHTML, read: open(html.Read)},
}

func starts(magic string) func(string, []byte) bool {
	return func(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte(magic)) }
}

// looksLikePDF lets some bytes stand before the head, as programs that read
// PDF do.
func looksLikePDF(_ string, data []byte) bool {
	head := []byte("%PDF-")
	return bytes.HasPrefix(data, head) || bytes.Contains(data[:min(len(data), 1024)], head) && bytes.Contains(data, []byte("endobj"))
}

// zipHolding knows a ZIP by the name of a part, which stands in the archive
// uncompressed.
func zipHolding(part string) func(string, []byte) bool {
	return func(_ string, data []byte) bool {
		return bytes.HasPrefix(data, []byte("PK")) && bytes.Contains(data, []byte(part))
	}
}

// sealedOffice knows a Word file behind a password: an old-style container
// around the sealed one.
func sealedOffice(_ string, data []byte) bool {
	sealed := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")
	return bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) && bytes.Contains(data, sealed)
}

// open is a reader of files that no password closes.
func open(f func(context.Context, []byte, briefing.Progress) (*manuscript.Manuscript, error)) read {
	return func(ctx context.Context, o briefing.Original, progress briefing.Progress) (*manuscript.Manuscript, error) {
		return f(ctx, o.Data, progress)
	}
}

// refuse is the reader of files that a problem stands for.
func refuse(p *briefing.Problem) read {
	return func(context.Context, briefing.Original, briefing.Progress) (*manuscript.Manuscript, error) {
		return nil, p
	}
}

// unlock is a reader of files that a password may close.
func unlock(f func(context.Context, []byte, string, briefing.Progress) (*manuscript.Manuscript, error)) read {
	return func(ctx context.Context, o briefing.Original, progress briefing.Progress) (*manuscript.Manuscript, error) {
		return f(ctx, o.Data, o.Password, progress)
	}
}

// unseal opens a Word file and reads what is within. What else it may hold is
// refused by its name.
func unseal(ctx context.Context, o briefing.Original, progress briefing.Progress) (*manuscript.Manuscript, error) {
	data, err := word.Unseal(o.Data, o.Password)
	if err != nil {
		return nil, err
	}
	switch {
	case zipHolding("word/")(o.Name, data):
		return word.ReadDOCX(ctx, data, progress)
	case zipHolding("xl/workbook.xml")(o.Name, data):
		return nil, briefing.ErrUnsupported.Because(nil, "Name", baseName(o.Name), "Format", "XLSX")
	}
	return nil, briefing.ErrUnsupported.Because(nil, "Name", baseName(o.Name), "Format", "ZIP")
}

func drawPDF(ctx context.Context, o briefing.Original, page, width int) (*image.RGBA, error) {
	return pdf.Picture(ctx, o.Data, o.Password, page, width)
}

func looksLikeHTML(name string, data []byte) bool {
	head := strings.ToLower(string(bytes.TrimSpace(data[:min(len(data), 1024)])))
	head = strings.TrimPrefix(head, string(plain.ByteOrderMark))
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return true
	}
	ext := strings.ToLower(path.Ext(name))
	return (ext == ".html" || ext == ".htm" || strings.HasPrefix(head, "<?xml")) && strings.Contains(head, "<html")
}

// formatOf knows the format of a file; plain text where it is no other.
func formatOf(name string, data []byte) format {
	for _, f := range formats {
		if f.known(name, data) {
			return f
		}
	}
	return format{name: "text", read: open(plain.Read)}
}
