package child

import (
	"bytes"
	"context"
	"os"
	"strconv"
	"time"
)

// WatchMemory calls over once when the process holds more than limit bytes of
// memory. It looks at resident pages: a limit on address space would break
// Go's own reservations. It returns when ctx ends or the process is gone.
func WatchMemory(ctx context.Context, pid int, limit int64, over func()) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		resident, err := Resident(pid)
		if err != nil {
			return
		}
		if resident > limit {
			over()
			return
		}
	}
}

// Resident is the second field of /proc/PID/statm, in bytes.
func Resident(pid int) (int64, error) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0, err
	}
	fields := bytes.Fields(data)
	if len(fields) < 2 {
		return 0, os.ErrInvalid
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	return pages * int64(os.Getpagesize()), err
}
