//go:build !linux

package extract

import (
	"context"
	"errors"
)

// watchMemory cannot see another process's memory here; the time limit and
// the child's own soft limit remain.
func watchMemory(ctx context.Context, _ int, _ int64, _ func()) { <-ctx.Done() }

// residentBytes is unknown here.
func residentBytes(int) (int64, error) { return 0, errors.ErrUnsupported }
