package tagged

import (
	"encoding/xml"
	"time"
)

// producer is what made the file.
const producer = "Placard"

// information is the older of the two places where a file speaks of itself.
func (f *File) information() []byte {
	var b builder
	b.text("<<")
	for _, e := range []struct{ key, value string }{
		{"/Title", f.info.Title}, {"/Author", f.info.Author}, {"/Subject", f.info.Subject}, {"/Keywords", f.info.Keywords},
	} {
		if e.value != "" {
			b.text(e.key).words(e.value)
		}
	}
	b.text("/Producer(" + producer + ")")
	if !f.info.Made.IsZero() {
		at := f.info.Made.UTC().Format("D:20060102150405Z")
		b.text("/CreationDate(", at, ")/ModDate(", at, ")")
	}
	b.text(">>")
	return b.Bytes()
}

// metadata is the newer one: XMP.
func (f *File) metadata() ref {
	var b builder
	b.text(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` +
		`<dc:format>application/pdf</dc:format>`)
	b.property("dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, f.info.Title, `</rdf:li></rdf:Alt>`)
	b.property("dc:creator", `<rdf:Seq><rdf:li>`, f.info.Author, `</rdf:li></rdf:Seq>`)
	b.property("dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, f.info.Subject, `</rdf:li></rdf:Alt>`)
	b.property("dc:language", `<rdf:Bag><rdf:li>`, f.info.Language, `</rdf:li></rdf:Bag>`)
	b.property("pdf:Producer", "", producer, "")
	b.property("pdf:Keywords", "", f.info.Keywords, "")
	if !f.info.Made.IsZero() {
		at := f.info.Made.UTC().Format(time.RFC3339)
		b.property("xmp:CreateDate", "", at, "")
		b.property("xmp:ModifyDate", "", at, "")
	}
	b.text(`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`)
	r := f.reserve()
	f.stream(r, "/Type/Metadata/Subtype/XML", b.Bytes())
	return r
}

// property writes one that says something.
func (b *builder) property(name, before, value, behind string) {
	if value == "" {
		return
	}
	b.text("<", name, ">", before)
	_ = xml.EscapeText(b, []byte(value)) // a buffer takes everything
	b.text(behind, "</", name, ">")
}
