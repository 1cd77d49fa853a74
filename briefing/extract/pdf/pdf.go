// Package pdf reads PDF documents into manuscripts: by the structure that
// tagged documents carry, else by where the signs stand on the page.
//
// Reading itself is done by PDFium, compiled to WebAssembly, in a memory of its
// own without any folder, clock or network.
package pdf

import (
	"context"
	"errors"
	"maps"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// errBlank is a document of pages on which nothing stands.
var errBlank = errors.New("nothing stands on the pages")

// scanned is how many signs a page has on average at most that is a picture.
const scanned = 2

// Read reads a PDF: ErrEncrypted, ErrTooLarge, ErrUnreadable, ErrEmptyFile where
// every page is blank. Of a page that is a picture, which scans are, an empty
// passage stands for the words that somebody may type.
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
	m := &manuscript.Manuscript{Format: "pdf", Left: left(sheets, lost)}
	if signs <= scanned*d.pages {
		m.Passages = scans(sheets)
	} else {
		m.Passages = newReader(sheets).passages()
	}
	if len(m.Passages) == 0 {
		return nil, briefing.ErrEmptyFile.Because(errBlank)
	}
	return m, nil
}

// left counts what is not taken over: pages that cannot be read, and signs
// that the fonts map to no letter, as those of barcodes; nil for nothing.
func left(sheets []*sheet, lost int) map[string]int {
	signs := 0
	for _, s := range sheets {
		for _, g := range s.glyphs {
			if nameless(g.r) {
				signs++
			}
		}
	}
	out := map[string]int{"pages": lost, "signs": signs}
	maps.DeleteFunc(out, func(_ string, n int) bool { return n == 0 })
	if len(out) == 0 {
		return nil
	}
	return out
}
