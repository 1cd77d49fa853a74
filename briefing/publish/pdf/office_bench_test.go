//go:build unix

package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"placard/briefing"
	"placard/briefing/publish"
	"placard/briefing/publish/papertest"
)

// BenchmarkBesideTheOffice makes the paper of a hundred pages in both formats,
// and the same content with pandoc and LibreOffice, in one run. Figures are
// milliseconds of processor time.
func BenchmarkBesideTheOffice(b *testing.B) {
	for _, name := range []string{"pandoc", "soffice"} {
		if _, err := exec.LookPath(name); err != nil {
			b.Skip("no " + name + " on this machine")
		}
	}
	p := papertest.HundredPages()
	for b.Loop() {
		b.ReportMetric(ownTime(b, publisher(), p), "pdf-ms")
		b.ReportMetric(ownTime(b, publish.New(), p), "docx-ms")
		dir := b.TempDir()
		source, made := filepath.Join(dir, "paper.md"), filepath.Join(dir, "paper.docx")
		if err := os.WriteFile(source, []byte(markdown(p)), 0o600); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(toolTime(b, "pandoc", "--toc", "-o", made, source), "pandoc-docx-ms")
		b.ReportMetric(toolTime(b, "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, made), "office-pdf-ms")
	}
	b.ReportMetric(0, "ns/op") // meaningless here
}

// ownTime is the processor time of a publisher, its fonts already read.
func ownTime(b *testing.B, p briefing.Publisher, paper *briefing.Paper) float64 {
	b.Helper()
	before := spent(b, syscall.RUSAGE_SELF)
	if err := p.Publish(b.Context(), &bytes.Buffer{}, paper, nil); err != nil {
		b.Fatal(err)
	}
	return milliseconds(spent(b, syscall.RUSAGE_SELF) - before)
}

func toolTime(b *testing.B, name string, args ...string) float64 {
	b.Helper()
	before := spent(b, syscall.RUSAGE_CHILDREN)
	if out, err := exec.CommandContext(b.Context(), name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, out)
	}
	return milliseconds(spent(b, syscall.RUSAGE_CHILDREN) - before)
}

func spent(b *testing.B, who int) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// markdown is the paper's content for pandoc.
func markdown(p *briefing.Paper) string {
	var out strings.Builder
	for i := range p.Blocks {
		block := &p.Blocks[i]
		text := plainText(block.Runs)
		switch block.Kind {
		case briefing.PaperHeading:
			out.WriteString("# " + text)
		case briefing.PaperQuote, briefing.PaperCall:
			out.WriteString("> " + text)
		case briefing.PaperBullet:
			out.WriteString("- " + text)
		case briefing.PaperPageBreak:
			out.WriteString("```{=openxml}\n<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n```")
		case briefing.PaperTable:
			out.WriteString("| Stance | Who | Said |\n|---|---|---|\n")
			for _, row := range block.Table.Rows {
				for _, c := range row {
					out.WriteString("| " + plainText(c.Runs) + " ")
				}
				out.WriteString("|\n")
			}
		case briefing.PaperText, briefing.PaperBox, briefing.PaperContents, briefing.PaperSpeech, briefing.PaperSmall:
			out.WriteString(text)
		}
		out.WriteString("\n\n")
	}
	return out.String()
}
