package publish

import (
	"context"
	"io"

	"placard/briefing"
)

// DOCX publishes papers as Office Open XML (ECMA-376, transitional).
type DOCX struct{}

var _ briefing.Publisher = (*DOCX)(nil)

// New makes the publisher of DOCX files.
func New() *DOCX { return &DOCX{} }

// Publish writes the paper to w, in the styles of its template where it has
// one: those are found by name. It looks at ctx at every block and writes
// nothing before the whole file is made. ErrTooLarge, ErrUnreadable where the
// template is no DOCX.
func (*DOCX) Publish(ctx context.Context, w io.Writer, p *briefing.Paper, progress briefing.Progress) error {
	d := newDocument(p)
	var err error
	if d.template, err = readTemplate(p.Template); err != nil {
		return err
	}
	total := len(p.Cover) + len(p.Blocks)
	done := 0
	each := func(blocks []briefing.PaperBlock, set func(int, *briefing.PaperBlock)) error {
		for i := range blocks {
			if err := ctx.Err(); err != nil {
				return err
			}
			set(i, &blocks[i])
			done++
			progress.Tell(done, total)
		}
		return nil
	}
	if err := each(p.Cover, d.coverBlock); err != nil {
		return err
	}
	d.breakPage = len(p.Cover) > 0
	if err := each(p.Blocks, func(i int, b *briefing.PaperBlock) { d.block(b, after(p.Blocks, i)) }); err != nil {
		return err
	}
	return writePackage(w, d)
}

// after is the block that follows; nil at the end.
func after(blocks []briefing.PaperBlock, i int) *briefing.PaperBlock {
	if i+1 < len(blocks) {
		return &blocks[i+1]
	}
	return nil
}
