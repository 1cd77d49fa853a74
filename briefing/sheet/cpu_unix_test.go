//go:build unix

package sheet_test

import (
	"syscall"
	"testing"
	"time"
)

// reportCPU adds the processor time of an iteration to a benchmark's figures:
// the budget is in it, and the clock counts what else the machine does.
func reportCPU(b *testing.B) func() {
	b.Helper()
	before := cpuTime(b)
	return func() {
		b.ReportMetric(float64((cpuTime(b)-before).Milliseconds())/float64(b.N), "cpu-ms/op")
	}
}

func cpuTime(tb testing.TB) time.Duration {
	tb.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
