package app

import (
	"context"
	"errors"
	"image"
	"slices"

	"placard/briefing"
)

// pictures draws the pages of one document beside the UI goroutine, one at a
// time, keeps the last few, and draws the neighbours of the one that is wanted
// while nothing else is.
type pictures struct {
	s       *shell
	drawn   func(page int, m image.Image)
	undrawn func(error) // the document's pages cannot be drawn at all

	original briefing.Original
	round    int         // counts the documents, so that late pictures go nowhere
	wanted   []pictureOf // what to draw next, the most wanted first
	drawing  bool
	kept     []keptPicture // the newest last
	any      bool          // some page was drawn
}

// pictureOf is a page at a width in pixels.
type pictureOf struct{ page, width int }

type keptPicture struct {
	of pictureOf
	m  image.Image
}

// picturesKept is how many pages are kept: at full width on a large screen one
// takes some 15 MB.
const picturesKept = 5

func newPictures(s *shell, drawn func(int, image.Image), undrawn func(error)) *pictures {
	return &pictures{s: s, drawn: drawn, undrawn: undrawn}
}

func (p *pictures) open(o briefing.Original) {
	p.close()
	p.original = o
}

// close forgets the document and what was drawn of it.
func (p *pictures) close() {
	p.round++
	p.original, p.wanted, p.kept, p.any, p.drawing = briefing.Original{}, nil, nil, false, false
}

// want asks for a page: drawn is called with it, at once where it is kept. One
// of another width serves until then.
func (p *pictures) want(page, width, last int) {
	of := pictureOf{page, width}
	for _, k := range p.kept {
		if k.of.page == page {
			p.drawn(page, k.m)
		}
	}
	p.wanted = nil
	for _, next := range []pictureOf{of, {page + 1, width}, {page - 1, width}} {
		if next.page >= 1 && next.page <= last && !p.has(next) {
			p.wanted = append(p.wanted, next)
		}
	}
	p.draw()
}

func (p *pictures) has(of pictureOf) bool {
	return slices.ContainsFunc(p.kept, func(k keptPicture) bool { return k.of == of })
}

// draw draws what is wanted most, and goes on until nothing is.
func (p *pictures) draw() {
	if p.drawing || len(p.wanted) == 0 {
		return
	}
	of, o, round, desk := p.wanted[0], p.original, p.round, p.s.open
	p.wanted, p.drawing = p.wanted[1:], true
	var m image.Image
	p.s.beside(func(ctx context.Context) (err error) {
		m, err = desk.PagePicture(ctx, o, of.page, of.width)
		return err
	}, func(err error) {
		if round != p.round {
			return
		}
		p.drawing = false
		p.take(of, m, err)
		p.draw()
	})
}

func (p *pictures) take(of pictureOf, m image.Image, err error) {
	switch {
	case err == nil:
		p.any = true
		p.kept = slices.DeleteFunc(p.kept, func(k keptPicture) bool { return k.of.page == of.page })
		p.kept = append(p.kept, keptPicture{of, m})
		if len(p.kept) > picturesKept {
			p.kept = p.kept[1:]
		}
		p.drawn(of.page, m)
	case !p.any && !errors.Is(err, context.Canceled):
		p.wanted = nil
		p.undrawn(err)
	}
}
