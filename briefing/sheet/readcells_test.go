package sheet_test

import (
	"errors"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/sheet"
)

// rewritten is the workbook with texts of one part replaced.
func (s *sent) rewritten(part string, pairs ...string) []byte {
	s.tb.Helper()
	parts := map[string]string{}
	for name, data := range partsOf(s.tb, s.data) {
		parts[name] = string(data)
	}
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(parts[part], pairs[i]) {
			s.tb.Fatalf("no %q in %s", pairs[i], part)
		}
		parts[part] = strings.ReplaceAll(parts[part], pairs[i], pairs[i+1])
	}
	return packed(s.tb, parts)
}

// inCells reads a workbook whose first row answers with the cells given.
func inCells(t *testing.T, cells string) (*briefing.Reconciliation, briefing.ReviewedRow) {
	t.Helper()
	parts := map[string]string{}
	s := send(t, "en")
	for name, data := range partsOf(t, s.data) {
		parts[name] = string(data)
	}
	const part = "xl/worksheets/sheet2.xml"
	from := strings.Index(parts[part], `<c r="O2"`)
	to := strings.Index(parts[part], `<c r="X2"`)
	if from < 0 || to < from {
		t.Fatalf("no cells O2 to X2 in %s", part)
	}
	parts[part] = parts[part][:from] + cells + parts[part][to:]
	r := s.merge(packed(t, parts))
	return r, r.Rows[0]
}

func TestCellsOfOtherProgramsAreRead(t *testing.T) {
	inline := func(cell, xml string) string { return `<c r="` + cell + `" t="inlineStr"><is>` + xml + `</is></c>` }
	for _, c := range []struct {
		name, cells, text, comment string
		found                      string
	}{
		{name: "escapes and line ends", cells: inline("Q2", "<t>Fees_x000D_\nare “national”_x0041_.</t>"), text: "Fees\nare “national”A."},
		{name: "rich text, a part struck", cells: inline("Q2", `<r><t xml:space="preserve">We agree </t></r><r><rPr><strike/></rPr><t>gladly</t></r>`), text: "We agree gladly", found: "ask struck Q2 " + refData},
		{name: "not struck after all", cells: inline("Q2", `<r><rPr><strike val="0"/></rPr><t>We agree</t></r>`), text: "We agree"},
		{name: "a formula's last value", cells: `<c r="Q2" t="str"><f>"We "&amp;"agree"</f><v>We agree</v></c>`, text: "We agree", found: "warn formula Q2 " + refData},
		{name: "an error", cells: `<c r="S2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, found: "warn formula S2 " + refData},
		{name: "a number", cells: `<c r="S2"><v>12.50</v></c>`, comment: "12.5"},
		{name: "reading aids left out", cells: inline("S2", `<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>`), comment: "東京"},
	} {
		r, row := inCells(t, c.cells)
		if row.Text != c.text || row.Comment != c.comment {
			t.Errorf("%s: text %q, comment %q", c.name, row.Text, row.Comment)
		}
		if got := strings.Join(told(r), "; "); c.found != "" && !strings.Contains(got, c.found) || c.found == "" && got != "" {
			t.Errorf("%s: the report says %q, want %q", c.name, got, c.found)
		}
	}
}

func TestThreadedCommentsAreReadOnceWithTheirAuthors(t *testing.T) {
	s := send(t, "en")
	s.data = s.edited(func(*reviewer) {})
	parts := map[string]string{}
	for name, data := range partsOf(t, s.data) {
		parts[name] = string(data)
	}
	const office = "http://schemas.microsoft.com/office/2017/10/relationships/"
	rels := func(kind, target string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rT1" Type="` + office + kind + `" Target="` + target + `"/></Relationships>`
	}
	parts["xl/worksheets/_rels/sheet2.xml.rels"] = rels("threadedComment", "../threadedComments/threadedComment1.xml")
	parts["xl/threadedComments/threadedComment1.xml"] = `<ThreadedComments><threadedComment ref="J3" personId="{1}"><text>Softer, please.</text></threadedComment><threadedComment ref="J3" personId="{2}"><text>Agreed.</text></threadedComment></ThreadedComments>`
	parts["xl/persons/person.xml"] = `<personList><person displayName="B. Moor" id="{1}"/><person displayName="C. Lake" id="{2}"/></personList>`
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
		`<Relationship Id="rP1" Type="`+office+`person" Target="persons/person.xml"/></Relationships>`, 1)
	r := s.merge(packed(t, parts))
	got := r.Rows[1].Remarks
	want := []briefing.Remark{{Sheet: "Review", Cell: "J3", Author: "B. Moor", Text: "Softer, please."}, {Sheet: "Review", Cell: "J3", Author: "C. Lake", Text: "Agreed."}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v", got)
	}
}

