package app

import (
	"context"
	"errors"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// Width of a page's picture, and the height that the page shows it in.
const (
	previewPixels = 900
	previewHeight = 420
)

// packPreview shows the pages of the pack that would be exported, as they look.
type packPreview struct {
	s     *shell
	order func() briefing.PackOrder
	file  []byte // of the order last made; nil where it changed since
	page  int
	asked int // generation: an answer to an earlier question is dropped
	image *canvas.Image
	where *widget.Label
	back  *button
	next  *button
	show  *button
	bar   *fyne.Container
	top   fyne.CanvasObject
}

func newPackPreview(s *shell, order func() briefing.PackOrder) *packPreview {
	v := &packPreview{s: s, order: order, where: smallLabel(""), image: canvas.NewImageFromImage(nil)}
	v.image.FillMode = canvas.ImageFillContain
	v.image.SetMinSize(fyne.NewSize(200, previewHeight))
	v.image.Hide()
	v.where.Wrapping = fyne.TextWrapOff
	v.show = newButton(s.say("packs.preview"), func() { v.turn(1) })
	v.back = newQuietButton("", func() { v.turn(v.page - 1) })
	v.back.Icon = theme.NavigateBackIcon()
	v.next = newQuietButton("", func() { v.turn(v.page + 1) })
	v.next.Icon = theme.NavigateNextIcon()
	v.bar = container.NewHBox(v.show, layout.NewSpacer(), v.back, v.where, v.next)
	page := newGround(theme.ColorNameHeaderBackground, v.image)
	v.top = newCard(container.New(layout.NewCustomPaddedLayout(4, 4, 4, 8), container.NewVBox(v.bar, page)))
	v.stale()
	return v
}

// stale forgets the file: the order is another.
func (v *packPreview) stale() {
	v.asked++
	v.file, v.page = nil, 0
	v.image.Hide()
	v.where.SetText("")
	v.bar.Refresh()
	v.back.Disable()
	v.next.Disable()
}

// turn shows a page; the pack is made first where it was not.
func (v *packPreview) turn(page int) {
	if page < 1 || v.s.dossier() == nil {
		return
	}
	v.asked++
	asked, o, file, desk := v.asked, v.order(), v.file, v.s.desk()
	o.Format, o.Freeze = "pdf", false
	var picture image.Image
	v.s.run(v.s.say("packs.preview"), func(ctx context.Context, progress briefing.Progress) (err error) {
		if file == nil {
			if file, err = desk.PackPreview(ctx, o, progress); err != nil {
				return err
			}
		}
		picture, err = desk.PagePicture(ctx, briefing.Original{Name: "pack.pdf", Data: file}, page, previewPixels)
		return err
	}, func(err error) {
		if asked != v.asked || errors.Is(err, context.Canceled) {
			return
		}
		v.put(page, file, picture, err)
	})
}

// put shows the picture; behind the last page nothing changes.
func (v *packPreview) put(page int, file []byte, picture image.Image, err error) {
	switch {
	case errors.Is(err, briefing.ErrNotFound) && page > 1:
		v.next.Disable()
		return
	case err != nil:
		v.s.fail(err)
		return
	}
	v.file, v.page = file, page
	v.image.Image = picture
	v.image.Show()
	v.image.Refresh()
	v.where.SetText(v.s.say("packs.preview.page", "Page", page))
	v.bar.Refresh()
	v.next.Enable()
	v.back.Enable()
	if page == 1 {
		v.back.Disable()
	}
}
