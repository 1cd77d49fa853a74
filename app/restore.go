package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// restoreForm makes a vault of a backup, in a folder of its own.
type restoreForm struct {
	p            *startPage
	file, folder *field
	secret       *field
	stop         *button
}

func (p *startPage) showRestore() {
	s := p.s
	f := &restoreForm{p: p, file: newField(s.say("restore.file.hint")), folder: newField(s.say("restore.folder.hint"))}
	f.secret = newSecretField(s.say("start.secret.hint"))
	f.stop = newButton(s.say("window.cancel"), nil)
	f.stop.Hide()
	find := newButton(s.say("start.browse"), func() { s.pickOpen(s.say("restore.file"), []string{"age"}, f.file.SetText) })
	where := newButton(s.say("start.browse"), func() { s.pickFolder(s.say("restore.folder"), f.folder.SetText) })
	begin := newMainButton(s.say("restore.go"), f.submit)
	f.secret.OnSubmitted = func(string) { f.submit() }
	back := newQuietButton(s.say("restore.back"), p.form)
	p.put(s.say("restore.title"), []fyne.Disableable{f.file, f.folder, f.secret, find, where, begin, back},
		section(s.say("restore.file")), container.NewBorder(nil, nil, nil, find, f.file),
		section(s.say("restore.folder")), container.NewBorder(nil, nil, nil, where, f.folder),
		section(s.say("restore.secret")), f.secret, aside(s.say("restore.secret.about")),
		p.status, p.busy, f.stop, begin, p.others(back))
	p.focus()
}

// submit restores off the UI goroutine, says how far it is and can be stopped.
func (f *restoreForm) submit() {
	s, p := f.p.s, f.p
	file, dir, typed := meant(f.file.Text), meant(f.folder.Text), []byte(f.secret.Text)
	backups, ok := s.Vaults.(briefing.Backups)
	if !ok || file == "" || dir == "" || len(typed) == 0 {
		p.say(s.say("restore.missing"))
		return
	}
	p.begin(s.say("restore.deriving"))
	ctx, cancel := context.WithCancel(s.ctx)
	f.stop.OnTapped = cancel
	f.stop.Show()
	var report briefing.RestoreReport
	s.jobs.long(ctx, func(ctx context.Context, progress briefing.Progress) (err error) {
		defer clear(typed)
		report, err = backups.Restore(ctx, file, dir, typed, progress)
		return err
	}, func(done, total int) {
		p.status.SetText(s.say("restore.working", "Percent", 100*done/max(total, 1)))
	}, func(err error) {
		cancel()
		f.stop.Hide()
		f.secret.SetText("")
		f.done(dir, report, err)
	})
}

// done goes on to unlocking the vault that came back.
func (f *restoreForm) done(dir string, r briefing.RestoreReport, err error) {
	s, p := f.p.s, f.p
	if errors.Is(err, context.Canceled) {
		p.end(nil)
		return
	}
	p.end(err)
	if err != nil {
		return
	}
	s.VaultDir = dir
	p.dir.SetText(dir)
	p.showUnlock()
	p.inform(s.say("restore.done", "When", sayMoment(r.Made), "Revisions", r.Revisions, "Files", r.Files))
}
