package publish

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/publish/papertest"
)

// zipped is a package of the parts given.
func zipped(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, body := range parts {
		f, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := f.Write([]byte(body)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

const germanStyles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="00AA00"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="PackCallout"><w:name w:val="Somebody Else's"/></w:style></w:styles>`

// Styles are found by name whatever the template's language calls them; those
// that it lacks are added, under ids that it does not use.
func TestTemplateStylesAreFoundByName(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	p.Template = zipped(t, map[string]string{"word/styles.xml": germanStyles, "word/theme/theme1.xml": `<a:theme xmlns:a="urn:a"/>`})
	parts := unzipped(t, published(t, p))
	styles, doc := parts["word/styles.xml"], parts["word/document.xml"]
	for _, want := range []string{
		`<w:color w:val="00AA00"/>`, `w:styleId="berschrift1"`, `w:styleId="Heading2"`, `w:styleId="PackCallout2"`, `<w:basedOn w:val="Standard"/>`,
	} {
		if !strings.Contains(styles, want) {
			t.Errorf("no %s in the styles", want)
		}
	}
	for _, want := range []string{`<w:pStyle w:val="berschrift1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:pStyle w:val="PackCallout2"/>`} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in the document", want)
		}
	}
	for _, gone := range []string{`w:styleId="Heading1"`, `w:numId w:val="7"`} {
		if strings.Contains(styles, gone) {
			t.Errorf("%s is in the styles", gone)
		}
	}
	if parts["word/theme/theme1.xml"] == "" || !strings.Contains(parts["[Content_Types].xml"], "theme1.xml") {
		t.Error("the theme did not come along")
	}
}

// What is no template is said, not guessed at.
func TestTemplatesThatAreNone(t *testing.T) {
	for name, data := range map[string][]byte{
		"no package":     []byte("%PDF-1.7"),
		"empty":          {},
		"no styles":      zipped(t, map[string]string{"word/document.xml": "<w/>"}),
		"broken styles":  zipped(t, map[string]string{"word/styles.xml": germanStyles[:300]}),
		"another prefix": zipped(t, map[string]string{"word/styles.xml": strings.ReplaceAll(germanStyles, "w:", "x:")}),
		"document type":  zipped(t, map[string]string{"word/styles.xml": strings.Replace(germanStyles, "<w:styles", "<!DOCTYPE x><w:styles", 1)}),
	} {
		p := small(text("a"))
		p.Template = data
		err := New().Publish(t.Context(), &bytes.Buffer{}, p, nil)
		if !errors.Is(err, briefing.ErrUnreadable) {
			t.Errorf("%s: %v, want unreadable", name, err)
		}
	}
}

// Pandoc's own reference document serves as one, and the schemas find
// no more in the paper than in it.
func TestPandocsReferenceDocumentServes(t *testing.T) {
	const validator = "../../../shared/schemas/validate.py"
	if _, err := os.Stat(validator); err != nil {
		t.Skip("the schemas are not beside the project")
	}
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("no pandoc on this machine")
	}
	reference, err := exec.CommandContext(t.Context(), "pandoc", "--print-default-data-file", "reference.docx").Output()
	if err != nil {
		t.Fatal(err)
	}
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	p.Template = reference
	counts := map[string]int{}
	for name, data := range map[string][]byte{"reference": reference, "templated": published(t, p)} {
		path := filepath.Join(t.TempDir(), name+".docx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), "/usr/bin/python3", validator, path).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		_, count, _ := strings.Cut(string(out), " errors ")
		if counts[name], err = strconv.Atoi(strings.TrimSpace(count)); err != nil {
			t.Fatalf("%s", out)
		}
	}
	if counts["templated"] > counts["reference"] {
		t.Errorf("%d errors where the reference has %d of its own", counts["templated"], counts["reference"])
	}
}

// Whatever is given as a template, a file comes out or an error.
func FuzzTemplate(f *testing.F) {
	f.Add([]byte(germanStyles))
	f.Add([]byte(`<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>`))
	f.Fuzz(func(t *testing.T, styles []byte) {
		p := small(text("a"))
		p.Template = zipped(t, map[string]string{"word/styles.xml": string(styles)})
		var out bytes.Buffer
		if err := New().Publish(t.Context(), &out, p, nil); err == nil {
			unzipped(t, out.Bytes())
		}
	})
}
