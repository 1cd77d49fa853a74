package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/sheet"
)

// packed zips parts as a workbook.
func packed(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// book is a workbook of one sheet with rows of that XML.
func book(tb testing.TB, rows string) []byte {
	tb.Helper()
	return packed(tb, map[string]string{
		"xl/workbook.xml":          "<workbook/>",
		"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
	})
}

func TestPreflightLetsOursPass(t *testing.T) {
	data := writeReview(t, buildReview(t, waterways(t), "en", ticked()))
	got, err := sheet.DefaultLimits.Preflight(t.Context(), data)
	if err != nil || got.Format != "xlsx" || len(got.Notes) != 0 {
		t.Errorf("Preflight = %+v, %v", got, err)
	}
}

// low limits are the same rules on files that tests can afford.
var low = sheet.Limits{File: 1 << 20, Unpacked: 1 << 20, Parts: 100, Depth: 64, Rows: 500, Columns: 512, Cells: 5000, Strings: 5000}

func TestPreflightRefuses(t *testing.T) {
	ours := writeReview(t, buildReview(t, waterways(t), "en", ticked()))
	damaged := slices.Clone(ours)
	damaged[len(ours)/3] ^= 0x40
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	many := map[string]string{"xl/workbook.xml": "<workbook/>"}
	for i := range 101 {
		many[fmt.Sprint("xl/media/", i)] = ""
	}
	for _, c := range []struct {
		name   string
		data   []byte
		want   *briefing.Problem
		reason string
		cell   string
	}{
		{"empty", nil, briefing.ErrEmptyFile, "", ""},
		{"not a workbook", []byte("Dear colleague"), briefing.ErrUnsupported, "", ""},
		{"a zip of something else", packed(t, map[string]string{"letter.txt": "x"}), briefing.ErrUnsupported, "", ""},
		{"old format", []byte(ole), briefing.ErrUnsupported, "", ""},
		{"password", []byte(ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), briefing.ErrEncrypted, "", ""},
		{"cut short by mail", ours[:len(ours)/2], briefing.ErrUnreadable, "cut_short", ""},
		{"a flipped bit", damaged, briefing.ErrUnreadable, "", ""},
		{"too long", make([]byte, 1<<20+1), briefing.ErrTooLarge, "file", ""},
		{"too many parts", packed(t, many), briefing.ErrTooLarge, "parts", ""},
		{"unpacks too large", packed(t, map[string]string{"xl/workbook.xml": "<w/>", "xl/media/a.png": strings.Repeat(" ", 2<<20)}), briefing.ErrTooLarge, "unpacked", ""},
		{"half a sheet", book(t, `<row r="1"><c r="A1"><v>1</v></c><c r="B1">`), briefing.ErrUnreadable, "cut_short", "B1"},
		{"entities", book(t, `<!DOCTYPE x [<!ENTITY a "b">]>`), briefing.ErrUnreadable, "doctype", ""},
		{"nested", book(t, strings.Repeat("<g>", 100)+strings.Repeat("</g>", 100)), briefing.ErrUnreadable, "depth", ""},
		{"far to the right", book(t, `<row r="7"><c r="XFD7"/></row>`), briefing.ErrTooLarge, "columns", "XFD7"},
		{"far to the right without references", book(t, `<row>`+strings.Repeat("<c/>", 513)+`</row>`), briefing.ErrTooLarge, "columns", "SS1"},
		{"too many rows", book(t, strings.Repeat("<row/>", 501)), briefing.ErrTooLarge, "rows", "A501"},
		{"a row that cannot be", book(t, `<row r="99999999"/>`), briefing.ErrUnreadable, "damaged", "99999999"},
		{"too many cells", book(t, strings.Repeat("<row>"+strings.Repeat("<c/>", 500)+"</row>", 11)), briefing.ErrTooLarge, "cells", ""},
		{"too many strings", packed(t, map[string]string{"xl/workbook.xml": "<w/>", "xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si/>", 5001) + "</sst>"}), briefing.ErrTooLarge, "strings", ""},
		{"another encoding", packed(t, map[string]string{"xl/workbook.xml": `<?xml version="1.0" encoding="UTF-16"?><w/>`}), briefing.ErrUnreadable, "encoding", ""},
		{"a name that leaves the folder", packed(t, map[string]string{"xl/workbook.xml": "<w/>", "../../x.xml": "<x/>"}), briefing.ErrUnreadable, "names", ""},
		{"a part twice", packed(t, map[string]string{"xl/workbook.xml": "<w/>", "XL/workbook.xml": "<w/>"}), briefing.ErrUnreadable, "names", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := low.Preflight(t.Context(), c.data)
			var p *briefing.Problem
			if !errors.Is(err, c.want) || !errors.As(err, &p) {
				t.Fatalf("error = %v, want %v", err, c.want)
			}
			if got := argument(p, "Reason"); c.reason != "" && got != c.reason {
				t.Errorf("reason = %q, want %q", got, c.reason)
			}
			if got := argument(p, "Cell"); c.cell != "" && got != c.cell {
				t.Errorf("cell = %q, want %q", got, c.cell)
			}
		})
	}
}

