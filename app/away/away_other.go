//go:build !linux && !windows

package away

import "context"

// Watch hears nothing here.
func Watch(context.Context, func()) {}
