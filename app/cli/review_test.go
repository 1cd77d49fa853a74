package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/app/cli"
	"placard/briefing"
)

// answered sends a position to capital and fills its row in.
func answered(t *testing.T, u *user, cells map[string]string) string {
	t.Helper()
	u.must("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.")
	path := filepath.Join(t.TempDir(), "review.xlsx")
	u.must("export", "review", "LC/2031/7", "--out", path, "--to", "Ministry")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	heads, err := f.GetRows("Review")
	if err != nil {
		t.Fatal(err)
	}
	for head, text := range cells {
		name, err := excelize.ColumnNumberToName(slices.Index(heads[0], head) + 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr("Review", name+strconv.Itoa(2), text); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReviewImportReportsAndSavesNothing(t *testing.T) {
	u := withSample(t)
	path := answered(t, u, map[string]string{"Decision": "Approve", "Your name": "B. Harbour", "Comment": "Good."})
	before := u.must("history", "LC/2031/7", "11")
	if got := u.must("review", "import", path); !strings.Contains(got, "LC/2031/7-P11-A\tapprove\t\tB. Harbour") {
		t.Errorf("data: %q", got)
	}
	if got := u.words.String(); !strings.Contains(got, "1 row answered of 1; 0 to decide.") || !strings.Contains(got, "Nothing was saved.") {
		t.Errorf("words: %q", got)
	}
	if after := u.must("history", "LC/2031/7", "11"); after != before {
		t.Errorf("history: %q, then %q", before, after)
	}
	var r struct {
		Rows []struct {
			Decision string `json:"decision"`
			Claimed  struct {
				Name string `json:"name"`
			} `json:"claimed"`
		} `json:"rows"`
	}
	if err := json.Unmarshal([]byte(u.must("review", "import", path, "--json")), &r); err != nil || r.Rows[0].Claimed.Name != "B. Harbour" {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestReviewImportApplyNeverClears(t *testing.T) {
	u := withSample(t)
	path := answered(t, u, map[string]string{"Decision": "Approve", "Your name": "B. Harbour", "Date": "2031-05-20", "Comment": "Good."})
	u.must("review", "import", path, "--apply")
	var p briefing.Position
	if err := json.Unmarshal([]byte(u.must("position", "show", "LC/2031/7", "11", "--json")), &p); err != nil {
		t.Fatal(err)
	}
	if p.State != briefing.StateReturned || p.Clearance != nil || p.Text(briefing.FieldLine) != "We support the theme." {
		t.Errorf("got %+v", p)
	}
	notes := u.must("annotation", "list", "LC/2031/7")
	u.must("review", "import", path, "--apply")
	if again := u.must("annotation", "list", "LC/2031/7"); !strings.Contains(notes, "Good.") || again != notes {
		t.Errorf("annotations %q, then %q", notes, again)
	}
	u.must("undo")
	if got := u.must("annotation", "list", "LC/2031/7"); got != "" {
		t.Errorf("after undo: %q", got)
	}
}

func TestReviewImportEndsWithFourWhereDoubtsAreLeft(t *testing.T) {
	u := withSample(t)
	path := answered(t, u, map[string]string{"Decision": "Yes, but"})
	if code, _ := u.run("review", "import", path); code != cli.Unsettled || !strings.Contains(u.words.String(), "“Yes, but” is not on the list") {
		t.Errorf("exit %d: %s", code, u.words.String())
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := u.file("half.xlsx", string(data[:len(data)/2]))
	if code, out := u.run("review", "import", broken, "--apply"); code != cli.Failed || out != "" || bytes.Contains(u.words.Bytes(), []byte("⟦")) {
		t.Errorf("exit %d, %q: %s", code, out, u.words.String())
	}
}
