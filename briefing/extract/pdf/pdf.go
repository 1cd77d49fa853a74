// Package pdf reads PDF documents into manuscripts: by the structure that
// tagged documents carry, else by where the signs stand on the page.
//
// Reading itself is done by PDFium, compiled to WebAssembly, in a memory of its
// own without any folder, clock or network.
package pdf

import (
	"context"
	"errors"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// errNoText is a document of pictures.
var errNoText = errors.New("the pages hold no text")

// scanned is how many signs a page has on average at most that is a picture.
const scanned = 2

// Read reads a PDF: ErrEncrypted, ErrTooLarge, ErrUnreadable, the last one also
// for scans that hold no text.
func Read(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	return Unlock(ctx, data, "", progress)
}

// Unlock reads a PDF that a password closes, as Read does: ErrEncrypted where
// it is another.
func Unlock(ctx context.Context, data []byte, password string, progress briefing.Progress) (*manuscript.Manuscript, error) {
	d, err := open(data, password)
	if err != nil {
		return nil, err
	}
	defer d.close()
	sheets, lost, err := d.sheets(ctx, progress)
	if err != nil {
		return nil, err
	}
	signs := 0
	for _, s := range sheets {
		signs += len(s.glyphs)
	}
	if signs <= scanned*d.pages {
		return nil, briefing.ErrUnreadable.Because(errNoText)
	}
	m := &manuscript.Manuscript{Format: "pdf"}
	if lost > 0 {
		m.Left = map[string]int{"pages": lost}
	}
	m.Passages = newReader(sheets).passages()
	return m, nil
}
