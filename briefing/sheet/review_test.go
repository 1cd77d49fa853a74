package sheet_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
	"placard/briefing/sheet"
)

// A reviewer can type where an answer belongs and nowhere else.
func TestReviewLocksWhatIsOurs(t *testing.T) {
	r := buildReview(t, waterways(t), "en", ticked())
	f := open(t, writeReview(t, r))
	p, err := f.GetSheetProtection("Review")
	if err != nil {
		t.Fatal(err)
	}
	if p.Password != "" || p.Sort || !p.AutoFilter || !p.SelectLockedCells {
		t.Errorf("protection = %+v; want no password, no sorting, filters allowed", p)
	}
	for i, c := range r.Columns() {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		for row := range len(r.Rows) {
			cell := name + string(rune('2'+row))
			if got := isLocked(t, f, "Review", cell); got == c.Input() {
				t.Errorf("%s (%s): locked = %v, want %v", cell, c, got, !got)
			}
		}
		if visible, err := f.GetColVisible("Review", name); err != nil || visible == c.Hidden() {
			t.Errorf("column %s (%s): visible = %v, %v", name, c, visible, err)
		}
	}
}

func isLocked(tb testing.TB, f *excelize.File, tab, cell string) bool {
	tb.Helper()
	n, err := f.GetCellStyle(tab, cell)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := f.GetStyle(n)
	if err != nil {
		tb.Fatal(err)
	}
	return s.Protection == nil || s.Protection.Locked
}

// The manifest in the vault is what the file holds, cell by cell.
func TestManifestEqualsWorkbook(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		t.Run(language, func(t *testing.T) {
			r := buildReview(t, waterways(t), language, ticked(briefing.PartRestricted, briefing.PartOthersOpen, briefing.PartOthersClosed, briefing.PartAnnotations))
			f := open(t, writeReview(t, r))
			lines, err := f.GetRows(english.In(language).Say("sheet.tab.review"))
			if err != nil {
				t.Fatal(err)
			}
			if len(lines) != len(r.Batch.Rows)+1 || len(r.Batch.Rows) != 4 {
				t.Fatalf("%d rows in the file, %d in the manifest, want 4 under a head", len(lines), len(r.Batch.Rows))
			}
			for i, sent := range r.Batch.Rows {
				for j, c := range r.Columns() {
					if got := lines[i+1][j]; got != sent.Sent[string(c)] {
						t.Errorf("row %d, %s = %q, manifest says %q", i, c, got, sent.Sent[string(c)])
					}
				}
				if ref, ok := briefing.ParseRef(lines[i+1][3]); !ok || ref != sent.Ref {
					t.Errorf("row %d: reference %q does not read back as %q", i, lines[i+1][3], sent.Ref)
				}
			}
		})
	}
}

// Drop-downs hold their words themselves, in the batch's language.
func TestReviewDropDowns(t *testing.T) {
	r := buildReview(t, waterways(t), "fr", ticked())
	f := open(t, writeReview(t, r))
	lists := map[string]string{}
	all, err := f.GetDataValidations("Examen")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		if v.Type == "list" {
			lists[v.Sqref] = v.Formula1
		}
	}
	for head, want := range map[string]string{
		"Décision": `"Approuver,Approuver avec modifications,À reformuler,Pas de position,Réserver la réponse,Pas d’objection"`,
		"Nature":   `"Essentiel,De fond,De forme"`,
	} {
		c := column(t, f, "Examen", 1, head)
		if got := lists[c+"2:"+c+"5"]; got != want {
			t.Errorf("%s: list = %s, want %s", head, got, want)
		}
	}
	c := column(t, f, "Examen", 1, "Position, si différente")
	if got := lists[c+"2:"+c+"5"]; !strings.HasPrefix(got, `"✓ se porte coauteur,✓ appuie,`) || strings.Contains(got, "n’a pas pris la parole") {
		t.Errorf("stances = %s", got)
	}
}

// Every language has each word, and its lists fit where they have to.
func TestReviewInEveryLanguage(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		r := buildReview(t, waterways(t), language, ticked(briefing.PartRestricted, briefing.PartOthersOpen))
		for name, part := range partsOf(t, writeReview(t, r)) {
			if bytes.Contains(part, []byte("⟦")) || bytes.Contains(part, []byte("no value")) {
				t.Errorf("%s: a word is missing in %s", language, name)
			}
		}
	}
}

