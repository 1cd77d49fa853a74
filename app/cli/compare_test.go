package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/app/cli"
	"placard/assets"
)

// withRevision has the fictional note and a version of it in which paragraph
// 13 is reworded, 14 is gone and 10 is split.
func withRevision(t *testing.T) *user {
	t.Helper()
	u := withSample(t)
	_, data := assets.Sample()
	text := strings.NewReplacer(
		"LC/2031/7", "LC/2031/7/Rev.1", "looking at dates outside", "looking for dates outside",
		"14. Members that think", "Members that think", "one year ahead. Hosts", "one year ahead.\n\n11. Hosts",
		"11. As the theme", "12. As the theme", "12. On the topics", "13. On the topics", "13. For both", "14. For both",
	).Replace(string(data))
	text, _, _ = strings.Cut(text, "Members that think")
	u.must("import", u.file("rev.md", text))
	return u
}

func TestComparePrintsWhatWasDone(t *testing.T) {
	u := withRevision(t)
	out := u.must("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--changes")
	for _, want := range []string{
		"± edited\t13\t14\t", "[−at]{+for}", "− deleted\t14\t\t", "÷ split\t10\t10, 11\t", "# renumbered\t11\t12\t",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
	if strings.Contains(out, "\t1\t1\t") {
		t.Errorf("paragraph 1 is the same, yet printed among the changes")
	}
	var got struct {
		Schema string
		Counts map[string]int
		Pairs  []struct{ Fate, Diff string }
	}
	if err := json.Unmarshal([]byte(u.must("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "placard.comparison/1" || got.Counts["edited"] != 1 || len(got.Pairs) < 20 {
		t.Errorf("got %+v", got.Counts)
	}
}

func TestComparePairsByHand(t *testing.T) {
	u := withRevision(t)
	out := u.must("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--pair", "13=", "--pair", "14=14")
	if !strings.Contains(out, "− deleted\t13\t\t") || !strings.Contains(out, "± edited\t14\t14\t") {
		t.Errorf("got:\n%s", out)
	}
	if code, _ := u.run("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--pair", "99=14"); code != cli.Failed {
		t.Errorf("a paragraph that is not there: exit %d", code)
	}
}

// The workbook holds the correspondence table, and the map is drawn in the
// format of its file's name.
func TestExportsOfTheComparison(t *testing.T) {
	u := withRevision(t)
	u.must("position", "set", "LC/2031/7", "13", "--stance", "S", "--line", "We agree.")
	u.must("position", "set", "LC/2031/7/Rev.1", "14", "--stance", "A", "--line", "We can agree.")
	for name, magic := range map[string]string{"map.svg": "<svg", "map.png": "\x89PNG", "comparison.xlsx": "PK"} {
		path := filepath.Join(filepath.Dir(u.dir), name)
		what := "map"
		if strings.HasSuffix(name, "xlsx") {
			what = "matrix"
		}
		u.must("export", what, "LC/2031/7/Rev.1", "--out", path, "--earlier", "LC/2031/7")
		if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), magic) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	if code, _ := u.run("export", "map", "LC/2031/7/Rev.1", "--out", filepath.Join(filepath.Dir(u.dir), "map.gif")); code != cli.Failed {
		t.Errorf("a map as gif: exit %d", code)
	}
}

func TestCarryOverAsksForWhatWasSplit(t *testing.T) {
	u := withRevision(t)
	for _, label := range []string{"10", "11", "13"} {
		u.must("position", "set", "LC/2031/7", label, "--stance", "S", "--line", "Our line on "+label)
	}
	u.must("position", "clear", "LC/2031/7", "11", "--name", "C. Apital", "--date", "2031-05-16")
	code, out := u.run("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--carry-over")
	if code != cli.Unsettled || !strings.Contains(u.words.String(), "1 position waits") || !strings.Contains(out, "11\t12\tsame words") {
		t.Fatalf("exit %d: %s%s", code, out, u.words.String())
	}
	u.must("compare", "LC/2031/7", "LC/2031/7/Rev.1", "--carry-over", "--to", "10=11")
	if got := u.must("position", "show", "LC/2031/7/Rev.1", "11"); !strings.Contains(got, "Our line on 10") {
		t.Errorf("position on 11: %q", got)
	}
	if got := u.must("position", "show", "LC/2031/7/Rev.1", "12"); !strings.Contains(got, "cleared") {
		t.Errorf("position on 12: %q", got)
	}
}
