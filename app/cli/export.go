package cli

import (
	"context"
	"io"
	"strconv"
	"strings"

	"placard/briefing"
)

func exportFlags(c *call) {
	outFlag(c)
	for _, name := range []string{"mark", "language", "to", "due", "ministry", "contact", "earlier"} {
		c.set.String(name, "", "")
	}
	for _, name := range []string{"rounds", "round-of"} {
		c.set.Int(name, 0, "")
	}
	c.set.String("audience", string(briefing.ForDelegation), "")
	c.set.String("variant", string(briefing.VariantFull), "")
	for _, name := range []string{"with-red-lines", "with-others", "with-notes", "letter"} {
		c.set.Bool(name, false, "")
	}
}

func (c *call) text(name string) string { return c.set.Lookup(name).Value.String() }

func (c *call) number(name string) int {
	n, _ := strconv.Atoi(c.text(name)) // the flag has checked it
	return n
}

func (c *call) yes(name string) bool { return c.text(name) == "true" }

// ticked are the parts that leave only when asked for.
func (c *call) ticked() map[briefing.Part]bool {
	return map[briefing.Part]bool{
		briefing.PartRestricted:   c.yes("with-red-lines"),
		briefing.PartOthersOpen:   c.yes("with-others"),
		briefing.PartOthersClosed: c.yes("with-others"),
		briefing.PartAnnotations:  c.yes("with-notes"),
	}
}

func (c *call) audience() (briefing.Audience, error) {
	for _, a := range briefing.Audiences {
		if string(a) == c.text("audience") {
			return a, nil
		}
	}
	return "", briefing.ErrInvalid.Because(nil, "Value", c.text("audience"))
}

// export is what every export needs: the desk, the dossier and the file.
func (c *call) export() (desk *briefing.Desk, x *briefing.Dossier, path string, err error) {
	if path, err = c.out(); err != nil {
		return nil, nil, "", err
	}
	desk, x, err = c.dossier()
	return desk, x, path, err
}

// say tells what an export will hold before it is written.
func (c *call) say(x briefing.Contents) {
	parts := make([]string, 0, len(x.Shut))
	for _, p := range x.Shut {
		parts = append(parts, c.Words.Say("part."+string(p)))
	}
	c.done("cli.contents", "Audience", c.Words.Say("audience."+string(x.Audience)), "Positions", x.Positions,
		"HeldBack", x.HeldBack, "Observations", x.Observations, "Shut", strings.Join(parts, ", "), "Mark", x.Mark)
}

func exportReview(c *call) error {
	desk, x, path, err := c.export()
	if err != nil {
		return err
	}
	order := briefing.ReviewOrder{
		Note: x.Note.ID, To: c.text("to"), Due: briefing.Date(c.text("due")), Mark: c.text("mark"),
		Language: c.text("language"), Contact: c.text("contact"),
		Choice: briefing.ReviewChoice{Ministry: c.text("ministry"), Restricted: c.yes("with-red-lines"), Others: c.yes("with-others"), Remarks: c.yes("with-notes")},
		Rounds: c.number("rounds"),
	}
	if of := c.number("round-of"); of > 0 {
		batch, err := desk.FindBatch(c.ctx, of)
		if err != nil {
			return err
		}
		order.RoundOf = batch.ID
	}
	return briefing.WriteFile(path, func(w io.Writer) error {
		batch, err := desk.ExportReview(c.ctx, w, order)
		if err == nil {
			err = c.print(strconv.Itoa(batch.Number), strconv.Itoa(len(batch.Rows)), path)
		}
		return err
	})
}

func source(c *call) error {
	desk, x, path, err := c.export()
	if err != nil {
		return err
	}
	data, err := desk.Source(c.ctx, x.Note.ID)
	if err != nil {
		return err
	}
	return briefing.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func batchList(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Batches(c.ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(all)
	}
	for _, b := range all {
		if err := c.print(strconv.Itoa(b.Number), b.To, string(b.Due), c.Words.Say("batch."+string(b.State)), strconv.Itoa(len(b.Rows))); err != nil {
			return err
		}
	}
	return nil
}

func batchRecall(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Batches(c.ctx)
	if err != nil {
		return err
	}
	for _, b := range all {
		if strconv.Itoa(b.Number) == c.args[0] {
			return desk.RecallBatch(c.ctx, b.ID)
		}
	}
	return briefing.ErrNotFound.Because(nil, "Value", c.args[0])
}

// back undoes or redoes and says what.
func (c *call) back(key string, how func(*briefing.Desk, context.Context) (briefing.Act, error)) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	act, err := how(desk, c.ctx)
	if err != nil {
		return err
	}
	c.done(key, "Act", act.Say(c.Words))
	return nil
}
