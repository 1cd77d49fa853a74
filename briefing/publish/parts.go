package publish

import (
	"archive/zip"
	"io"
	"net/url"
	"strconv"
	"time"
)

// Fonts: the text's is Calibri, which Carlito replaces width for width; the
// signs' is Windows' own, with what other systems have after it.
const (
	textFont = "Calibri"
	rtlFont  = "Arial"
	signFont = "Segoe UI Symbol"
)

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespaces  = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	packageNS   = "http://schemas.openxmlformats.org/package/2006/"
	documentNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordContent = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// epoch is the time of every part: the format's first, so that the same paper
// gives the same bytes.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// newPart begins a part of WordprocessingML.
func newPart(root string) *markup {
	m := &markup{}
	m.WriteString(xmlHead + "<" + root + namespaces + ">")
	return m
}

// part is one file of the package.
type part struct {
	name string
	body *markup
}

// writePackage zips the parts, contents first, as readers expect.
func writePackage(w io.Writer, d *document) error {
	z := zip.NewWriter(w)
	parts := d.parts()
	if d.template != nil {
		parts = d.template.wear(parts, d.look.allStyles())
	}
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := p.body.WriteTo(f); err != nil {
			return err
		}
	}
	return z.Close()
}

func (d *document) parts() []part {
	return []part{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", rootRelations()},
		{"word/document.xml", d.documentPart()},
		{"word/_rels/document.xml.rels", d.links.part()},
		{"word/styles.xml", stylesPart(d.look, d.paper)},
		{"word/numbering.xml", numberingPart()},
		{"word/settings.xml", settingsPart()},
		{"word/fontTable.xml", fontsPart()},
		{"word/footnotes.xml", d.footnotesPart()},
		{"word/header1.xml", d.headerPart()},
		{"word/footer1.xml", d.footerPart()},
		{"docProps/core.xml", d.corePart()},
		{"docProps/app.xml", appPart()},
	}
}

// wordParts are the parts that the document refers to, with their types.
var wordParts = []struct{ kind, target string }{
	{"styles", "styles.xml"},
	{"numbering", "numbering.xml"},
	{"settings", "settings.xml"},
	{"fontTable", "fontTable.xml"},
	{"footnotes", "footnotes.xml"},
	{"header", "header1.xml"},
	{"footer", "footer1.xml"},
}

func contentTypes() *markup {
	m := &markup{}
	m.WriteString(xmlHead)
	m.start("Types", "xmlns", packageNS+"content-types")
	m.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	m.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	m.empty("Override", "PartName", "/word/document.xml", "ContentType", wordContent+"document.main+xml")
	for _, p := range wordParts {
		m.empty("Override", "PartName", "/word/"+p.target, "ContentType", wordContent+p.kind+"+xml")
	}
	m.empty("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	m.empty("Override", "PartName", "/docProps/app.xml", "ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	m.end("Types")
	return m
}

func rootRelations() *markup {
	m := &markup{}
	m.WriteString(xmlHead)
	m.start("Relationships", "xmlns", packageNS+"relationships")
	m.empty("Relationship", "Id", "rId1", "Type", documentNS+"officeDocument", "Target", "word/document.xml")
	m.empty("Relationship", "Id", "rId2", "Type", packageNS+"relationships/metadata/core-properties", "Target", "docProps/core.xml")
	m.empty("Relationship", "Id", "rId3", "Type", documentNS+"extended-properties", "Target", "docProps/app.xml")
	m.end("Relationships")
	return m
}

// relations are the document's references: its parts and addresses outside.
type relations struct {
	outside map[string]string // id by address
	order   []string
}

func newRelations() *relations { return &relations{outside: map[string]string{}} }

// external gives the id of an address; "" where it is no web or mail address,
// which readers refuse or warn of.
func (r *relations) external(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
		return ""
	}
	to := u.String()
	if id := r.outside[to]; id != "" {
		return id
	}
	id := "link" + strconv.Itoa(len(r.order)+1)
	r.outside[to] = id
	r.order = append(r.order, to)
	return id
}

func (r *relations) part() *markup {
	m := &markup{}
	m.WriteString(xmlHead)
	m.start("Relationships", "xmlns", packageNS+"relationships")
	for _, p := range wordParts {
		m.empty("Relationship", "Id", p.kind, "Type", documentNS+p.kind, "Target", p.target)
	}
	for _, to := range r.order {
		m.empty("Relationship", "Id", r.outside[to], "Type", documentNS+"hyperlink", "Target", to, "TargetMode", "External")
	}
	m.end("Relationships")
	return m
}
