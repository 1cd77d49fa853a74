//go:build !linux

package child

import (
	"context"
	"errors"
)

// WatchMemory cannot see another process's memory here; the time limit and
// the child's own soft limit remain.
func WatchMemory(ctx context.Context, _ int, _ int64, _ func()) { <-ctx.Done() }

// Resident is unknown here.
func Resident(int) (int64, error) { return 0, errors.ErrUnsupported }
