package cli

import (
	"strconv"

	"placard/briefing"
)

func reviewFlags(c *call) { c.set.Bool("apply", false, "") }

// unsettled says that a person has something to decide: exit code 4.
type unsettled struct{ *briefing.Problem }

// Is makes it end with the code for conflicts and doubts.
func (unsettled) Is(target error) bool {
	p, ok := target.(*briefing.Problem)
	return ok && p.Code == briefing.ErrConflict.Code
}

// Unwrap gives the problem that people read.
func (u unsettled) Unwrap() error { return u.Problem }

// reviewImport reports what a returned workbook would change. With --apply it
// keeps the file, marks rows as returned and adds comments and new points; it
// never clears or edits a position: only a person does.
func reviewImport(c *call) error {
	data, err := readFile(c.args[0])
	if err != nil {
		return err
	}
	desk, err := c.open()
	if err != nil {
		return err
	}
	r, err := desk.ReadReturn(c.ctx, c.args[0], data)
	if err != nil {
		return err
	}
	if err := c.report(r); err != nil {
		return err
	}
	if r.Blocked() {
		return briefing.ErrReturnRefused
	}
	key := "returned.not_applied"
	if c.yes("apply") {
		key = "returned.applied"
		if err := desk.AcceptReturn(c.ctx, r); err != nil {
			return err
		}
	}
	c.done(key)
	if n := r.Unsettled(); n > 0 {
		return unsettled{briefing.ErrReturnDoubts.Because(nil, "Count", n)}
	}
	return nil
}

// report writes the findings in words and the answers as data.
func (c *call) report(r *briefing.Reconciliation) error {
	for _, f := range r.Findings {
		c.tell(c.Words.Say("returned.weight."+string(f.Weight)) + ": " + f.Say(c.Words) + "\n")
	}
	answered := 0
	for i := range r.Rows {
		if r.Rows[i].Answered() {
			answered++
		}
	}
	if r.Batch != nil {
		c.done("returned.summary", "Count", answered, "Of", len(r.Batch.Rows), "Asks", r.Unsettled())
	}
	if c.json {
		return c.printJSON(r)
	}
	for i := range r.Rows {
		x := &r.Rows[i]
		if !x.Answered() {
			continue
		}
		if err := c.print(x.Ref, string(x.Decision), string(x.Stance), x.Claimed.Name, x.Claimed.Ministry,
			string(x.Claimed.Date), strconv.Quote(x.Text), strconv.Quote(x.Comment)); err != nil {
			return err
		}
	}
	return nil
}
