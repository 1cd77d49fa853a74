package app

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// preferences are how the window looks: plain text on the disk, so nothing of
// a vault's stands in them, not even where it is.
type preferences struct{ fyne.Preferences }

const (
	prefTheme     = "theme"
	prefPercent   = "text.percent"
	prefLanguage  = "language"
	prefOutline   = "split.outline"
	prefInspector = "split.inspector"
	prefWidth     = "window.width"
	prefHeight    = "window.height"
	prefIdle      = "lock.minutes"
	// prefCapitalZone is where capital's clock stands: "Europe/Paris".
	prefCapitalZone = "capital.zone"
)

// The text sizes that Settings offers, in percent.
var percents = []int{80, 90, 100, 110, 125, 150, 175, 200, 250}

func (p preferences) look() look {
	return look{variant: p.StringWithFallback(prefTheme, themeSystem), percent: p.IntWithFallback(prefPercent, 100)}
}

// idle is how long nobody may do anything before the vault locks itself. A
// wait that Settings does not offer, written by somebody else, is none.
func (p preferences) idle() time.Duration {
	if n := p.Int(prefIdle); slices.Contains(idleMinutes, n) {
		return time.Duration(n) * time.Minute
	}
	return idleLock
}

func (p preferences) windowSize() fyne.Size {
	w, h := p.FloatWithFallback(prefWidth, 1200), p.FloatWithFallback(prefHeight, 740)
	return fyne.NewSize(float32(w), float32(h))
}

func (p preferences) keepWindowSize(size fyne.Size) {
	p.SetFloat(prefWidth, float64(size.Width))
	p.SetFloat(prefHeight, float64(size.Height))
}

// larger is the next text size up from percent, or down where step is
// negative; the last one stays.
func larger(percent, step int) int {
	at := 0
	for i, p := range percents {
		if p <= percent {
			at = i
		}
	}
	return percents[min(max(at+step, 0), len(percents)-1)]
}
