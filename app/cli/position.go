package cli

import (
	"maps"
	"strconv"
	"strings"

	"placard/briefing"
)

func positionFlags(c *call) {
	for _, name := range []string{"stance", "priority", "intervene", "mark", "due", "on", "line", "seconds"} {
		c.set.String(name, "", "")
	}
	for _, f := range briefing.Fields {
		c.set.String(flagOf(f), "", "")
	}
	c.set.Var(&list{}, "tag", "")
}

// flagOf is the field's flag: "red_line" is --red-line.
func flagOf(f briefing.Field) string { return strings.ReplaceAll(f.String(), "_", "-") }

// position is the position of the place named, or a new one; base is its revision.
func (c *call) position() (desk *briefing.Desk, p briefing.Position, base uint64, err error) {
	desk, x, b, err := c.place()
	if err != nil {
		return nil, p, 0, err
	}
	subject := x.SubjectOf(b)
	if on := c.set.Lookup("on"); on != nil && on.Value.String() == string(briefing.OnParagraph) {
		subject = briefing.Subject{Kind: briefing.OnParagraph, Block: b.ID}
	}
	if have := x.Position(subject); have != nil {
		return desk, *have, x.Base(have), nil
	}
	return desk, briefing.Position{Note: x.Note.ID, Subject: subject}, 0, nil
}

// existing is the position of the place named; ErrNotFound where there is none.
func (c *call) existing() (*briefing.Desk, briefing.Position, uint64, error) {
	desk, p, base, err := c.position()
	if err == nil && base == 0 {
		err = briefing.ErrNotFound.Because(nil, "Value", c.args[1])
	}
	return desk, p, base, err
}

func positionSet(c *call) error {
	desk, p, base, err := c.position()
	if err != nil {
		return err
	}
	if err := c.apply(&p); err != nil {
		return err
	}
	saved, revision, err := desk.SavePosition(c.ctx, p, base)
	if err != nil {
		return err
	}
	return c.print(saved.ID.String(), strconv.FormatUint(revision, 10))
}

// apply sets what the flags name.
func (c *call) apply(p *briefing.Position) error {
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	p.Texts = maps.Clone(p.Texts)
	for _, f := range briefing.Fields {
		if c.given(flagOf(f)) {
			p.SetText(f, at(flagOf(f)))
		}
	}
	if c.given("line") {
		p.SetText(briefing.FieldLine, at("line"))
	}
	if c.given("stance") {
		s, ok := briefing.ParseStance(at("stance"))
		if !ok {
			return briefing.ErrInvalid.Because(nil, "Value", at("stance"))
		}
		p.Stance = s
	}
	if c.given("priority") {
		p.Priority = briefing.Priority(at("priority"))
	}
	if c.given("intervene") {
		p.Intervene = briefing.Intervene(at("intervene"))
	}
	if c.given("mark") {
		p.Mark = at("mark")
	}
	if c.given("due") {
		p.Due = briefing.Date(at("due"))
	}
	if c.given("tag") {
		p.Tags = strings.Split(at("tag"), ",")
	}
	return c.applySeconds(p, at("seconds"))
}

func (c *call) applySeconds(p *briefing.Position, text string) error {
	if !c.given("seconds") {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return briefing.ErrInvalid.Because(err, "Value", text)
	}
	p.Seconds = n
	return nil
}

func positionShow(c *call) error {
	_, p, _, err := c.existing()
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(p)
	}
	state := string(p.State)
	if state == "" {
		state = "none"
	}
	if err := c.print(c.args[1], p.Stance.Glyph(), string(p.Stance), c.Words.Say("state."+state)); err != nil {
		return err
	}
	for _, f := range briefing.Fields {
		if text := p.Text(f); text != "" {
			if err := c.print(c.Words.Say("field."+f.String()), text); err != nil {
				return err
			}
		}
	}
	return nil
}

func positionReady(c *call) error { return c.move(briefing.StateReady) }

func positionDraft(c *call) error { return c.move(briefing.StateDraft) }

func (c *call) move(to briefing.PositionState) error {
	desk, p, base, err := c.existing()
	if err != nil {
		return err
	}
	_, revision, err := desk.MovePosition(c.ctx, p.Key(), base, to)
	if err != nil {
		return err
	}
	return c.print(string(to), strconv.FormatUint(revision, 10))
}

func clearFlags(c *call) {
	for _, name := range []string{"name", "department", "date", "reference"} {
		c.set.String(name, "", "")
	}
}

func positionClear(c *call) error {
	desk, p, base, err := c.existing()
	if err != nil {
		return err
	}
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	clearance := briefing.Clearance{
		Name: at("name"), Department: at("department"), Date: briefing.Date(at("date")), Reference: at("reference"),
	}
	_, revision, err := desk.ClearPosition(c.ctx, p.Key(), base, clearance)
	if err != nil {
		return err
	}
	return c.print(string(briefing.StateCleared), strconv.FormatUint(revision, 10))
}

func positionRestore(c *call) error {
	desk, p, _, err := c.existing()
	if err != nil {
		return err
	}
	revision, err := strconv.ParseUint(c.args[2], 10, 64)
	if err != nil {
		return briefing.ErrInvalid.Because(err, "Value", c.args[2])
	}
	return desk.Restore(c.ctx, p.Key(), revision)
}
