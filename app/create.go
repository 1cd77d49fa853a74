package app

import (
	"context"

	"placard/briefing"
)

// createForm makes a new vault: a folder, a passphrase twice, its strength.
type createForm struct {
	p      *startPage
	fresh  *freshPassphrase
	create *button
}

func (p *startPage) showCreate() {
	s := p.s
	c := &createForm{p: p}
	c.fresh = newFreshPassphrase(s, c.submit)
	c.create = newMainButton(s.say("start.create"), c.submit)
	unlock := newQuietButton(s.say("start.to_unlock"), p.showUnlock)
	demo := newQuietButton(s.say("start.demo"), p.openDemo)
	restore := newQuietButton(s.say("restore.to"), p.showRestore)
	p.put(s.say("start.create.title"), append(c.fresh.acts(), p.dir, c.create, unlock, demo, restore),
		p.folder(),
		c.fresh.object(s.say("start.passphrase")), p.status, p.busy, c.create,
		p.others(unlock, demo, restore))
	p.focus()
}

// submit checks what was typed and creates the vault off the UI goroutine:
// deriving the key takes about a second on purpose.
func (c *createForm) submit() {
	s, p := c.p.s, c.p
	dir := p.dirText()
	if dir == "" {
		p.say(s.say("start.no_folder"))
		return
	}
	if wrong := c.fresh.wrong(); wrong != "" {
		p.say(wrong)
		return
	}
	c.make(dir, []byte(c.fresh.first.Text))
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
		c.fresh.wipe()
		p.showRecovery(made)
	})
}
