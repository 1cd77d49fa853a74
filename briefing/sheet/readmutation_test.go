package sheet_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
	"placard/briefing/sheet"
)

// labels that the mutation test answers with: each names its own row.
func labelled(s *sent) ([][]string, map[string]string) {
	f := open(s.tb, s.data)
	lines, err := f.GetRows("Review")
	if err != nil {
		s.tb.Fatal(err)
	}
	comment := 0
	for i, h := range lines[0] {
		if h == "Comment" {
			comment = i
		}
	}
	meant := map[string]string{}
	for i := range lines[1:] {
		line := lines[i+1]
		for len(line) < len(lines[0]) {
			line = append(line, "")
		}
		ref, _ := briefing.ParseRef(line[3])
		line[comment] = "this answers " + ref
		meant[line[comment]] = ref
		lines[i+1] = line
	}
	return lines, meant
}

// mutate does to the cells what hands and programs do.
func mutate(r *rand.Rand, lines [][]string) string {
	row := func() int { return 1 + r.IntN(len(lines)-1) }
	a, b, c := row(), row(), r.IntN(len(lines[0]))
	switch r.IntN(9) {
	case 0:
		lines[a], lines[b] = lines[b], lines[a]
		return fmt.Sprint("swap ", a, b)
	case 1:
		lines[a][c] = ""
		return fmt.Sprint("blank ", a, c)
	case 2:
		lines[a][c] += "x"
		return fmt.Sprint("type ", a, c)
	case 3:
		c %= 14 // ours: an answer copied to another row is that row's answer
		lines[a][c] = lines[b][c]
		return fmt.Sprint("copy ", a, b, c)
	case 4:
		lines[a] = append([]string(nil), lines[b]...)
		return fmt.Sprint("paste row ", a, b)
	case 5:
		for i := range lines {
			lines[i][c] = ""
		}
		return fmt.Sprint("clear column ", c)
	case 6: // a sort that takes the last columns only
		for i := c; i < len(lines[0]); i++ {
			lines[a][i], lines[b][i] = lines[b][i], lines[a][i]
		}
		return fmt.Sprint("sort from ", c, a, b)
	case 7:
		for i := range lines {
			d := (c + 1) % len(lines[i])
			lines[i][c], lines[i][d] = lines[i][d], lines[i][c]
		}
		return fmt.Sprint("move column ", c)
	}
	for i, d := 0, row(); i < 5 && c+i < len(lines[0]); i++ {
		lines[d][c+i] = ""
	}
	return fmt.Sprint("clear cells ", c)
}

// mutations to try: a sample, or as many as PLACARD_MUTATIONS says.
func mutations(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("PLACARD_MUTATIONS"))
	if err != nil {
		return 100
	}
	return n
}

// However a workbook is mangled, no answer reaches another row than its own
// without a question, and none is lost without a word.
func TestMangledWorkbooksNeverMisplaceAnAnswerSilently(t *testing.T) {
	s := send(t, "en")
	random := rand.New(rand.NewPCG(5, 2026))
	for n := range mutations(t) {
		lines, meant := labelled(s)
		var done []string
		for range 1 + random.IntN(3) {
			done = append(done, mutate(random, lines))
		}
		r, err := s.mangled(lines)
		if err != nil {
			continue // refused as a whole is safe
		}
		for _, x := range r.Rows {
			ref, whole := meant[x.Comment]
			if whole && ref != x.Ref && !doubted(r, x) {
				t.Errorf("%d: %v: the answer to %s is on %s without a question: %q", n, done, ref, x.Ref, told(r))
			}
		}
		for comment, ref := range meant {
			if standsIn(lines, comment) && !shown(r, comment) {
				t.Errorf("%d: %v: the answer to %s is lost: %q", n, done, ref, told(r))
			}
		}
	}
}

// mangled reads the cells in a new workbook with the old one's identity.
func (s *sent) mangled(lines [][]string) (*briefing.Reconciliation, error) {
	s.tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := range lines {
		if err := f.SetSheetRow("Sheet1", "A"+cellRow(i+1), &lines[i]); err != nil {
			s.tb.Fatal(err)
		}
	}
	if err := f.SetDocProps(&excelize.DocProperties{Identifier: s.batch.ID.String()}); err != nil {
		s.tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		s.tb.Fatal(err)
	}
	back, err := sheet.New().ReadReview(s.tb.Context(), b.Bytes(), english)
	if err != nil {
		return nil, err
	}
	return briefing.Merge(&s.batch, back, s.standing()), nil
}

// doubted tells whether a person is asked about the row or the column.
func doubted(r *briefing.Reconciliation, x briefing.ReviewedRow) bool {
	for _, f := range r.Findings {
		if f.Weight == briefing.WeighAsk && f.Ref == x.Ref || f.Code == "column_missing" && (f.Column == briefing.ColComment || f.Column == briefing.ColRefAgain) {
			return true
		}
	}
	return false
}

func standsIn(lines [][]string, text string) bool {
	for _, l := range lines {
		if slices.Contains(l, text) {
			return true
		}
	}
	return false
}

// shown tells whether the text stands anywhere in the reconciliation.
func shown(r *briefing.Reconciliation, text string) bool {
	for _, x := range r.Rows {
		if strings.Contains(fmt.Sprint(x.Comment, x.Limits, x.Text, x.Claimed, x.Remarks), text) {
			return true
		}
	}
	return strings.Contains(fmt.Sprint(r.Points, r.Findings, r.Returned.Remarks), text)
}
