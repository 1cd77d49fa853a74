package app

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// recoveryPage shows a new vault's recovery key, once. The vault opens only
// after the user said that it is kept.
type recoveryPage struct {
	p       *startPage
	made    briefing.Created
	sheet   briefing.RecoverySheet
	entered bool
}

func (p *startPage) showRecovery(made briefing.Created) {
	s := p.s
	r := &recoveryPage{p: p, made: made, sheet: briefing.RecoverySheet{
		Vault: filepath.Base(s.VaultDir), Key: made.RecoveryKey, Made: s.now(),
	}}
	s.jobs.atEnd(func() {
		if !r.entered { // the window was closed on this page
			_ = made.Vault.Close()
		}
	})
	proceed := newMainButton(s.say("start.recovery.go"), r.enter)
	proceed.Disable()
	kept := newCheck(s.say("start.recovery.kept"), func(yes bool) {
		if yes {
			proceed.Enable()
		} else {
			proceed.Disable()
		}
	})
	save := newButton(s.say("recovery.save"), r.save)
	copied := newButton(s.say("start.recovery.copy"), func() {
		s.clip.put(made.RecoveryKey)
		p.tell(s.say("recovery.copied"))
	})
	p.put(s.say("start.recovery.title"), nil,
		prose(s.say("start.recovery.why")), newKeyBox(r.key()), container.NewHBox(save, copied), p.status, kept, proceed)
	s.focus(kept)
}

func (r *recoveryPage) key() fyne.CanvasObject {
	key := widget.NewLabelWithStyle(r.made.RecoveryKey, fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	key.Wrapping = fyne.TextWrapBreak
	key.Selectable = true
	return key
}

func (r *recoveryPage) enter() {
	r.entered = true
	r.p.s.clip.clearNow()
	r.p.s.enter(r.made.Vault, false)
}

// save writes the page to print, in plain text by its nature.
func (r *recoveryPage) save() {
	s := r.p.s
	name := fileName(".docx", s.say("recovery.file", "Vault", r.sheet.Vault))
	s.pickSave(s.say("recovery.save.title"), name, func(path string) {
		format := "docx"
		if strings.EqualFold(filepath.Ext(path), ".txt") {
			format = "txt"
		}
		desk, words := s.Desk(r.made.Vault), s.words
		s.quick(func(ctx context.Context) error {
			return briefing.WriteFile(path, func(w io.Writer) error {
				return desk.WriteRecovery(ctx, w, format, r.sheet, words)
			})
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			r.p.tell(s.say("recovery.saved", "Name", filepath.Base(path)))
		})
	})
}

// newKeyBox frames what must be written down.
func newKeyBox(content fyne.CanvasObject) fyne.CanvasObject {
	g := newCard(container.NewPadded(content))
	g.fill = colorPanel
	return g
}
