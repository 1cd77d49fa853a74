package cli

import (
	"encoding/json"
	"io"

	"placard/briefing"
)

func settingsFlags(c *call) {
	for _, name := range []string{"author", "delegation", "mark", "language"} {
		c.set.String(name, "", "")
	}
}

func settings(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	s, err := desk.Settings(c.ctx)
	if err != nil {
		return err
	}
	changed := false
	for name, into := range map[string]*string{
		"author": &s.Author, "delegation": &s.Delegation, "mark": &s.Mark, "language": &s.Language,
	} {
		if c.given(name) {
			*into, changed = c.text(name), true
		}
	}
	if changed {
		if err := desk.SaveSettings(c.ctx, s); err != nil {
			return err
		}
	}
	return c.printJSON(s)
}

// exportJSON writes the whole vault in an open format: every entity as it
// stands today, a line each.
func exportJSON(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	path, err := c.out()
	if err != nil {
		return err
	}
	c.done("cli.plain_text")
	return briefing.WriteFile(path, func(w io.Writer) error {
		e := json.NewEncoder(w)
		return desk.Everything(c.ctx, func(x briefing.Dump) error { return e.Encode(x) })
	})
}
