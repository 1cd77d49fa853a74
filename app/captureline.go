package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// captureLine notes on one line what another delegation says: who, paragraph,
// stance, words. Return keeps it, with the time.
type captureLine struct {
	s      *shell
	inHand func() string // the block that is meant where the line names none
	input  *field
	read   *widget.Label // what the line was understood as
	x      *briefing.Dossier
	kept   func()
	top    fyne.CanvasObject
}

func newCaptureLine(s *shell, inHand func() string) *captureLine {
	c := &captureLine{s: s, inHand: inHand, input: newField(s.say("room.capture.hint")), read: aside(s.say("room.capture.about")), kept: func() {}}
	c.input.OnChanged = func(string) { c.understand() }
	c.input.OnSubmitted = func(string) { c.keep() }
	c.top = container.New(&stacked{}, c.input, c.read)
	return c
}

// offer says in which note the line is read.
func (c *captureLine) offer(x *briefing.Dossier) { c.x = x }

// parse reads the line; the block is nil where the note has none of that number.
func (c *captureLine) parse() (briefing.Capture, *briefing.Block) {
	got := briefing.ReadCapture(c.input.Text, c.x.Delegations, c.s.words)
	if got.Label == "" {
		return got, c.x.Text.Block(c.inHand())
	}
	label, err := briefing.ParseLabel(got.Label)
	if err != nil {
		return got, nil
	}
	b, err := c.x.Text.Find(label)
	if err != nil {
		return got, nil
	}
	return got, b
}

// understand says what the line means, while it is typed.
func (c *captureLine) understand() {
	if c.input.Text == "" || c.x == nil {
		c.read.SetText(c.s.say("room.capture.about"))
		return
	}
	got, b := c.parse()
	who, place, stance := c.s.say("room.capture.who"), c.s.say("room.capture.place"), c.s.say("room.capture.stance")
	if got.Delegation != nil {
		who = got.Delegation.Name(c.s.words.Language())
	}
	if b != nil {
		place = c.x.Text.LabelOf(b).Say(b.Kind, c.s.words)
	}
	if got.Stance != briefing.StanceNone {
		stance = sayStance(got.Stance, c.s.words)
	}
	c.read.SetText(joined("  ·  ", who, place, stance, got.Words))
}

// keep makes an observation of the line, once it says enough.
func (c *captureLine) keep() {
	if c.x == nil {
		return
	}
	got, b := c.parse()
	if !got.Complete() || b == nil {
		return
	}
	desk := c.s.open
	o := briefing.Observation{
		Note: c.x.Note.ID, Subject: c.x.SubjectOf(b), Delegation: got.Delegation.ID, Stance: got.Stance, Text: got.Words,
		Source: briefing.SourceStated, Date: briefing.DateOf(c.s.now()),
	}
	c.s.quick(func(ctx context.Context) error {
		_, err := desk.Observe(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			c.s.fail(err)
			return
		}
		c.input.SetText("")
		c.read.SetText(c.s.say("room.capture.kept", "Name", got.Delegation.Name(c.s.words.Language()), "Time", c.s.now().Local().Format("15:04:05")))
		c.kept()
	})
}

// captureOne opens the line over any page.
func (s *shell) captureOne() {
	c := newCaptureLine(s, s.selected)
	c.offer(s.dossier())
	hide := s.modal(s.say("command.capture"), atLeastWide(560, c.top), c.input)
	c.kept = hide
}
