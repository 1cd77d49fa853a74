package cli

import (
	"placard/briefing"
)

// readNote recognises a document without a vault.
func readNote(c *call) error {
	desk := briefing.NewDesk(briefing.Ports{Vault: noVault{}, Extractor: c.Extractor, Words: c.Words})
	p, err := c.recognize(desk, c.args[0])
	if err != nil {
		return err
	}
	if c.json {
		return c.printNote(&p.Recognized, p.Asks)
	}
	return c.outline(&p.Note, p.Blocks, p.Asks)
}

func (c *call) printNote(r *briefing.Recognized, asks []briefing.Ask) error {
	data, err := briefing.MarshalNote(r, asks)
	if err != nil {
		return err
	}
	_, err = c.Stdout.Write(data)
	return err
}

// outline prints a note for people: a line a block.
func (c *call) outline(n *briefing.Note, blocks []briefing.Block, asks []briefing.Ask) error {
	if err := c.print(n.Symbol, string(n.Date), n.Title); err != nil {
		return err
	}
	for _, b := range blocks {
		line := []string{c.Words.Say("block." + string(b.Kind)), b.Label, shorten(b.Text, 70)}
		for _, a := range asks {
			if a.Block == b.ID {
				line = append(line, "("+c.askWords(&a)+")")
			}
		}
		if err := c.print(line...); err != nil {
			return err
		}
	}
	return nil
}

// askWords says an ask in a few words.
func (c *call) askWords(a *briefing.Ask) string {
	if a.Choose > 0 {
		return c.Words.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	}
	words := c.Words.Say("ask.class." + string(a.Class))
	if a.Strength == briefing.Soft {
		words = c.Words.Say("ask.soft")
	}
	return words
}

// shorten cuts a text at n characters.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
