package pdf

import (
	"context"
	"errors"
	"fmt"

	"placard/briefing"
)

// document is a PDF being read.
type document struct {
	*engine
	handle uint64
	pages  int
	fonts  []*font
}

// maxPages is how many pages of a document are read.
const maxPages = 5000

// The engine's reasons for not opening a document.
const (
	failedPassword = 4
	failedSecurity = 5
)

// open opens a document from its bytes, with the password where one closes it:
// ErrEncrypted, ErrUnreadable, ErrTooLarge.
func open(data []byte, password string) (*document, error) {
	e, err := newEngine()
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	d := &document{engine: e}
	if err := d.load(data, password); err != nil {
		e.close()
		return nil, err
	}
	return d, nil
}

func (d *document) load(data []byte, password string) error {
	at := d.call("malloc", uint64(len(data)))
	if at == 0 || !d.memory.Write(uint32(at), data) {
		return briefing.ErrTooLarge.Because(d.err)
	}
	d.handle = d.call("FPDF_LoadMemDocument", at, uint64(len(data)), d.text(password))
	if d.handle == 0 {
		switch reason := d.call("FPDF_GetLastError"); reason {
		case failedPassword, failedSecurity:
			return briefing.ErrEncrypted
		default:
			return briefing.ErrUnreadable.Because(errors.Join(d.err, fmt.Errorf("the PDF engine gave reason %d", reason)))
		}
	}
	d.pages = d.count("FPDF_GetPageCount", d.handle)
	switch {
	case d.pages == 0:
		return briefing.ErrUnreadable.Because(errors.New("no page"))
	case d.pages > maxPages:
		return briefing.ErrTooLarge
	}
	return nil
}

// sheets reads the pages one by one. A page that cannot be read is left out
// and counted; an engine that broke down ends the reading.
func (d *document) sheets(ctx context.Context, progress briefing.Progress) (sheets []*sheet, lost int, err error) {
	for i := range d.pages {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		s := d.sheet(i)
		if d.err != nil {
			return nil, 0, briefing.ErrUnreadable.Because(d.err)
		}
		if s == nil {
			lost++
			continue
		}
		sheets = append(sheets, s)
		progress.Tell(i+1, d.pages)
	}
	return sheets, lost, nil
}
