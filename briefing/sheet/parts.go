package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"
)

// parts collects what excelize writes, mends it and zips it in one order with
// one date: excelize keeps its parts in maps, and a zip's clock would tell
// when we worked.
type parts struct {
	to    io.Writer
	names []string
	data  map[string]*bytes.Buffer
	inner map[string][][]byte // the columns and cells of each sheet, which excelize left empty
}

// zipDate is the oldest date that a zip can hold.
var zipDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const contentTypes = "[Content_Types].xml"

func newParts(to io.Writer, inner map[string][][]byte) *parts {
	return &parts{to: to, data: map[string]*bytes.Buffer{}, inner: inner}
}

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	if p.data[name] == nil {
		p.names = append(p.names, name)
	}
	p.data[name] = new(bytes.Buffer)
	return p.data[name], nil
}

// AddFS is part of excelize's interface; excelize does not call it.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the zip, the content types first as readers of streams want them.
func (p *parts) Close() error {
	slices.SortFunc(p.names, func(a, b string) int {
		if (a == contentTypes) != (b == contentTypes) {
			return map[bool]int{true: -1, false: 1}[a == contentTypes]
		}
		return strings.Compare(a, b)
	})
	z := zip.NewWriter(p.to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, name := range p.names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipDate})
		if err != nil {
			return err
		}
		before, after := p.around(name)
		for _, piece := range slices.Concat([][]byte{before}, p.inner[name], [][]byte{after}) {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
	}
	return z.Close()
}

// around is a part, mended, before and after what belongs into it.
func (p *parts) around(name string) (before, after []byte) {
	part := mend(name, p.data[name].Bytes())
	if name == contentTypes {
		part = p.tidyDefaults(part)
	}
	before, after, found := bytes.Cut(part, []byte("<sheetData></sheetData>"))
	if !found || p.inner[name] == nil {
		return part, nil
	}
	return before, after
}

// defaultType is what all parts with one ending are.
var defaultType = regexp.MustCompile(`<Default Extension="([^"]*)"[^>]*></Default>`)

// tidyDefaults keeps the types of endings that there are, in one order:
// excelize lists every kind of picture, as a map has them.
func (p *parts) tidyDefaults(part []byte) []byte {
	var kept []string
	for _, m := range defaultType.FindAllSubmatch(part, -1) {
		ending := "." + string(m[1])
		if slices.ContainsFunc(p.names, func(n string) bool { return strings.HasSuffix(n, ending) }) {
			kept = append(kept, string(m[0]))
		}
	}
	slices.Sort(kept)
	at := defaultType.FindIndex(part)
	if at == nil {
		return part
	}
	rest := defaultType.ReplaceAll(part[at[0]:], nil)
	return slices.Concat(part[:at[0]], []byte(strings.Join(kept, "")), rest)
}

// mend puts right what excelize has no call for.
func mend(name string, part []byte) []byte {
	switch {
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return unfiltered(part)
	case name == "xl/workbook.xml":
		// Hiding a sheet through excelize reads every streamed sheet again.
		sheet := []byte(`<sheet name="` + metaSheet + `"`)
		return bytes.Replace(part, sheet, append(slices.Clip(sheet), ` state="veryHidden"`...), 1)
	case name == "docProps/core.xml":
		return corePrefix.Replace(part)
	case name == "xl/styles.xml":
		// Text format alone does not keep a cell that is edited again from
		// becoming a formula; the quote prefix does.
		return bytes.ReplaceAll(part, []byte(`<xf numFmtId="49"`), []byte(`<xf quotePrefix="1" numFmtId="49"`))
	}
	return part
}

// corePrefix gives the core properties the prefix that the standard's examples
// have: there are programs that know them by nothing else and open no
// workbook without.
var corePrefix = prefixer{
	[]byte("<coreProperties xmlns="), []byte("<cp:coreProperties xmlns:cp="),
	[]byte("</coreProperties>"), []byte("</cp:coreProperties>"),
	[]byte("<lastModifiedBy>"), []byte("<cp:lastModifiedBy>"),
	[]byte("</lastModifiedBy>"), []byte("</cp:lastModifiedBy>"),
}

// prefixer replaces texts, each followed by what stands for it.
type prefixer [][]byte

// Replace gives the part with all of them replaced.
func (p prefixer) Replace(part []byte) []byte {
	for i := 0; i+1 < len(p); i += 2 {
		part = bytes.ReplaceAll(part, p[i], p[i+1])
	}
	return part
}

// unfiltered says that no row of the sheet is hidden: our filters have heads,
// no conditions.
func unfiltered(part []byte) []byte {
	const attribute = ` filterMode="true"`
	properties := part[:min(len(part), 4096)] // they stand before the first row
	if i := bytes.Index(properties, []byte(attribute)); i >= 0 {
		return append(part[:i], part[i+len(attribute):]...)
	}
	return part
}
