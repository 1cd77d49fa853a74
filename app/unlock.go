package app

import (
	"context"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// showUnlock asks for the passphrase, or the recovery key, of a vault.
func (p *startPage) showUnlock() {
	s := p.s
	secret := newSecretField(s.say("start.secret.hint"))
	open := newMainButton(s.say("start.unlock"), func() { p.unlock(secret) })
	secret.OnSubmitted = func(string) { p.unlock(secret) }
	create := newQuietButton(s.say("start.to_create"), p.showCreate)
	demo := newQuietButton(s.say("start.demo"), p.openDemo)
	restore := newQuietButton(s.say("restore.to"), p.showRestore)
	p.put(s.say("start.unlock.title"), []fyne.Disableable{p.dir, secret, open, create, demo, restore},
		p.folder(), section(s.say("start.secret")), secret,
		aside(s.say("start.secret.either")), p.status, p.busy, open, p.others(create, demo, restore))
	p.focus()
}

// unlock opens the vault off the UI goroutine. A wrong passphrase is said in
// the same words whatever is wrong with it.
func (p *startPage) unlock(secret *field) {
	s := p.s
	dir, typed := p.dirText(), []byte(secret.Text)
	if dir == "" {
		p.say(s.say("start.no_folder"))
		return
	}
	p.begin(s.say("start.unlocking"))
	var vault briefing.Vault
	s.quick(func(ctx context.Context) (err error) {
		defer clear(typed)
		vault, err = s.Vaults.Open(ctx, dir, typed)
		return err
	}, func(err error) {
		secret.SetText("")
		p.end(err)
		if err != nil {
			s.focus(secret)
			return
		}
		s.VaultDir = dir
		s.enter(vault, false)
	})
}
