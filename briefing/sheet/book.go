package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// book is a workbook being made.
type book struct {
	ctx     context.Context //nolint:containedctx // a book lives for one call of WriteMatrix or WriteReview
	file    *excelize.File
	words   briefing.Words
	margins margins
	styles  map[look]int
	// attributes are the styles as cells name them; inner is what we write
	// ourselves into each sheet.
	attributes [lookGroup + 1]string
	inner      map[string][][]byte
	sheets     int
	// outsiders read it: a red line is not in their scale.
	outsiders bool
}

// identity is what a file says of itself. Its workbook id travels in four
// places, as every program loses one of them.
type identity struct {
	title, creator string
	made           time.Time
	workbook       string // empty where the workbook does not come back
}

// noDisk is no folder's name: excelize would spill large sheets to a
// temporary file in plain text, and keeps them in memory where it cannot.
const noDisk = "\x00"

func newBook(ctx context.Context, words briefing.Words, m margins) *book {
	return &book{
		ctx: ctx, file: excelize.NewFile(excelize.Options{TmpDir: noDisk}),
		words: words, margins: m, styles: map[look]int{}, inner: map[string][][]byte{},
	}
}

func (b *book) close() { _ = b.file.Close() } // holds memory only

func (b *book) say(key string, args ...any) string { return b.words.Say("sheet."+key, args...) }

// writeTo names the file and writes it.
func (b *book) writeTo(w io.Writer, id identity) error {
	if err := b.identify(id); err != nil {
		return fmt.Errorf("identify workbook: %w", err)
	}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newParts(w, b.inner) })
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// propertyName and definedName carry the workbook's identity.
const (
	propertyName = "PlacardWorkbook"
	definedName  = "_placard_workbook"
)

// identify sets the properties to neutral values of ours: excelize's own
// would be its author's.
func (b *book) identify(id identity) error {
	creator := id.creator
	if creator == "" {
		creator = "Placard"
	}
	made := id.made.UTC().Truncate(24 * time.Hour)
	if id.made.IsZero() {
		made = zipDate
	}
	day := made.Format(time.RFC3339)
	core := &excelize.DocProperties{
		Title: plainProperty(id.title), Creator: plainProperty(creator), LastModifiedBy: plainProperty(creator),
		Created: day, Modified: day, Identifier: id.workbook, Language: b.words.Language(),
	}
	app := &excelize.AppProperties{Application: "Placard", AppVersion: "1.0000"}
	if err := errors.Join(b.file.SetDocProps(core), b.file.SetAppProps(app)); err != nil {
		return err
	}
	if id.workbook == "" {
		return nil
	}
	return errors.Join(
		b.file.SetCustomProps(excelize.CustomProperty{Name: propertyName, Value: id.workbook}),
		b.file.SetDefinedName(&excelize.DefinedName{Name: definedName, RefersTo: `"` + id.workbook + `"`}),
	)
}

// plainProperty leaves out what XML cannot hold.
func plainProperty(text string) string {
	return strings.Map(func(r rune) rune {
		if unfit(r) {
			return -1
		}
		return r
	}, firstUnits(text, 255))
}
