package pack_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
)

// bothFormats publish; the fonts of PDF are read once.
var bothFormats = sync.OnceValue(func() map[string]briefing.Publisher {
	return map[string]briefing.Publisher{"docx": publish.New(), "pdf": pdf.New(assets.Fonts())}
})

var everyVariant = []briefing.Variant{
	briefing.VariantFull, briefing.VariantOnePage, briefing.VariantSpeaking, briefing.VariantRestricted,
}

// No file of any audience, variant and format holds a canary that the table
// does not allow, in whatever corner of it: pages, properties, notes, names of
// links, streams that no page shows.
func TestFilesHoldWhatTheAudienceMaySee(t *testing.T) {
	for i, audience := range briefing.Audiences {
		for _, variant := range everyVariant {
			for _, open := range []bool{false, true} { // draft and unticked, cleared and ticked
				gate := briefing.Gate{Audience: audience, Ticked: everyPart(open), Author: "me", Annex: variant == briefing.VariantRestricted}
				paper, err := buildPack(t, changedDossier(open), variant, gate)
				if errors.Is(err, briefing.ErrNothingToExport) {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				for format, publisher := range bothFormats() {
					file := everything(t, format, publisher, paper)
					for _, row := range mayLeave {
						for _, name := range row.canaries {
							allowed := expected(row.row[i], open, open) || gate.Annex && gate.Open(briefing.PartRestricted, false) && row.row == "-yo--"
							if !allowed && strings.Contains(file, canary(name)) {
								t.Errorf("%s %s for %s (open %v) holds %s", variant, format, audience, open, name)
							}
						}
					}
					if strings.Contains(file, "canary before") {
						t.Errorf("%s %s for %s holds what a position said before", variant, format, audience)
					}
				}
			}
		}
	}
}

// The test above would pass on files that it cannot read: it finds what is there.
func TestFilesAreReadWhole(t *testing.T) {
	paper := fullPack(t, changedDossier(true), briefing.Gate{Audience: briefing.ForHead, Author: "me"})
	for format, publisher := range bothFormats() {
		file := everything(t, format, publisher, paper)
		for _, name := range []string{"line_to_take", "red_line", "told source", "document", "remark of anybody"} {
			if !strings.Contains(file, canary(name)) {
				t.Errorf("%s: %s was not found where it is", format, name)
			}
		}
	}
}

// changedDossier is the canaries' with another state of it before.
func changedDossier(open bool) *briefing.Dossier {
	state := briefing.StateDraft
	if open {
		state = briefing.StateCleared
	}
	d, before := canaryDossier(state), canaryDossier(state)
	for _, f := range briefing.Fields {
		before.Positions[0].SetText(f, "canary before "+f.String())
	}
	before.Observations = nil
	d.Before = before
	return d
}

// everything is a file's every part, unpacked, with the text of its pages.
func everything(t *testing.T, format string, p briefing.Publisher, paper *briefing.Paper) string {
	t.Helper()
	var file bytes.Buffer
	if err := p.Publish(t.Context(), &file, paper, nil); err != nil {
		t.Fatal(err)
	}
	if format == "pdf" {
		return oneSpace(pageText(t, file.Bytes()) + streams(file.Bytes()))
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(data)
		out.WriteString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(data), "")) // text that runs split
	}
	return oneSpace(out.String())
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

var (
	streamBody = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	textString = regexp.MustCompile(`<FEFF([0-9A-F]*)>`)
)

// streams is a PDF with its streams inflated, those of objects too, and its
// text strings spelled out.
func streams(file []byte) string {
	out := bytes.NewBuffer(bytes.Clone(file))
	for _, m := range streamBody.FindAllSubmatch(file, -1) {
		if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			_, _ = io.Copy(out, r) // what is cut short was shown before
		}
	}
	for _, m := range textString.FindAllStringSubmatch(out.String(), -1) {
		raw, _ := hex.DecodeString(m[1])
		var units []uint16
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		out.WriteString("\n" + string(utf16.Decode(units)))
	}
	return out.String()
}

// pageText is the text of a PDF's pages as poppler reads it.
func pageText(t *testing.T, file []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext on this machine")
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, order := range []string{"-raw", "-layout"} { // in a cell, words go on below
		text, err := exec.CommandContext(t.Context(), "pdftotext", order, path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}
