package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// parcel is a workbook's parts by their lower-case names. It has passed
// Preflight, which unpacked each of them once within limits.
type parcel struct {
	parts   map[string]*zip.File
	strings []wording
	styles  styles
	date04  bool
}

func openParcel(data []byte) (*parcel, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, broken("damaged", "", "", err)
	}
	p := &parcel{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		p.parts[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	if err := p.readStrings(); err != nil {
		return nil, err
	}
	return p, p.readStyles()
}

// open a part; nil without an error where there is none.
func (p *parcel) open(name string) (io.ReadCloser, error) {
	f := p.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil //nolint:nilnil // a part that is absent is no error
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken("damaged", f.Name, "", err)
	}
	return r, nil
}

// unmarshal reads a small part into v; nothing where it is absent.
func (p *parcel) unmarshal(name string, v any) error {
	r, err := p.open(name)
	if r == nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(v); err != nil && !errors.Is(err, io.EOF) {
		return broken("damaged", name, "", err)
	}
	return nil
}

// relations of a part: by id, and the targets by the last word of their type.
type relations struct {
	byID   map[string]string
	byKind map[string][]string
}

func (p *parcel) relations(part string) (relations, error) {
	var file struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	dir, base := path.Split(part)
	err := p.unmarshal(dir+"_rels/"+base+".rels", &file)
	out := relations{byID: map[string]string{}, byKind: map[string][]string{}}
	for _, r := range file.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := strings.TrimPrefix(r.Target, "/")
		if target == r.Target {
			target = path.Join(dir, r.Target)
		}
		kind := path.Base(r.Type)
		out.byID[r.ID] = target
		out.byKind[kind] = append(out.byKind[kind], target)
	}
	return out, err
}

// workbookPart is the part that lists the sheets.
type workbookPart struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name string `xml:"name,attr"`
		// ID is r:id: the attribute of that name in another space than the
		// sheet's own number.
		Attributes []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
	Names []struct {
		Name string `xml:"name,attr"`
		Text string `xml:",chardata"`
	} `xml:"definedNames>definedName"`
}

const workbookName = "xl/workbook.xml"

// sheets reads every worksheet, whole.
func (p *parcel) sheets(ctx context.Context) ([]placedSheet, error) {
	var book workbookPart
	if err := p.unmarshal(workbookName, &book); err != nil {
		return nil, err
	}
	p.date04 = truth(book.Properties.Date1904)
	rels, err := p.relations(workbookName)
	if err != nil {
		return nil, err
	}
	var out []placedSheet
	for _, s := range book.Sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		part := ""
		for _, a := range s.Attributes {
			if a.Name.Local == "id" {
				part = rels.byID[a.Value]
			}
		}
		if p.parts[strings.ToLower(part)] == nil || strings.Contains(part, "chartsheet") {
			continue
		}
		raw, err := p.sheet(s.Name, part)
		if err != nil {
			return nil, err
		}
		out = append(out, placedSheet{raw: raw})
	}
	return out, nil
}

// truth of a flag as XML spells it.
func truth(s string) bool { return s == "1" || s == "true" || s == "on" }
