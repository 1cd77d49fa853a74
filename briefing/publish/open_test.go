package publish

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"placard/briefing"
)

// published is the file of a paper.
func published(tb testing.TB, p *briefing.Paper) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := New().Publish(tb.Context(), &b, p, nil); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// unzipped is the parts of a DOCX by name, each of them well-formed XML.
func unzipped(tb testing.TB, file []byte) map[string]string {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		tb.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		out[f.Name] = string(data)
		if err := wellFormed(data); err != nil {
			tb.Errorf("%s: %v", f.Name, err)
		}
	}
	return out
}

func wellFormed(data []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