// Every printed page carries the mark and its number; a mark's ampersand is
// no code.
func TestReviewPrint(t *testing.T) {
	r := buildReview(t, waterways(t), "en", ticked())
	f := open(t, writeReview(t, r))
	for _, tab := range f.GetSheetList() {
		h, err := f.GetHeaderFooter(tab)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(h.OddHeader, "RESTRICTED && LIMITED") || !strings.Contains(h.OddFooter, "RESTRICTED && LIMITED&RPage &P of &N") {
			t.Errorf("%s: header %q, footer %q", tab, h.OddHeader, h.OddFooter)
		}
	}
	layout, err := f.GetPageLayout("Review")
	if err != nil {
		t.Fatal(err)
	}
	if *layout.Orientation != "landscape" || *layout.Size != 9 {
		t.Errorf("layout = %s, paper %d; want A4 landscape", *layout.Orientation, *layout.Size)
	}
	titles := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.Scope == "Review" {
			titles = n.RefersTo
		}
	}
	if titles != "'Review'!$D:$D,'Review'!$1:$1" {
		t.Errorf("repeated on each page: %q", titles)
	}
	if panes, err := f.GetPanes("Review"); err != nil || !panes.Freeze || panes.XSplit != 4 || panes.YSplit != 1 {
		t.Errorf("panes = %+v, %v", panes, err)
	}
}

// A position's words never become a formula, and rows grow as one types.
func TestReviewTextStaysText(t *testing.T) {
	d := waterways(t)
	r := buildReview(t, d, "en", ticked())
	data := writeReview(t, r)
	f := open(t, data)
	c := column(t, f, "Review", 1, "Proposed position")
	if got := value(t, f, "Review", c+"2"); !strings.HasPrefix(got, "=HYPERLINK(") {
		t.Errorf("line = %q", got)
	}
	for name, part := range partsOf(t, data) {
		if strings.HasPrefix(name, "xl/worksheets/") {
			for _, f := range bytes.Split(part, []byte("<f>"))[1:] {
				if !bytes.HasPrefix(f, []byte("IF(COUNTIF(E")) {
					t.Errorf("%s: formula %.60s", name, f)
				}
			}
			if bytes.Contains(part, []byte("customHeight")) {
				t.Errorf("%s: a row has a fixed height", name)
			}
		}
		if name == "xl/styles.xml" && !bytes.Contains(part, []byte(`<xf quotePrefix="1" numFmtId="49"`)) {
			t.Error("no style has the quote prefix")
		}
	}
}

// Nothing leaves that was not ticked: not in a cell, not in a property, not in
// a part that no program shows.
func TestReviewKeepsSecrets(t *testing.T) {
	never := []string{secrets[briefing.PartBackgroundShut], secrets[briefing.PartReasons], "R. Ferris", "15:42"}
	for _, c := range []struct {
		name   string
		ticked []briefing.Part
	}{
		{"nothing ticked", nil},
		{"restricted", []briefing.Part{briefing.PartRestricted}},
		{"others", []briefing.Part{briefing.PartOthersOpen}},
		{"notes", []briefing.Part{briefing.PartAnnotations}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := buildReview(t, waterways(t), "en", ticked(c.ticked...))
			r.Contact = ""
			parts := partsOf(t, writeReview(t, r))
			for _, p := range []briefing.Part{briefing.PartRestricted, briefing.PartOthersOpen, briefing.PartOthersClosed, briefing.PartAnnotations} {
				open := len(c.ticked) > 0 && c.ticked[0] == p
				if found := holds(parts, secrets[p]); found != "" != open {
					t.Errorf("%s: ticked %v, found in %q", p, open, found)
				}
			}
			for _, word := range never {
				if found := holds(parts, word); found != "" {
					t.Errorf("%q stands in %s", word, found)
				}
			}
		})
	}
}

// holds names a part that holds the words; empty for none.
func holds(parts map[string][]byte, words string) string {
	for name, part := range parts {
		if bytes.Contains(part, []byte(words)) {
			return name
		}
	}
	return ""
}

