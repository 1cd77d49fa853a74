package extract

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"placard/briefing"
)

// BenchmarkBesidePeers measures the processor time of reading documents beside
// that of the usual converter, in one run: "x-peer" is how many times as long
// it takes here. Cold is a child that is started for the document, warm one
// that has read it before.
func BenchmarkBesidePeers(b *testing.B) {
	b.Run("pdf-100-pages", func(b *testing.B) {
		besides(b, hundredPages(b), "pdftotext", func(path string) []string { return []string{"-layout", path, "-"} })
	})
	for _, name := range []string{"crc-c-gc-20-ar.docx", "itu-t-a1.docx"} {
		b.Run(name, func(b *testing.B) {
			besides(b, corpusFile(b, name), "pandoc", func(path string) []string { return []string{"-t", "plain", path} })
		})
	}
}

func corpusFile(b *testing.B, name string) string {
	b.Helper()
	path := filepath.Join("../../../shared/corpus/dev", name)
	if _, err := os.Stat(path); err != nil {
		b.Skip("the corpus is not beside the project")
	}
	return path
}

// hundredPages is the longest PDF of the corpus, as often as it takes.
func hundredPages(b *testing.B) string {
	b.Helper()
	source, out := corpusFile(b, "wfp-e-2025-36.pdf"), filepath.Join(b.TempDir(), "hundred.pdf")
	if err := exec.CommandContext(b.Context(), "qpdf", "--empty", "--pages", source, "1-54", source, "1-46", "--", out).Run(); err != nil {
		b.Skip("qpdf makes no document of a hundred pages: ", err)
	}
	return out
}

func besides(b *testing.B, path, peer string, args func(string) []string) {
	b.Helper()
	if _, err := exec.LookPath(peer); err != nil {
		b.Skip(peer, " is not there")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	o := briefing.Original{Name: filepath.Base(path), Data: data}
	coldly(b, o) // the engine's code is compiled once for all
	var cold, warm, theirs time.Duration
	n := 0
	for b.Loop() {
		n++
		cold += coldly(b, o)
		warm += warmly(b, o)
		cmd := exec.CommandContext(b.Context(), peer, args(path)...)
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		theirs += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	milliseconds := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(n) }
	b.ReportMetric(milliseconds(theirs), peer+"-cpu-ms")
	b.ReportMetric(milliseconds(cold), "cold-cpu-ms")
	b.ReportMetric(milliseconds(warm), "warm-cpu-ms")
	b.ReportMetric(float64(cold)/float64(theirs), "cold-x-peer")
	b.ReportMetric(float64(warm)/float64(theirs), "warm-x-peer")
}

// coldly reads a document in a child of its own.
func coldly(b *testing.B, o briefing.Original) time.Duration {
	b.Helper()
	return childTime(b, o, 1)
}

// warmly is what one more reading costs a child that has read the document.
func warmly(b *testing.B, o briefing.Original) time.Duration {
	b.Helper()
	const more = 3
	return (childTime(b, o, 1+more) - childTime(b, o, 1)) / more
}

// childTime is the processor time of a child that reads a document so many times.
func childTime(b *testing.B, o briefing.Original, times int) time.Duration {
	b.Helper()
	c := NewChild(self(b))
	for range times {
		if _, err := c.Extract(b.Context(), o, nil); err != nil {
			b.Fatal(err)
		}
	}
	w := c.rested()
	if w == nil {
		b.Fatal("the child does not rest: it grew too large")
	}
	w.in.Close()
	<-w.ended
	w.end()
	return w.cmd.ProcessState.UserTime() + w.cmd.ProcessState.SystemTime()
}
