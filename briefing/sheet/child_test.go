package sheet_test

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"placard/briefing"
	"placard/briefing/sheet"
)

// TestMain makes the test binary its own child, as main does for the program.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == sheet.ChildFlag {
		os.Exit(sheet.ServeChild(os.Stdin, os.Stdout, english))
	}
	os.Exit(m.Run())
}

func childReader(tb testing.TB) *sheet.Child {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	return sheet.NewChild(self)
}

func TestTheChildReadsWhatTheReaderReads(t *testing.T) {
	s := send(t, "en")
	data := s.edited(func(r *reviewer) {
		r.write("Decision", 2, "approve!")
		r.write("Comment", 3, "What of groundwater?\nAnd “wells”, 水, \u202e?")
		r.must(r.f.SetSheetRow("New points", "A5", &[]any{"11", "Theme", "", "Shorter."}))
	})
	got, err := childReader(t).ReadReview(t.Context(), data, english)
	if err != nil {
		t.Fatal(err)
	}
	want := s.merge(data)
	if r := briefing.Merge(&s.batch, got, s.standing()); !slices.Equal(told(r), told(want)) || len(r.Points) != len(want.Points) || r.Rows[1].Comment != want.Rows[1].Comment {
		t.Errorf("the child reads %q, the reader %q", told(r), told(want))
	}
}

func TestTheChildSaysWhyItRefuses(t *testing.T) {
	for name, x := range map[string]struct {
		data []byte
		want error
	}{
		"nothing": {nil, briefing.ErrEmptyFile}, "a picture": {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), briefing.ErrWorkbookFormat},
		"cut short": {send(t, "en").data[:3000], briefing.ErrWorkbookDamaged},
	} {
		if _, err := childReader(t).ReadReview(t.Context(), x.data, english); !errors.Is(err, x.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// odsContent is the content of a workbook of one sheet.
func odsContent(table string) string {
	return `<office:document-content><office:body><office:spreadsheet><table:table table:name="Review">` + table +
		`</table:table></office:spreadsheet></office:body></office:document-content>`
}

// odsOf is that workbook.
func odsOf(tb testing.TB, table string) []byte {
	tb.Helper()
	return zipOf(tb, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": odsContent(table)})
}

// Small files that would stand for gigabytes are refused before they do.
func TestBombsAreRefusedInTime(t *testing.T) {
	cell := `<table:table-cell><text:p>x</text:p></table:table-cell>`
	for name, data := range map[string][]byte{
		"a million rows":             odsOf(t, `<table:table-row table:number-rows-repeated="1048576">`+cell+`</table:table-row>`),
		"far to the right":           odsOf(t, `<table:table-row><table:table-cell table:number-columns-repeated="16383"/>`+cell+`</table:table-row>`),
		"columns that repeat":        odsOf(t, `<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`),
		"blanks that stand for many": odsOf(t, `<table:table-row><table:table-cell><text:p>`+strings.Repeat(`<text:s text:c="32767"/>`, 200_000)+`</text:p></table:table-cell></table:table-row>`),
		"deep":                       odsOf(t, strings.Repeat(`<text:span>`, 100_000)+strings.Repeat(`</text:span>`, 100_000)),
		"lines of text":              []byte(strings.Repeat("a,b\n", 200_000)),
		"one line of commas":         bytes.Repeat([]byte(","), 2_000_000),
	} {
		limited(t, name, data, true)
	}
}

// limited reads a file in the child, within 5 seconds; the child ends itself
// at 512 MB.
func limited(t *testing.T, name string, data []byte, refused bool) {
	t.Helper()
	began := time.Now()
	_, err := childReader(t).ReadReview(t.Context(), data, english)
	if took := time.Since(began); took > 6*time.Second {
		t.Errorf("%s: after %v", name, took)
	}
	if errors.Is(err, briefing.ErrParseCrashed) || errors.Is(err, context.Canceled) || refused && err == nil {
		t.Errorf("%s: %v", name, err)
	}
	if errors.Is(err, briefing.ErrParseTimeout) {
		t.Logf("%s: ended at its limit of time", name)
	}
}

// Real workbooks made to break programs, a sample of them; all with
// PLACARD_HOSTILE=all.
func TestHostileWorkbooks(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "corpus", "hostile.tar.xz")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the hostile corpus is not here")
	}
	every := 25
	if os.Getenv("PLACARD_HOSTILE") == "all" {
		every = 1
	}
	out, err := exec.CommandContext(t.Context(), "xz", "-dc", path).Output()
	if err != nil {
		t.Skip("xz:", err)
	}
	r, n, read := tar.NewReader(bytes.NewReader(out)), 0, 0
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains([]string{".xlsx", ".xlsm", ".xls", ".ods", ".csv"}, strings.ToLower(filepath.Ext(h.Name))) {
			continue
		}
		if n++; n%every != 0 {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		read++
		limited(t, h.Name, data, false)
	}
	t.Logf("%d of %d workbooks", read, n)
}
