package cli

import (
	"context"
	"slices"
	"strconv"

	"placard/briefing"
)

func asks(c *call) error {
	_, x, err := c.dossier()
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(x.Asks)
	}
	for _, a := range x.Asks {
		answered := "–"
		if x.Answered(a) {
			answered = "✓"
		}
		if err := c.print(a.Code, c.askWords(a), c.Words.Say("ask.state."+string(a.State)), answered, a.Reason.Words); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) ask() (*briefing.Desk, *briefing.Dossier, *briefing.Ask, error) {
	desk, x, err := c.dossier()
	if err != nil {
		return nil, nil, nil, err
	}
	a := x.Ask(c.args[1])
	if a == nil {
		return nil, nil, nil, briefing.ErrNotFound.Because(nil, "Value", c.args[1])
	}
	return desk, x, a, nil
}

func askConfirm(c *call) error { return c.settle((*briefing.Desk).ConfirmAsk) }

func askRefuse(c *call) error { return c.settle((*briefing.Desk).RefuseAsk) }

func (c *call) settle(how func(*briefing.Desk, context.Context, briefing.Key, uint64) error) error {
	desk, x, a, err := c.ask()
	if err != nil {
		return err
	}
	return how(desk, c.ctx, a.Key(), x.Base(a))
}

func askMerge(c *call) error {
	desk, x, a, err := c.ask()
	if err != nil {
		return err
	}
	into := x.Ask(c.args[2])
	if into == nil {
		return briefing.ErrNotFound.Because(nil, "Value", c.args[2])
	}
	return desk.MergeAsk(c.ctx, a.Key(), x.Base(a), into.ID)
}

func rankFlags(c *call) { c.set.String("own", "", "") }

// askRank ranks options in the order given: "ask rank IC/2005/13 12 1 3".
func askRank(c *call) error {
	desk, x, a, err := c.ask()
	if err != nil {
		return err
	}
	subject := briefing.Subject{Kind: briefing.OnAsk, Block: a.Block, Ask: a.Code}
	p := briefing.Position{Note: x.Note.ID, Subject: subject}
	var base uint64
	if have := x.Position(subject); have != nil {
		p, base = *have, x.Base(have)
	}
	p.Ranking = nil
	for i, code := range c.args[2:] {
		known := slices.ContainsFunc(a.Options, func(o briefing.Option) bool { return o.Code == code })
		if !known && code != briefing.OwnOption {
			return briefing.ErrNotFound.Because(nil, "Value", code)
		}
		p.Ranking = append(p.Ranking, briefing.Rank{Option: code, Place: i + 1})
	}
	if c.given("own") {
		p.SetText(briefing.FieldOwnOption, c.set.Lookup("own").Value.String())
	}
	_, revision, err := desk.SavePosition(c.ctx, p, base)
	if err != nil {
		return err
	}
	return c.print(a.Code, strconv.FormatUint(revision, 10))
}
