package extracttest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
)

// DOCX writes a Word document of paragraphs; those of a right-to-left one are
// set from the right.
func DOCX(rightToLeft bool, paragraphs ...string) []byte {
	look := ""
	if rightToLeft {
		look = "<w:pPr><w:bidi/></w:pPr>"
	}
	var body strings.Builder
	for _, p := range paragraphs {
		var text bytes.Buffer
		_ = xml.EscapeText(&text, []byte(p)) // a buffer takes everything
		body.WriteString(`<w:p>` + look + `<w:r><w:t xml:space="preserve">` + text.String() + `</w:t></w:r></w:p>`)
	}
	const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + w + `"><w:body>` + body.String() + `</w:body></w:document>`},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		if f, err := z.Create(part[0]); err == nil {
			_, _ = f.Write([]byte(part[1])) // into memory
		}
	}
	_ = z.Close()
	return out.Bytes()
}
