package sheet_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
	"placard/briefing/sheet"
)

// sent is a review that is out at capital.
type sent struct {
	tb    testing.TB
	batch briefing.Batch
	data  []byte
}

func send(tb testing.TB, language string) *sent {
	tb.Helper()
	r := buildReview(tb, waterways(tb), language, ticked())
	return &sent{tb: tb, batch: r.Batch, data: writeReview(tb, r)}
}

// standing are positions that nobody touched since.
func (s *sent) standing() map[briefing.ID]briefing.Standing {
	out := map[briefing.ID]briefing.Standing{}
	for _, row := range s.batch.Rows {
		now := map[briefing.ReviewColumn]string{}
		for c, text := range row.Sent {
			now[briefing.ReviewColumn(c)] = text
		}
		out[row.Position] = briefing.Standing{Position: &briefing.Position{ID: row.Position, State: briefing.StateSent}, Revision: row.Base, Now: now}
	}
	return out
}

// merge reads a returned workbook and compares it.
func (s *sent) merge(data []byte) *briefing.Reconciliation {
	s.tb.Helper()
	back, err := sheet.New().ReadReview(s.tb.Context(), data, english)
	if err != nil {
		s.tb.Fatal(err)
	}
	return briefing.Merge(&s.batch, back, s.standing())
}

// edited is the workbook after somebody's work in it.
func (s *sent) edited(edit func(*reviewer)) []byte {
	s.tb.Helper()
	f := open(s.tb, s.data)
	edit(&reviewer{tb: s.tb, f: f, tab: "Review"})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		s.tb.Fatal(err)
	}
	return b.Bytes()
}

// reviewer is somebody at capital with a spreadsheet program.
type reviewer struct {
	tb  testing.TB
	f   *excelize.File
	tab string
}

func (r *reviewer) must(err error) {
	r.tb.Helper()
	if err != nil {
		r.tb.Fatal(err)
	}
}

// at is the cell under a head of the Review sheet.
func (r *reviewer) at(head string, row int) string {
	r.tb.Helper()
	return column(r.tb, r.f, r.tab, 1, head) + strconv.Itoa(row)
}

func (r *reviewer) write(head string, row int, value any) {
	r.tb.Helper()
	r.must(r.f.SetCellValue(r.tab, r.at(head, row), value))
}

// told is a report in short: weight, code, place, reference.
func told(r *briefing.Reconciliation) []string {
	out := []string{}
	for _, f := range r.Findings {
		out = append(out, strings.Join(strings.Fields(string(f.Weight)+" "+f.Code+" "+f.Cell+" "+f.Ref), " "))
	}
	return out
}

func answers(r *briefing.Reconciliation) map[string]briefing.Decision {
	out := map[string]briefing.Decision{}
	for _, x := range r.Rows {
		if x.Decision != "" {
			out[x.Ref] = x.Decision
		}
	}
	return out
}

const (
	refData  = "SWC/2026/7-P3"
	refTheme = "SWC/2026/7-P4-A"
	refPorts = "SWC/2026/7-P5-O2"

	refChoice = "SWC/2026/7-P5-A"
)

func TestUntouchedWorkbookComesBackWithoutAQuestion(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		s := send(t, language)
		r := s.merge(s.data)
		if len(r.Findings) != 0 || len(r.Rows) != len(s.batch.Rows) || len(r.Returned.Claims) != 4 {
			t.Errorf("%s: %d of %d rows, identity in %v, found %q", language, len(r.Rows), len(s.batch.Rows), r.Returned.Claims, told(r))
		}
		for _, x := range r.Rows {
			if x.Answered() || x.Moved() {
				t.Errorf("%s: %s is answered or moved: %+v", language, x.Ref, x)
			}
		}
	}
}

func cellRow(n int) string { return strconv.Itoa(n) }
