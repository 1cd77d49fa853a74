package app

import (
	"context"
	"crypto/rand"
	"errors"
	"os"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// makeDemo makes a vault in a new temporary folder and fills it. Its
// passphrase is random and forgotten: the demo ends with the program, which
// has to call remove once the vault is closed.
func (c *Config) makeDemo(ctx context.Context) (vault briefing.Vault, remove func(), err error) {
	dir, err := os.MkdirTemp("", "placard-demo-")
	if err != nil {
		return nil, nil, briefing.FileProblem(err, os.TempDir())
	}
	made, err := c.Vaults.Create(ctx, dir, []byte(rand.Text()))
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	if err := c.Fill(ctx, c.Desk(made.Vault)); err != nil {
		return nil, nil, errors.Join(err, made.Vault.Close(), os.RemoveAll(dir))
	}
	return made.Vault, func() { _ = os.RemoveAll(dir) }, nil
}

// lesson is one thing to try, and the command that does it.
type lesson struct {
	code string
	do   func()
}

// showSteps offers five things to try, each with the button that begins it.
func (s *shell) showSteps() {
	var hide func()
	rows := container.NewVBox(aside(s.say("steps.about")))
	for _, st := range s.steps() {
		do := newButton(s.say("steps."+st.code+".do"), func() {
			hide()
			st.do()
		})
		words := container.NewVBox(section(s.say("steps."+st.code)), aside(s.say("steps."+st.code+".how")))
		rows.Add(widget.NewSeparator())
		rows.Add(container.NewBorder(nil, nil, nil, container.NewCenter(do), words))
	}
	ok := newMainButton(s.say("window.close"), func() { hide() })
	hide = s.modal(s.say("steps.title"), atLeastWide(560, rows), nil, ok)
}

// steps are the five: read, annotate, decide, compare, print. Each opens the
// first note where none is open.
func (s *shell) steps() []lesson {
	return []lesson{
		{"read", func() { s.withNote(s.nextAsk) }},
		{"annotate", func() { s.withNote(func() { s.field("annotation") }) }},
		{"decide", func() { s.withNote(func() { s.field(briefing.FieldLine.String()) }) }},
		{"compare", func() { s.withNote(func() { s.show(pageMatrix) }) }},
		{"pack", func() { s.withNote(func() { s.show(pagePack) }) }},
	}
}

// withNote does something once a note is open: the open one, else the first.
func (s *shell) withNote(do func()) {
	if s.held.dossier != nil {
		do()
		return
	}
	if len(s.held.notes) == 0 {
		s.show(pageLibrary)
		return
	}
	s.openNoteThen(s.held.notes[0].ID, "", do)
}

// about says what this is and where the words of states come from.
func (s *shell) about() {
	if s.inDialog() {
		return
	}
	var hide func()
	ok := newMainButton(s.say("window.close"), func() { hide() })
	version := s.App.Metadata().Version
	content := container.NewVBox(prose(s.say("about.what")), aside(s.say("about.version", "Version", version)), aside(s.say("about.names")))
	hide = s.modal("Placard", atLeastWide(420, content), nil, ok)
}
