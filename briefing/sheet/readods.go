package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"placard/briefing"
)

// odsBook is an OpenDocument workbook. It has passed Preflight, which unpacked
// each part once within limits.
type odsBook struct {
	all   []placedSheet
	notes map[*rawSheet][]briefing.Remark
	ids   []briefing.WorkbookClaim
}

// openODS reads the workbook's content and what it says of itself.
func openODS(data []byte) (*odsBook, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, broken("damaged", "", "", err)
	}
	r := odsReader{book: &odsBook{notes: map[*rawSheet][]briefing.Remark{}}, struck: map[string]bool{}, room: int(DefaultLimits.Unpacked)}
	for _, part := range []struct {
		name string
		read func(io.Reader) error
	}{{"styles.xml", r.styles}, {"content.xml", r.content}, {"meta.xml", r.meta}} {
		if err := readPart(z, part.name, part.read); err != nil {
			return nil, err
		}
	}
	return r.book, nil
}

// readPart reads a part, where there is one.
func readPart(z *zip.Reader, name string, read func(io.Reader) error) error {
	for _, f := range z.File {
		if !strings.EqualFold(f.Name, name) {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return broken("damaged", name, "", err)
		}
		defer in.Close()
		if err := read(in); err != nil {
			if p, ok := errors.AsType[*briefing.Problem](err); ok {
				return p
			}
			return broken("damaged", name, "", err)
		}
		return nil
	}
	return nil
}

// odsEncrypted tells whether the workbook's parts are closed by a password.
func odsEncrypted(z *zip.Reader) bool {
	found := false
	const most = 1 << 20
	_ = readPart(z, "META-INF/manifest.xml", func(in io.Reader) error {
		data, err := io.ReadAll(io.LimitReader(in, most))
		found = bytes.Contains(data, []byte("encryption-data"))
		return err
	}) // a manifest that cannot be read is found out by the look at all parts
	return found
}

func (b *odsBook) sheets(context.Context) ([]placedSheet, error) { return b.all, nil }

func (b *odsBook) claims() []briefing.WorkbookClaim { return b.ids }

func (b *odsBook) remarks(s *rawSheet) ([]briefing.Remark, error) { return b.notes[s], nil }

// odsReader reads the parts of one workbook.
type odsReader struct {
	book   *odsBook
	struck map[string]bool // styles that strike words through
	d      *xml.Decoder
	sheet  *rawSheet
	row    int // number of the last row
	column int // of the last cell
	cells  int // that hold something, of the whole workbook
	room   int // bytes that words may still take, blanks that stand for many included
}

// meta reads the identity that was kept as a property of the document.
func (r *odsReader) meta(in io.Reader) error {
	d := xml.NewDecoder(in)
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		name, _ := attribute(e, "name")
		switch {
		case e.Name.Local == "user-defined" && name == propertyName:
			err = r.claim("property", d)
		case e.Name.Local == "identifier":
			err = r.claim("identifier", d)
		}
		if err != nil {
			return err
		}
	}
}

func (r *odsReader) claim(place string, d *xml.Decoder) error {
	text, err := readValue(d)
	r.book.ids = append(r.book.ids, briefing.WorkbookClaim{Place: place, ID: text})
	return err
}

// styles notes which styles strike through.
func (r *odsReader) styles(in io.Reader) error {
	d, style := xml.NewDecoder(in), ""
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			style = r.style(e, style)
		}
	}
}

// style notes a style's properties; it gives the style that is described now.
func (r *odsReader) style(e xml.StartElement, style string) string {
	switch e.Name.Local {
	case "style":
		style, _ = attribute(e, "name")
		if parent, ok := attribute(e, "parent-style-name"); ok && r.struck[parent] {
			r.struck[style] = true
		}
	case "text-properties":
		if line, ok := attribute(e, "text-line-through-style"); ok {
			r.struck[style] = line != "none"
		}
	}
	return style
}
