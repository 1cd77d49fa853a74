package app

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// exhibitSize is what the pictures of pages are taken at.
var exhibitSize = fyne.NewSize(1366, 768)

// Exhibit does a demo's work without a display: it leaves the delegation's and
// the head's packs, the comparison, capital's workbook and a picture of every
// page, light and dark, in a folder. The toolkit must run on its headless
// driver.
func Exhibit(ctx context.Context, c Config, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return briefing.FileProblem(err, dir)
	}
	vault, remove, err := c.makeDemo(ctx)
	if err != nil {
		return err
	}
	defer remove()
	return errors.Join(exhibitAll(ctx, c, vault, dir), vault.Close())
}

func exhibitAll(ctx context.Context, c Config, vault briefing.Vault, dir string) error {
	notes, err := c.Desk(vault).Notes(ctx)
	if err != nil {
		return err
	}
	if len(notes) == 0 {
		return briefing.ErrNothingToExport
	}
	for _, variant := range []string{themeLight, themeDark} {
		if err := exhibit(c, vault, notes[0].ID, dir, variant); err != nil { //nolint:contextcheck // as in Run
			return err
		}
	}
	return papers(ctx, c.Desk(vault), notes[0].ID, dir)
}

// exhibit takes every page in one theme. Each theme has a window of its own:
// widgets keep the colours they were made with until the toolkit's next frame,
// and without a display there is none.
func exhibit(c Config, vault briefing.Vault, note briefing.ID, dir, variant string) error {
	c.Demo = false // the start page is that of a new user
	s := newShell(c, func(f func()) { f() })
	s.App.Settings().SetTheme(look{variant: variant, percent: 100})
	s.window.Resize(exhibitSize)
	s.showStart()
	if err := s.photograph(dir, "start-"+variant); err != nil {
		return err
	}
	s.enter(vault, true)
	defer s.deaf()
	s.openNote(note, "")
	if x := s.dossier(); x != nil && len(x.Asks) > 0 {
		s.selectBlock(x.Asks[len(x.Asks)/2].Block)
	}
	for _, name := range []string{
		pageLibrary, pageMeeting, pageNote, pageMatrix, pageCapital, pagePack, pageTriage, pageRoom, pageSettings, pageKeys, pageCorrect,
	} {
		s.show(name)
		if p, ok := s.pages[name].(*packPage); ok {
			p.preview.turn(1)
		}
		if err := s.photograph(dir, name+"-"+variant); err != nil {
			return err
		}
	}
	title, data := s.Sample() // with a line more, for the demo holds it as it is
	s.recognize(title, func() ([]byte, error) { return append(bytes.Clone(data), '\n'), nil })
	return s.photograph(dir, pageImport+"-"+variant)
}

// papers writes what a delegation takes along.
func papers(ctx context.Context, desk *briefing.Desk, note briefing.ID, dir string) error {
	pack := func(a briefing.Audience, v briefing.Variant, format string) func(io.Writer) error {
		return func(w io.Writer) error {
			order := briefing.PackOrder{Note: note, Audience: a, Variant: v, Format: format}
			_, err := desk.ExportPack(ctx, w, order, nil)
			return err
		}
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"pack-delegation.docx", pack(briefing.ForDelegation, briefing.VariantFull, "docx")},
		{"pack-head.docx", pack(briefing.ForHead, briefing.VariantFull, "docx")},
		{"pack-head.pdf", pack(briefing.ForHead, briefing.VariantFull, "pdf")},
		{"speaking-notes.docx", pack(briefing.ForDelegation, briefing.VariantSpeaking, "docx")},
		{"speaking-notes.pdf", pack(briefing.ForDelegation, briefing.VariantSpeaking, "pdf")},
		{"comparison.xlsx", func(w io.Writer) error {
			return desk.ExportMatrix(ctx, w, briefing.MatrixOrder{Note: note, Audience: briefing.ForDelegation})
		}},
		{"review.xlsx", func(w io.Writer) error {
			_, err := desk.ExportReview(ctx, w, briefing.ReviewOrder{Note: note})
			return err
		}},
	}
	for _, f := range files {
		if err := briefing.WriteFile(filepath.Join(dir, f.name), f.write); err != nil {
			return err
		}
	}
	return nil
}

// photograph lays the window out anew, as a frame would, and keeps a picture.
func (s *shell) photograph(dir, name string) error {
	layOut(s.window.Content())
	var picture bytes.Buffer
	if err := png.Encode(&picture, s.window.Canvas().Capture()); err != nil {
		return err
	}
	return briefing.WriteFile(filepath.Join(dir, name+".png"), func(w io.Writer) error {
		_, err := picture.WriteTo(w)
		return err
	})
}

// layOut gives every object the place its container means for it, as the
// toolkit does before a frame.
func layOut(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, child := range o.Objects {
			layOut(child)
		}
	case *container.Scroll:
		layOut(o.Content)
	case *container.Split:
		o.Refresh()
		layOut(o.Leading)
		layOut(o.Trailing)
	case *ground:
		layOut(o.content)
	}
}
