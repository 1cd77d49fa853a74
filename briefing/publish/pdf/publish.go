package pdf

import (
	"context"
	"io"
	"io/fs"

	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
)

// Publisher publishes papers as tagged PDF 1.7.
type Publisher struct{ fonts library }

var (
	_ briefing.Publisher = (*Publisher)(nil)
	_ briefing.Lettering = (*Publisher)(nil)
)

// New makes the publisher of PDF files; fonts holds the bundled fonts, which
// are read when the first paper is set.
func New(fonts fs.FS) *Publisher { return &Publisher{fonts: library{files: fonts}} }

// Lacking are the letters of a paper that neither the bundled fonts nor the
// system's have: boxes would stand in their place.
func (u *Publisher) Lacking(p *briefing.Paper) []rune {
	if u.fonts.read() != nil {
		return nil
	}
	return u.fonts.open(p).lacking(p)
}

// Publish writes the paper to w. It looks at ctx at every block and every page
// and writes nothing before the whole file is made.
func (u *Publisher) Publish(ctx context.Context, w io.Writer, p *briefing.Paper, progress briefing.Progress) error {
	if err := u.fonts.read(); err != nil {
		return err
	}
	d, sheets, err := u.layOut(ctx, p, progress)
	if err != nil {
		return err
	}
	d.prepare(len(sheets))
	for i, s := range sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		d.sheet(i, s)
	}
	d.outline()
	_, err = d.file.WriteTo(w)
	return err
}

// scales are how much smaller a snug paper may be set.
var scales = []float64{1, 0.94, 0.88, 0.82}

// layOut sets the paper onto sheets: a snug one at the first scale at which
// every stretch between two page breaks keeps to a page, else at the last.
func (u *Publisher) layOut(ctx context.Context, p *briefing.Paper, progress briefing.Progress) (*drawing, []*sheet, error) {
	for i, scale := range scales {
		file := tagged.New(tagged.Info{
			Title: p.Title, Author: p.Author, Subject: p.Subject, Keywords: briefing.JoinText("; ", p.Reference, p.Mark),
			Language: p.Language, Made: p.Made,
		})
		f := newFlow(p, lookFor(p, scale), u.fonts.open(p), file.Root())
		if err := f.all(ctx, progress); err != nil {
			return nil, nil, err
		}
		sheets := paginate(f.slabs, f.look.room())
		if !p.Snug || i == len(scales)-1 || snug(sheets) {
			return newDrawing(f, file), sheets, nil
		}
	}
	return nil, nil, nil // never: the last scale is taken
}

// snug tells whether every sheet begins where a page break stands.
func snug(sheets []*sheet) bool {
	for _, s := range sheets[1:] {
		if len(s.placed) == 0 || !s.placed[0].fresh {
			return false
		}
	}
	return true
}

// all sets the cover and the blocks.
func (f *flow) all(ctx context.Context, progress briefing.Progress) error {
	total := len(f.paper.Cover) + len(f.paper.Blocks)
	for i := range f.paper.Cover {
		f.cover(&f.paper.Cover[i])
	}
	f.fresh = len(f.paper.Cover) > 0
	f.after = 0
	for i := range f.paper.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		var next *briefing.PaperBlock
		if i+1 < len(f.paper.Blocks) {
			next = &f.paper.Blocks[i+1]
		}
		f.block(&f.paper.Blocks[i], next)
		progress.Tell(len(f.paper.Cover)+i+1, total)
	}
	return nil
}