func TestIdentitiesThatDisagreeAreAskedAbout(t *testing.T) {
	s := send(t, "en")
	r := s.merge(s.rewritten("docProps/core.xml", s.batch.ID.String(), "01932f00-0000-7000-8000-00000000ffff"))
	if got := told(r); len(got) != 1 || got[0] != "ask identity_differs" {
		t.Errorf("the report says %q", got)
	}
}

func TestWhatIsNoReviewIsRefusedWithTheReason(t *testing.T) {
	s := send(t, "en")
	ole := []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	ods := packed(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"})
	matrix, _ := writeMatrix(t, waterways(t), ticked(), english)
	for _, c := range []struct {
		name string
		data []byte
		want *briefing.Problem
		args string
	}{
		{"nothing", nil, briefing.ErrEmptyFile, ""},
		{"a letter", []byte("Dear colleague"), briefing.ErrWorkbookFormat, ""},
		{"an old workbook", append(ole, make([]byte, 512)...), briefing.ErrWorkbookFormat, "xls"},
		{"one with a password", append(ole, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...), briefing.ErrEncrypted, ""},
		{"OpenDocument", ods, briefing.ErrNotAReview, ""},
		{"cut short", s.data[:len(s.data)/2], briefing.ErrWorkbookDamaged, ""},
		{"a broken row", s.rewritten("xl/worksheets/sheet2.xml", `<row r="3"`, `<row r="3`), briefing.ErrWorkbookDamaged, "xl/worksheets/sheet2.xml"},
		{"the comparison", matrix, briefing.ErrNotAReview, ""},
	} {
		_, err := sheet.New().ReadReview(t.Context(), c.data, english)
		problem, ok := errors.AsType[*briefing.Problem](err)
		if !ok || !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
			continue
		}
		found := c.args == ""
		for _, a := range problem.Args {
			found = found || a == c.args
		}
		if said := english.Say("problem."+problem.Code+".what", problem.Args...); !found || strings.Contains(said, "⟦") || strings.Contains(said, "<no value>") {
			t.Errorf("%s: args %v say %q", c.name, problem.Args, said)
		}
	}
}

// small is a workbook of one sheet, with notes.
func small(tb testing.TB, review, texts, notes string) []byte {
	tb.Helper()
	const rel = `<Relationship Id="r1" Type="/`
	return packed(tb, map[string]string{
		"xl/workbook.xml":                     `<workbook><sheets><sheet name="Review" r:id="r1" xmlns:r="r"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels":          `<Relationships>` + rel + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships>` + rel + `comments" Target="../comments1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":            review, "xl/sharedStrings.xml": texts, "xl/comments1.xml": notes,
	})
}

const smallReview = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>` +
	`<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>4</v></c><c r="C2" t="str">` +
	`<f>1</f><v>Approve</v></c><c r="D2"><v>46344</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`

// Whatever comes in, reading ends, and all that is found can be said.
func FuzzReadReview(f *testing.F) {
	r := buildReview(f, waterways(f), "en", ticked())
	f.Add(smallReview, `<sst><si><t>Ref</t></si><si><t>Text</t></si><si><t>Decision</t></si><si><t>Date</t></si><si><t>SWC/2026/7-P3-8</t></si></sst>`,
		`<comments><authors><author>B</author></authors><commentList><comment ref="B2" authorId="0"><text><t>No_x000D_.</t></text></comment></commentList></comments>`)
	f.Add(`<worksheet><sheetData><c/><row><c><v>1</v></c></row></sheetData></worksheet>`, `<sst/>`, `<comments/>`)
	f.Fuzz(func(t *testing.T, review, texts, notes string) {
		back, err := sheet.New().ReadReview(t.Context(), small(t, review, texts, notes), english)
		if err != nil {
			if _, ok := errors.AsType[*briefing.Problem](err); !ok {
				t.Errorf("an error without words: %v", err)
			}
			return
		}
		for _, x := range briefing.Merge(&r.Batch, back, nil).Findings {
			if said := x.Say(english); strings.Contains(said, "⟦") {
				t.Errorf("%+v says %q", x, said)
			}
		}
	})
}

func TestASmallWorkbookIsRead(t *testing.T) {
	back, err := sheet.New().ReadReview(t.Context(), small(t, smallReview, `<sst><si><t>Ref</t></si><si><t>Text</t></si><si><t>Decision</t></si><si><t>Date</t></si><si><t>x</t></si></sst>`, `<comments/>`), english)
	if err != nil || len(back.Rows) != 1 || back.Rows[0].Cells[briefing.ColDecision].Code != string(briefing.DecisionApprove) {
		t.Errorf("got %+v, %v", back, err)
	}
}
