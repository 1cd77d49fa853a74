package cli

import (
	"path/filepath"

	"placard/briefing"
)

func importFlags(c *call) {
	documentFlags(c)
	correctionFlags(c)
	c.set.String("revises", "", "")
	c.set.Bool("without-doubts", false, "")
}

// partly is the end of an import that some files failed in: each was explained.
type partly struct {
	done, of int
	first    error
}

// Error names the first failure.
func (p *partly) Error() string { return p.first.Error() }

// importNotes imports each file by itself: where one fails, the others are
// imported all the same.
func importNotes(c *call) error {
	if len(c.args) > 1 && (len(c.fixes) > 0 || c.given("revises")) {
		return c.misused(c.Words.Say("cli.import_one"))
	}
	desk, err := c.open()
	if err != nil {
		return err
	}
	end := &partly{of: len(c.args)}
	for _, path := range c.args {
		err := importNote(c, desk, path)
		switch {
		case err == nil:
			end.done++
			continue
		case len(c.args) == 1 || c.ctx.Err() != nil:
			return err
		case end.first == nil:
			end.first = err
		}
		c.tell(filepath.Base(path) + ":\n")
		c.explain(err)
	}
	if end.first != nil {
		return end
	}
	return nil
}

func importNote(c *call, desk *briefing.Desk, path string) error {
	p, err := c.recognize(desk, path)
	if err != nil {
		return err
	}
	if err := c.applyTo(p.Blocks, func(fix briefing.Correction) ([]briefing.Block, error) {
		err := desk.Correct(c.ctx, p, fix)
		return p.Blocks, err
	}); err != nil {
		return err
	}
	if c.set.Lookup("without-doubts").Value.String() == "true" && p.Note.Doubts > 0 {
		return briefing.ErrDoubtful.Because(nil, "Name", filepath.Base(path), "Count", p.Note.Doubts)
	}
	if err := c.tie(desk, p); err != nil {
		return err
	}
	note, err := desk.Import(c.ctx, p)
	if err != nil {
		return err
	}
	if err := c.print(note.ID.String(), note.Symbol, note.Title); err != nil {
		return err
	}
	c.done("cli.imported", "Symbol", note.Symbol, "Count", note.Paragraphs, "Asks", len(p.Asks))
	return nil
}

// tie links the proposal to the note it revises, or says which one it may.
func (c *call) tie(desk *briefing.Desk, p *briefing.Proposal) error {
	if ref := c.set.Lookup("revises").Value.String(); ref != "" {
		earlier, err := desk.FindNote(c.ctx, ref)
		if err != nil {
			return err
		}
		p.Revise(earlier)
		return nil
	}
	kin, err := desk.Kin(c.ctx, p)
	if err != nil {
		return err
	}
	for _, n := range kin.Earlier {
		c.done("cli.import_earlier", "Symbol", n.Symbol, "Note", n.ID.String())
	}
	for _, n := range kin.Family {
		c.done("cli.import_family", "Symbol", n.Symbol)
	}
	return nil
}
