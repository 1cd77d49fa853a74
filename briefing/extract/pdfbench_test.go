package extract

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"placard/briefing"
)

// BenchmarkPDF reads the longest real PDF beside the project in a child, and
// has pdftotext read it in the same run. It reports the time of the processor,
// not of the clock, as a multiple of what pdftotext takes: of a child's first
// document with the engine in its cache (cold), and of each further one (warm).
func BenchmarkPDF(b *testing.B) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("pdftotext is not installed: there is nothing to compare with")
	}
	path := longestPDF(b)
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	const more = 4
	childCPU(b, data, 1) // compiles the engine where no cache is
	var peer, cold, warm time.Duration
	for b.Loop() {
		peer += cpu(b, exec.Command(tool, path, os.DevNull))
		first := childCPU(b, data, 1)
		cold += first
		warm += max(0, childCPU(b, data, 1+more)-first) / more
	}
	b.ReportMetric(float64(cold)/float64(peer), "x-pdftotext-cold")
	b.ReportMetric(float64(warm)/float64(peer), "x-pdftotext-warm")
	b.ReportMetric(float64(peer.Milliseconds())/float64(b.N), "pdftotext-ms")
}

// longestPDF is the corpus document with the most pages.
func longestPDF(b *testing.B) string {
	b.Helper()
	path := filepath.Join("..", "..", "..", "shared", "corpus", "dev", "wfp-e-2025-36.pdf")
	if _, err := os.Stat(path); err != nil {
		b.Skip("the corpus is not beside the project: ", err)
	}
	return path
}

// childCPU is what a fresh child takes to read a document n times.
func childCPU(b *testing.B, data []byte, n int) time.Duration {
	b.Helper()
	var in bytes.Buffer
	for range n {
		if err := writeRequest(&in, request{Original: briefing.Original{Name: "long.pdf", Data: data}}); err != nil {
			b.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0], ChildFlag)
	cmd.Stdin = &in
	return cpu(b, cmd)
}

// cpu is what a command takes of the processor, its user's and its system's
// time together.
func cpu(b *testing.B, cmd *exec.Cmd) time.Duration {
	b.Helper()
	if err := cmd.Run(); err != nil {
		b.Fatal(cmd, err)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
