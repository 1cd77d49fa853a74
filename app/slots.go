package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// slotsPanel lists what opens the vault and changes it. The vault itself is
// asked for the list; every change wants a secret again, so that whoever finds
// the window open gets no key of their own.
type slotsPanel struct {
	s      *shell
	keeper briefing.KeySlots
	rows   *fyne.Container
	top    *fyne.Container
}

func newSlotsPanel(s *shell) *slotsPanel {
	p := &slotsPanel{s: s, rows: container.NewVBox(), top: container.NewVBox()}
	keeper, ok := s.Vaults.(briefing.KeySlots)
	if !ok || s.isDemo() {
		return p // nobody knows a demo's passphrase
	}
	p.keeper = keeper
	change := newButton(s.say("slots.change"), p.change)
	add := newButton(s.say("slots.add"), p.add)
	p.top.Objects = []fyne.CanvasObject{
		section(s.say("slots.title")), aside(s.say("slots.about")), p.rows, change, add,
	}
	return p
}

func (p *slotsPanel) object() fyne.CanvasObject { return p.top }

// reload lists the slots of the open vault.
func (p *slotsPanel) reload() {
	lister, ok := p.s.open.Vault.(briefing.SlotLister)
	if p.keeper == nil || !ok {
		return
	}
	var list []briefing.KeySlot
	p.s.quick(func(ctx context.Context) (err error) {
		list, err = lister.Slots(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.show(list)
	})
}

func (p *slotsPanel) show(list []briefing.KeySlot) {
	passphrases := 0
	for _, slot := range list {
		if !slot.Recovery {
			passphrases++
		}
	}
	p.rows.RemoveAll()
	for _, slot := range list {
		var remove fyne.CanvasObject
		if !slot.Recovery && passphrases > 1 {
			remove = newQuietButton(p.s.say("slots.remove"), func() { p.remove(slot) })
		}
		p.rows.Add(container.NewBorder(nil, nil, nil, remove, line(p.name(slot))))
	}
	p.rows.Refresh()
}

// name is a slot in words.
func (p *slotsPanel) name(slot briefing.KeySlot) string {
	switch {
	case slot.Recovery:
		return p.s.say("slots.recovery")
	case slot.Label == "":
		return p.s.say("slots.passphrase")
	}
	return p.s.say("slots.of", "Label", slot.Label)
}

func (p *slotsPanel) change() {
	s := p.s
	d := newSlotDialog(s, true, func(ctx context.Context, now, fresh []byte, _ string) error {
		return s.Vaults.ChangePassphrase(ctx, s.VaultDir, now, fresh)
	})
	d.done = func() { p.changed("slots.changed") }
	d.show(s.say("slots.change.title"), s.say("slots.change.about"), s.say("slots.change.go"))
}

func (p *slotsPanel) add() {
	s := p.s
	d := newSlotDialog(s, true, func(ctx context.Context, now, fresh []byte, label string) error {
		return p.keeper.AddSlot(ctx, s.VaultDir, now, fresh, label)
	})
	d.label = newField(s.say("slots.label.hint"))
	d.done = func() { p.changed("slots.added") }
	d.show(s.say("slots.add.title"), s.say("slots.add.about"), s.say("slots.add.go"))
}

func (p *slotsPanel) remove(slot briefing.KeySlot) {
	s := p.s
	d := newSlotDialog(s, false, func(ctx context.Context, now, _ []byte, _ string) error {
		return p.keeper.RemoveSlot(ctx, s.VaultDir, now, slot.Number)
	})
	d.done = func() { p.changed("slots.removed") }
	d.show(s.say("slots.remove.title"), s.say("slots.remove.about", "Name", p.name(slot)), s.say("slots.remove.go"))
}

func (p *slotsPanel) changed(said string) {
	p.s.note(p.s.say(said))
	p.reload()
}
