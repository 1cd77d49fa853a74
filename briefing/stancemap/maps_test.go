package stancemap_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/stancemap"
)

var english = assets.Words("en")

// ports is a comparison of two places with a group and two delegations, one
// of them bound by the group.
func ports() *briefing.Matrix {
	said := func(s briefing.Stance) briefing.MatrixCell {
		return briefing.MatrixCell{Stance: s, Source: briefing.SourceStated}
	}
	return &briefing.Matrix{
		Title: "Ports & tides <draft>", Reference: "PT/1", Mark: "RESTRICTED", Shown: map[briefing.Part]bool{briefing.PartStance: true},
		Columns: []briefing.MatrixColumn{{Name: "Union", Group: true}, {Name: "Asteria"}, {Name: "Borea"}},
		Rows: []briefing.MatrixRow{
			{Ref: briefing.CheckedRef("PT/1-P3"), Label: "3", Ours: briefing.StanceSupports, Cells: []briefing.MatrixCell{
				said(briefing.StanceOpposes), {Stance: briefing.StanceOpposes, Implied: "Union"}, said(briefing.StanceSilent),
			}},
			{Ref: briefing.CheckedRef("PT/1-P4"), Label: "4", Cells: make([]briefing.MatrixCell, 3)},
			{Ref: briefing.CheckedRef("PT/1-P5-O2"), Label: "Paragraph 5, second bullet", Kind: briefing.OnOption, Cells: []briefing.MatrixCell{
				{}, said(briefing.StanceConcerns), said(briefing.StanceAccepts),
			}},
		},
	}
}

func drawn(t *testing.T, m *briefing.Matrix, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := (stancemap.Maps{}).DrawMap(t.Context(), &out, m, format, english); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestMapIsWellFormedAndNamesEverybody(t *testing.T) {
	svg := drawn(t, ports(), stancemap.SVG)
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"Union", "Asteria", "Borea", ">3<", ">P5-O2<", "RESTRICTED", "Ports &amp; tides &lt;draft&gt;", "<title>Stance map of PT/1"} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("the map lacks %q", want)
		}
	}
	if bytes.Contains(svg, []byte(">4<")) {
		t.Error("a place where nobody has a stance is in the map")
	}
}

// What a group implies is told apart from what a member said: by frame and
// ground, not by colour alone.
func TestMapShowsImpliedStancesApart(t *testing.T) {
	svg := string(drawn(t, ports(), stancemap.SVG))
	if got := strings.Count(svg, `fill="#F9E6DF" stroke="#9E2B05" stroke-dasharray`); got != 1 {
		t.Errorf("%d implied cells, want Asteria's", got)
	}
	if got := strings.Count(svg, `fill="#9E2B05" stroke="#9E2B05"/>`); got != 2 { // Union's and the legend's
		t.Errorf("%d cells say that somebody opposes, want the Union's and the legend's", got)
	}
}

func TestMapAsPNG(t *testing.T) {
	first := drawn(t, ports(), stancemap.PNG)
	picture, err := png.Decode(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[3]uint32]bool{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r >> 8, g >> 8, b >> 8}] = true
		}
	}
	for name, c := range map[string][3]uint32{"supports": {0x0D, 0x4F, 0x98}, "opposes": {0x9E, 0x2B, 0x05}, "ink": {0x1B, 0x1F, 0x24}} {
		if !seen[c] {
			t.Errorf("no pixel has the colour of %s", name)
		}
	}
	if !bytes.Equal(first, drawn(t, ports(), stancemap.PNG)) {
		t.Error("two pictures of one comparison differ")
	}
}

func TestMapRefuses(t *testing.T) {
	err := (stancemap.Maps{}).DrawMap(t.Context(), io.Discard, ports(), "gif", english)
	if !errors.Is(err, briefing.ErrUnsupported) {
		t.Errorf("gif: %v", err)
	}
	err = (stancemap.Maps{}).DrawMap(t.Context(), io.Discard, &briefing.Matrix{}, stancemap.SVG, english)
	if !errors.Is(err, briefing.ErrNothingToExport) {
		t.Errorf("an empty comparison: %v", err)
	}
}
