package cli

import (
	"strings"

	"placard/briefing"
)

// correctionFlags take corrections in the order they stand in.
func correctionFlags(c *call) {
	for _, do := range []briefing.CorrectionKind{
		briefing.CorrectKind, briefing.CorrectLabel, briefing.CorrectRenumber, briefing.CorrectSplit, briefing.CorrectMerge,
		briefing.CorrectText, briefing.CorrectKeep,
	} {
		c.set.Func(string(do), "", func(value string) error {
			c.fixes = append(c.fixes, fix{do, value})
			return nil
		})
	}
}

// fix is a correction as it was typed: "12=heading". It is understood when its
// turn comes, for those before it may renumber.
type fix struct {
	do    briefing.CorrectionKind
	typed string
}

// correct corrects a note of the vault.
func correct(c *call) error {
	if len(c.fixes) == 0 {
		return c.misused("")
	}
	desk, x, err := c.dossier()
	if err != nil {
		return err
	}
	err = c.applyTo(x.Text.Blocks, func(fix briefing.Correction) ([]briefing.Block, error) {
		if err := desk.CorrectNote(c.ctx, x.Note.ID, x.Base(x.Text), fix); err != nil {
			return nil, err
		}
		if x, err = desk.Dossier(c.ctx, x.Note.ID); err != nil {
			return nil, err
		}
		return x.Text.Blocks, nil
	})
	if err != nil {
		return err
	}
	c.done("cli.corrected", "Symbol", x.Note.Symbol, "Count", len(c.fixes))
	return nil
}

// applyTo does each correction on the blocks that the one before left.
func (c *call) applyTo(blocks []briefing.Block, do func(briefing.Correction) ([]briefing.Block, error)) error {
	for _, f := range c.fixes {
		fix, err := f.on(blocks)
		if err != nil {
			return err
		}
		if blocks, err = do(fix); err != nil {
			return err
		}
	}
	return nil
}

// on understands a correction: a block's id or LABEL, and after "=" what the
// correction needs.
func (f fix) on(blocks []briefing.Block) (briefing.Correction, error) {
	where, what, _ := strings.Cut(f.typed, "=")
	text := briefing.Text{Blocks: blocks}
	b := text.Block(where)
	if b == nil {
		label, err := briefing.ParseLabel(where)
		if err != nil {
			return briefing.Correction{}, err
		}
		if b, err = text.Find(label); err != nil {
			return briefing.Correction{}, err
		}
	}
	c := briefing.Correction{Do: f.do, Block: b.ID}
	switch f.do {
	case briefing.CorrectKind:
		c.Kind = briefing.Kind(what)
	case briefing.CorrectLabel, briefing.CorrectRenumber:
		c.Label = what
	case briefing.CorrectText:
		c.Text = strings.ReplaceAll(what, `\n`, "\n")
	case briefing.CorrectSplit:
		if c.At = strings.Index(b.Text, what); c.At < 0 || what == "" {
			return c, briefing.ErrNotFound.Because(nil, "Value", what)
		}
	case briefing.CorrectMerge, briefing.CorrectKeep:
	}
	return c, nil
}