// Each program loses one of the four places that name the workbook.
func TestReviewIdentity(t *testing.T) {
	r := buildReview(t, waterways(t), "en", ticked())
	f := open(t, writeReview(t, r))
	want := r.Batch.ID.String()
	core, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if core.Identifier != want || core.Creator != "Permanent Mission of Westmark" || core.Created != "2026-11-16T00:00:00Z" {
		t.Errorf("properties = %+v", core)
	}
	custom, err := f.GetCustomProps()
	if err != nil || len(custom) != 1 || custom[0].Value != want {
		t.Errorf("custom properties = %v, %v", custom, err)
	}
	named := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_placard_workbook" {
			named = n.RefersTo
		}
	}
	if named != `"`+want+`"` {
		t.Errorf("name = %s", named)
	}
	if got := value(t, f, "_meta", "B2"); got != want {
		t.Errorf("_meta = %q", got)
	}
	if visible, err := f.GetSheetVisible("_meta"); err != nil || visible {
		t.Errorf("_meta is visible: %v, %v", visible, err)
	}
}

// The ballot says when too few or too many options are chosen.
func TestBallotCounts(t *testing.T) {
	r := buildReview(t, waterways(t), "en", ticked())
	f := open(t, writeReview(t, r))
	const check = "E12" // below four options
	if got := value(t, f, "Options", check); got != "0 chosen so far: choose exactly 2" {
		t.Fatalf("check as sent = %q", got)
	}
	if got := value(t, f, "Options", "C11"); got != "Groundwater across borders" || isLocked(t, f, "Options", "C11") {
		t.Errorf("own option = %q, must be open", got)
	}
	if got := value(t, f, "Options", "D8") + value(t, f, "Options", "D9") + value(t, f, "Options", "D10"); got != "12" {
		t.Errorf("our ranking = %q, want 1, none, 2", got)
	}
	for i, want := range []string{"1 chosen so far: choose exactly 2", "✓ exactly 2 chosen", "3 chosen so far: choose exactly 2"} {
		cell := []string{"E8", "E9", "E11"}[i]
		if isLocked(t, f, "Options", cell) {
			t.Fatalf("%s is locked", cell)
		}
		if err := f.SetCellStr("Options", cell, "x"); err != nil {
			t.Fatal(err)
		}
		if got, err := f.CalcCellValue("Options", check); err != nil || got != want {
			t.Errorf("after %d marks: %q, %v; want %q", i+1, got, err, want)
		}
	}
}

// A text that no cell holds is refused, with its place; nothing is written.
func TestReviewRefusesLongText(t *testing.T) {
	d := waterways(t)
	d.Positions[0].SetText(briefing.FieldLine, strings.Repeat("é", 32767))
	r := buildReview(t, d, "en", ticked())
	writeReview(t, r)

	d.Positions[0].SetText(briefing.FieldLine, strings.Repeat("é", 32766)+"🜨")
	r = buildReview(t, d, "en", ticked())
	var b bytes.Buffer
	err := sheet.New().WriteReview(t.Context(), &b, r, english)
	var p *briefing.Problem
	if !errors.Is(err, briefing.ErrTooLong) || !errors.As(err, &p) || p.Args[1] != "SWC/2026/7-P3-O" {
		t.Errorf("error = %v (%v), want text_too_long at SWC/2026/7-P3-O", err, p)
	}
	if b.Len() != 0 {
		t.Errorf("%d bytes were written", b.Len())
	}
}

// The same batch is the same file, so that a copy can be known by its hash.
func TestReviewIsDeterministic(t *testing.T) {
	first := writeReview(t, buildReview(t, waterways(t), "es", ticked(briefing.PartOthersOpen)))
	for range 3 {
		if again := writeReview(t, buildReview(t, waterways(t), "es", ticked(briefing.PartOthersOpen))); !bytes.Equal(first, again) {
			t.Fatal("two files of one batch differ")
		}
	}
}

func TestReviewStopsWhenCancelled(t *testing.T) {
	ctx, cancel := contextCancelled(t)
	defer cancel()
	var b bytes.Buffer
	err := sheet.New().WriteReview(ctx, &b, buildReview(t, waterways(t), "en", ticked()), english)
	if err == nil || b.Len() != 0 {
		t.Errorf("error = %v, %d bytes written", err, b.Len())
	}
}

func BenchmarkReview2000(b *testing.B) {
	r := buildReview(b, fleet(b, 2000), "en", ticked())
	defer reportCPU(b)()
	for b.Loop() {
		var out bytes.Buffer
		if err := sheet.New().WriteReview(b.Context(), &out, r, english); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuildReview2000(b *testing.B) {
	d := fleet(b, 2000)
	defer reportCPU(b)()
	for b.Loop() {
		buildReview(b, d, "en", ticked())
	}
}
