package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// bar is the scroll bar: a thumb on the right edge, as long as the screen's
// share of the note, never shorter than a finger.
type bar struct {
	thumb *canvas.Rectangle
	// held is where on the thumb the mouse holds it; negative when it does not.
	held float32
}

const (
	shortestThumb = 28
	thumbWidth    = 8
)

func newBar() bar {
	t := canvas.NewRectangle(nil)
	t.CornerRadius = thumbWidth / 2
	return bar{thumb: t, held: -1}
}

// show places the thumb: y of total is at the top of a view.
func (b *bar) show(view fyne.Size, y, total float64, colors *palette) {
	if total <= float64(view.Height) {
		b.thumb.Hide()
		return
	}
	length := b.length(view.Height, total)
	room := view.Height - length
	at := float32(y/(total-float64(view.Height))) * room
	b.thumb.FillColor = colors.color(theme.ColorNameScrollBar)
	b.thumb.Move(fyne.NewPos(view.Width-ringWidth-thumbWidth-1, min(max(at, 0), room)))
	b.thumb.Resize(fyne.NewSize(thumbWidth, length))
	b.thumb.Show()
}

func (b *bar) length(view float32, total float64) float32 {
	return min(max(view*view/float32(total), shortestThumb), view)
}

// grab takes hold of the thumb, by its middle where the mouse went down beside
// it. It tells whether the place is on the bar.
func (b *bar) grab(at fyne.Position, view fyne.Size) bool {
	if !b.thumb.Visible() || at.X < view.Width-barWidth {
		return false
	}
	b.held = at.Y - b.thumb.Position().Y
	if b.held < 0 || b.held > b.thumb.Size().Height {
		b.held = b.thumb.Size().Height / 2
	}
	return true
}

// wanted is the y of the note to show when the held thumb is moved to a place.
func (b *bar) wanted(y, view float32, total float64) float64 {
	room := view - b.length(view, total)
	if room <= 0 {
		return 0
	}
	return float64((y-b.held)/room) * (total - float64(view))
}
