package cli

import (
	"strconv"
	"strings"

	"placard/briefing"
)

func notes(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	list, err := desk.Notes(c.ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(list)
	}
	for _, n := range list {
		if err := c.print(n.ID.String(), n.Symbol, string(n.Date), n.Title); err != nil {
			return err
		}
	}
	return nil
}

func show(c *call) error {
	_, x, err := c.dossier()
	if err != nil {
		return err
	}
	list := make([]briefing.Ask, 0, len(x.Asks))
	for _, a := range x.Asks {
		list = append(list, *a)
	}
	if !c.json {
		return c.outline(x.Note, x.Text.Blocks, list)
	}
	r := &briefing.Recognized{Note: *x.Note, Blocks: x.Text.Blocks}
	for _, m := range x.Meetings {
		r.Meetings = append(r.Meetings, *m)
	}
	return c.printNote(r, list)
}

func outFlag(c *call) { c.set.String("out", "", "") }

func (c *call) out() (string, error) {
	path := c.set.Lookup("out").Value.String()
	if path == "" {
		return "", c.misused(c.Words.Say("cli.which_out"))
	}
	return path, nil
}

func search(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	found, err := desk.Search(c.ctx, briefing.Query{Words: strings.Join(c.args, " ")})
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(found.Hits)
	}
	for _, h := range found.Hits {
		if err := c.print(h.Symbol, h.Label, c.Words.Say("hit."+string(h.In)), shorten(h.Text, 90)); err != nil {
			return err
		}
	}
	c.done("cli.hits", "Count", found.Total)
	return nil
}

func quote(c *call) error {
	_, x, b, err := c.place()
	if err != nil {
		return err
	}
	return c.print(x.Text.Quotation(b, 0, 0, c.Words))
}

func history(c *call) error {
	desk, x, b, err := c.place()
	if err != nil {
		return err
	}
	p := x.Position(x.SubjectOf(b))
	if p == nil {
		return briefing.ErrNotFound.Because(nil, "Value", c.args[1])
	}
	past, err := desk.History(c.ctx, p.Key())
	if err != nil {
		return err
	}
	for _, r := range past {
		if err := c.print(strconv.FormatUint(r.Revision, 10), r.At.Format("2006-01-02 15:04:05"), r.By, r.Act.Say(c.Words)); err != nil {
			return err
		}
	}
	return nil
}

func undo(c *call) error { return c.back("cli.undone", (*briefing.Desk).Undo) }

func redo(c *call) error { return c.back("cli.redone", (*briefing.Desk).Redo) }