func argument(p *briefing.Problem, name string) string {
	for i := 0; i+1 < len(p.Args); i += 2 {
		if p.Args[i] == name {
			return fmt.Sprint(p.Args[i+1])
		}
	}
	return ""
}

// What a workbook brings along and we never run is named.
func TestPreflightNotes(t *testing.T) {
	got, err := sheet.DefaultLimits.Preflight(t.Context(), packed(t, map[string]string{
		"xl/workbook.xml": "<w/>", "xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<e/>",
		"xl/externalLinks/externalLink2.xml": "<e/>", "xl/embeddings/oleObject1.bin": "x",
	}))
	if want := []string{sheet.NoteEmbedded, sheet.NoteExternalLinks, sheet.NoteMacros}; err != nil || !slices.Equal(got.Notes, want) {
		t.Errorf("notes = %q, %v; want %q", got.Notes, err, want)
	}
	ods, err := sheet.DefaultLimits.Preflight(t.Context(), packed(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}))
	if err != nil || ods.Format != "ods" {
		t.Errorf("Preflight = %+v, %v; want ods", ods, err)
	}
}

func TestPreflightStopsWhenCancelled(t *testing.T) {
	ctx, cancel := contextCancelled(t)
	defer cancel()
	data := writeReview(t, buildReview(t, waterways(t), "en", ticked()))
	if _, err := sheet.DefaultLimits.Preflight(ctx, data); !errors.Is(err, ctx.Err()) {
		t.Errorf("error = %v, want %v", err, ctx.Err())
	}
}

// Whatever bytes arrive, the answer is one of the problems people can read.
func FuzzPreflight(f *testing.F) {
	f.Add(writeReview(f, buildReview(f, waterways(f), "en", ticked())))
	f.Add(book(f, `<row r="1"><c r="A1"><v>1</v></c></row>`))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := sheet.DefaultLimits.Preflight(t.Context(), data)
		var p *briefing.Problem
		if err != nil && !errors.As(err, &p) {
			t.Errorf("error of no kind: %v", err)
		}
		if err == nil && got.Format == "" {
			t.Error("passed without a format")
		}
	})
}

// FuzzPreflightSheet does the same inside a sheet, where the zip is sound.
func FuzzPreflightSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>`)
	f.Add(`<row r="0"/>`)
	f.Add(`<![CDATA[<row>]]>`)
	f.Fuzz(func(t *testing.T, rows string) {
		_, err := sheet.DefaultLimits.Preflight(t.Context(), book(t, rows))
		var p *briefing.Problem
		if err != nil && !errors.As(err, &p) {
			t.Errorf("error of no kind: %v", err)
		}
	})
}

func BenchmarkPreflight2000(b *testing.B) {
	data := writeReview(b, buildReview(b, fleet(b, 2000), "en", ticked()))
	defer reportCPU(b)()
	for b.Loop() {
		if _, err := sheet.DefaultLimits.Preflight(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}
