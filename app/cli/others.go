package cli

import (
	"os"
	"strings"

	"placard/briefing"
)

func stanceFlags(c *call) {
	for _, name := range []string{"delegation", "stance", "source", "source-text", "date", "text", "confidence"} {
		c.set.String(name, "", "")
	}
}

func stance(c *call) error {
	desk, x, b, err := c.place()
	if err != nil {
		return err
	}
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	who, err := desk.FindDelegation(c.ctx, at("delegation"))
	if err != nil {
		return err
	}
	code, ok := briefing.ParseStance(at("stance"))
	if !ok {
		return briefing.ErrInvalid.Because(nil, "Value", at("stance"))
	}
	saved, err := desk.Observe(c.ctx, briefing.Observation{
		Note: x.Note.ID, Subject: x.SubjectOf(b), Delegation: who.ID, Stance: code, Text: at("text"),
		Source: briefing.SourceKind(at("source")), SourceText: at("source-text"),
		Date: briefing.Date(at("date")), Confidence: at("confidence"),
	})
	if err != nil {
		return err
	}
	return c.print(saved.ID.String())
}

func delegationList(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Delegations(c.ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(all)
	}
	for _, x := range all {
		if err := c.print(x.Code, c.Words.Say("delegation.kind."+string(x.Kind)), x.Name(c.Words.Language()), x.Source, string(x.AsOf)); err != nil {
			return err
		}
	}
	return nil
}

func delegationName(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	x, err := desk.FindDelegation(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	past, err := desk.History(c.ctx, x.Key())
	if err != nil {
		return err
	}
	x.Names[c.args[1]] = c.args[2]
	return desk.SaveDelegation(c.ctx, x, past[len(past)-1].Revision)
}

func memberFlags(c *call) {
	for _, name := range []string{"from", "until", "source", "table"} {
		c.set.String(name, "", "")
	}
}

// groupMember adds members named one by one or in a table of the user's.
func groupMember(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	group, err := desk.FindDelegation(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	members, err := c.members(desk)
	if err != nil {
		return err
	}
	return desk.AddMembers(c.ctx, group.ID, members)
}

func (c *call) members(desk *briefing.Desk) ([]briefing.Member, error) {
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	var table strings.Builder
	for _, ref := range c.args[1:] {
		table.WriteString(ref + ";" + at("from") + ";" + at("until") + "\n")
	}
	if path := at("table"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, briefing.FileProblem(err, path)
		}
		table.Write(data)
	}
	members, unknown, err := desk.MemberTable(c.ctx, table.String(), at("source"))
	if err == nil && len(unknown) > 0 {
		err = briefing.ErrNotFound.Because(nil, "Value", strings.Join(unknown, ", "))
	}
	return members, err
}
