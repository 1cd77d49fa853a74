package publish

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/publish/papertest"
)

// saved writes the papers of every variant into a folder.
func saved(t *testing.T) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	for name, p := range map[string]*briefing.Paper{
		"full":       papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"),
		"french":     papertest.Paper(t, briefing.VariantFull, briefing.ForDelegation, "fr"),
		"onepage":    papertest.Paper(t, briefing.VariantOnePage, briefing.ForCapital, "es"),
		"speaking":   papertest.Paper(t, briefing.VariantSpeaking, briefing.ForHead, "en"),
		"restricted": papertest.Paper(t, briefing.VariantRestricted, briefing.ForDelegation, "en"),
		"public":     papertest.Paper(t, briefing.VariantFull, briefing.ForPublic, "en"),
	} {
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, published(t, p), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, path)
	}
	return dir, names
}

// The ECMA schemas know better than we what a DOCX is.
func TestSchemasAgree(t *testing.T) {
	const validator = "../../../shared/schemas/validate.py"
	python := "/usr/bin/python3"
	if _, err := os.Stat(validator); err != nil {
		t.Skip("the schemas are not beside the project")
	}
	if exec.CommandContext(t.Context(), python, "-c", "import lxml").Run() != nil {
		t.Skip("no python3 with lxml")
	}
	_, files := saved(t)
	out, err := exec.CommandContext(t.Context(), python, append([]string{validator}, files...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if n := strings.Count(string(out), "errors 0\n"); n != len(files) {
		t.Errorf("%d of %d files are valid:\n%s", n, len(files), out)
	}
}

// LibreOffice opens every file, and finds the headings on the pages that our
// contents promise.
func TestOfficeOpensPacks(t *testing.T) {
	if testing.Short() {
		t.Skip("starting an office suite takes seconds")
	}
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " on this machine")
		}
	}
	dir, files := saved(t)
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "pdf", "--outdir", dir}
	if out, err := exec.CommandContext(t.Context(), "soffice", append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, docx := range files {
		pages := pagesOf(t, strings.TrimSuffix(docx, ".docx")+".pdf")
		for i, page := range pages {
			if !strings.Contains(page, "CONFIDENTIAL") && !strings.Contains(page, "RESTRICTED") {
				t.Errorf("%s: page %d has no mark", filepath.Base(docx), i+1)
			}
		}
	}
	checkContents(t, pagesOf(t, filepath.Join(dir, "full.pdf")))
}

// Pandoc, a third reader, finds the headings, the tables and the footnote.
func TestPandocReadsPacks(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("no pandoc on this machine")
	}
	path := filepath.Join(t.TempDir(), "full.docx")
	file := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pandoc", "-f", "docx", "-t", "markdown-smart", "--wrap=none", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# Overview", "# Paragraph 6 – choose 2 of 3, or an option of our own", "## Decision asked", "### Points to make",
		"[^1]: CWO/W/4, at https://example.org/cwo/w4", "-   Health of keepers has never had a workshop of its own",
	} {
		if !strings.Contains("\n"+string(out), "\n"+want) {
			t.Errorf("pandoc does not see %q", want)
		}
	}
}

func pagesOf(t *testing.T, pdf string) []string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatalf("%s was not made: %v", filepath.Base(pdf), err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// checkContents compares the numbers in the contents with the pages.
func checkContents(t *testing.T, pages []string) {
	t.Helper()
	entries := regexp.MustCompile(`(?m)^\s*(\S.*?)\.{3,}\s*(\d+)\s*$`).FindAllStringSubmatch(pages[1], -1)
	if len(entries) < 8 {
		t.Fatalf("only %d entries in the contents:\n%s", len(entries), pages[1])
	}
	for _, e := range entries {
		n, _ := strconv.Atoi(e[2])
		if n < 1 || n > len(pages) || !strings.Contains(pages[n-1], e[1]) {
			t.Errorf("the contents promise %q on page %d", e[1], n)
		}
	}
}
