package cli

import (
	"strings"

	"placard/briefing"
)

func meetingList(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Meetings(c.ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(all)
	}
	for _, m := range all {
		if err := c.print(m.ID.String(), string(m.Start), string(m.End), m.Title); err != nil {
			return err
		}
	}
	return nil
}

func meetingShow(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Meetings(c.ctx)
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.ID.String() == c.args[0] || strings.Contains(briefing.Fold(m.Title), briefing.Fold(c.args[0])) {
			return c.printJSON(m)
		}
	}
	return briefing.ErrNotFound.Because(nil, "Value", c.args[0])
}

func meetingFlags(c *call) {
	for _, name := range []string{"start", "end", "place", "room", "session", "organization"} {
		c.set.String(name, "", "")
	}
}

func meetingAdd(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	m := &briefing.Meeting{
		Title: c.args[0], Start: briefing.Date(at("start")), End: briefing.Date(at("end")), Place: at("place"),
		Room: at("room"), Session: at("session"), Organization: at("organization"),
	}
	if err := desk.SaveMeeting(c.ctx, m, 0); err != nil {
		return err
	}
	return c.print(m.ID.String())
}
