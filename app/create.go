package app

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// createForm makes a new vault: a folder, a passphrase twice, its strength.
type createForm struct {
	p             *startPage
	first, second *field
	bar           *widget.ProgressBar
	rating        *widget.Label
	create        *button
}

func (p *startPage) showCreate() {
	s := p.s
	c := &createForm{p: p, first: newSecretField(s.say("start.passphrase.hint")), second: newSecretField(s.say("start.again.hint"))}
	c.bar = widget.NewProgressBar()
	c.bar.Max = 4
	c.bar.TextFormatter = func() string { return "" }
	c.rating = aside(s.say("start.strength.empty"))
	c.create = newMainButton(s.say("start.create"), c.submit)
	c.first.OnChanged = c.rate
	c.first.OnSubmitted = func(string) { s.focus(c.second) }
	c.second.OnSubmitted = func(string) { c.submit() }
	unlock := newQuietButton(s.say("start.to_unlock"), p.showUnlock)
	demo := newQuietButton(s.say("start.demo"), p.openDemo)
	restore := newQuietButton(s.say("restore.to"), p.showRestore)
	p.put(s.say("start.create.title"), []fyne.Disableable{p.dir, c.first, c.second, c.create, unlock, demo, restore},
		p.folder(),
		section(s.say("start.passphrase")), c.first, c.second,
		thin(c.bar), c.rating, p.status, p.busy, c.create,
		p.others(unlock, demo, restore))
	p.focus()
}

// thin shows a bar a few points high.
func thin(bar *widget.ProgressBar) fyne.CanvasObject {
	return &fyne.Container{Layout: flat(6), Objects: []fyne.CanvasObject{bar}}
}

// flat lays its object out at a height of its own choosing.
type flat float32

// Layout gives the object the width.
func (f flat) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, float32(f)))
		o.Move(fyne.NewPos(0, (size.Height-float32(f))/2))
	}
}

// MinSize is the height alone.
func (f flat) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(f)) }

// rate shows how strong the passphrase is, in words and as a bar.
func (c *createForm) rate(passphrase string) {
	s := c.p.s
	if passphrase == "" {
		c.bar.SetValue(0)
		c.rating.SetText(s.say("start.strength.empty"))
		return
	}
	r := s.Strength.Rate(passphrase)
	c.bar.SetValue(float64(r.Score))
	text := s.say("strength.score."+strconv.Itoa(r.Score)) + "."
	if r.Hint != "" {
		text += " " + s.say(r.Hint)
	}
	c.rating.SetText(text)
}

// submit checks what was typed and creates the vault off the UI goroutine:
// deriving the key takes about a second on purpose.
func (c *createForm) submit() {
	s, p := c.p.s, c.p
	dir := p.dirText()
	switch {
	case dir == "":
		p.say(s.say("start.no_folder"))
	case s.Strength.Rate(c.first.Text).Score < briefing.Enough:
		p.end(briefing.ErrWeakPassphrase)
	case c.first.Text != c.second.Text:
		p.say(s.say("start.differ"))
	default:
		c.make(dir, []byte(c.first.Text))
	}
}

func (c *createForm) make(dir string, passphrase []byte) {
	s, p := c.p.s, c.p
	p.begin(s.say("start.creating"))
	var made briefing.Created
	s.quick(func(ctx context.Context) (err error) {
		defer clear(passphrase)
		if made, err = s.Vaults.Create(ctx, dir, passphrase); err != nil {
			return err
		}
		return s.Desk(made.Vault).Seed(ctx, briefing.Settings{Language: s.words.Language()})
	}, func(err error) {
		p.end(err)
		if err != nil {
			return
		}
		s.VaultDir = dir
		c.first.SetText("")
		c.second.SetText("")
		p.showRecovery(made)
	})
}

// showRecovery shows the recovery key, once. The vault opens only after the
// user said that it is kept.
func (p *startPage) showRecovery(made briefing.Created) {
	s := p.s
	key := widget.NewLabelWithStyle(made.RecoveryKey, fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	key.Wrapping = fyne.TextWrapBreak
	key.Selectable = true
	entered := false
	s.jobs.atEnd(func() {
		if !entered { // the window was closed on this page
			_ = made.Vault.Close()
		}
	})
	proceed := newMainButton(s.say("start.recovery.go"), func() {
		entered = true
		s.enter(made.Vault, false)
	})
	proceed.Disable()
	kept := newCheck(s.say("start.recovery.kept"), func(yes bool) {
		if yes {
			proceed.Enable()
		} else {
			proceed.Disable()
		}
	})
	copied := newButton(s.say("start.recovery.copy"), func() {
		s.App.Clipboard().SetContent(made.RecoveryKey)
		p.status.Importance = widget.MediumImportance
		p.status.SetText(s.say("start.recovery.copied"))
		p.status.Show()
	})
	p.put(s.say("start.recovery.title"), nil,
		prose(s.say("start.recovery.why")), newKeyBox(key), copied, p.status, kept, proceed)
	s.focus(kept)
}

// newKeyBox frames what must be written down.
func newKeyBox(content fyne.CanvasObject) fyne.CanvasObject {
	g := newCard(container.NewPadded(content))
	g.fill = colorPanel
	return g
}
