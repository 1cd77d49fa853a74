package app

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// exhibitSize is what the pictures of pages are taken at.
var exhibitSize = fyne.NewSize(1366, 768)

// Exhibit does a demo's work without a display: it leaves the delegation's and
// the head's packs, the comparison, capital's workbook and a picture of every
// page, light and dark, in a folder. c.OpenVault is the demo's; the toolkit
// must run on its headless driver.
func Exhibit(ctx context.Context, c Config, dir string) error {
	s := newShell(c, func(f func()) { f() })
	s.window.Resize(exhibitSize)
	s.showStart()
	if err := s.photograph(dir, "start"); err != nil {
		return err
	}
	s.enter(c.OpenVault, c.Demo)
	defer s.finish()
	notes, err := s.desk().Notes(ctx)
	if err != nil {
		return err
	}
	if len(notes) == 0 {
		return briefing.ErrNothingToExport
	}
	if err := s.papers(ctx, notes[0].ID, dir); err != nil {
		return err
	}
	s.openNote(notes[0].ID, "")
	return s.photographAll(dir)
}

// papers writes what a delegation takes along.
func (s *shell) papers(ctx context.Context, note briefing.ID, dir string) error {
	pack := func(a briefing.Audience, v briefing.Variant) func(io.Writer) error {
		return func(w io.Writer) error {
			order := briefing.PackOrder{Note: note, Audience: a, Variant: v, Format: "docx"}
			_, err := s.desk().ExportPack(ctx, w, order, nil)
			return err
		}
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"pack-delegation.docx", pack(briefing.ForDelegation, briefing.VariantFull)},
		{"pack-head.docx", pack(briefing.ForHead, briefing.VariantFull)},
		{"speaking-notes.docx", pack(briefing.ForDelegation, briefing.VariantSpeaking)},
		{"comparison.xlsx", func(w io.Writer) error {
			return s.desk().ExportMatrix(ctx, w, briefing.MatrixOrder{Note: note, Audience: briefing.ForDelegation})
		}},
		{"review.xlsx", func(w io.Writer) error {
			_, err := s.desk().ExportReview(ctx, w, briefing.ReviewOrder{Note: note})
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

// photographAll takes every page in both themes.
func (s *shell) photographAll(dir string) error {
	if x := s.dossier(); x != nil {
		if asks := x.Asks; len(asks) > 0 {
			s.selectBlock(asks[len(asks)/2].Block)
		}
	}
	for _, variant := range []string{themeLight, themeDark} {
		s.App.Settings().SetTheme(look{variant: variant, percent: 100})
		for _, name := range []string{
			pageLibrary, pageMeeting, pageNote, pageMatrix, pageCapital, pagePack, pageSettings, pageKeys,
		} {
			s.show(name)
			if err := s.photograph(dir, name+"-"+variant); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *shell) photograph(dir, name string) error {
	var picture bytes.Buffer
	if err := png.Encode(&picture, s.window.Canvas().Capture()); err != nil {
		return err
	}
	return briefing.WriteFile(filepath.Join(dir, name+".png"), func(w io.Writer) error {
		_, err := picture.WriteTo(w)
		return err
	})
}
