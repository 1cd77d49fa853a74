package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// vaultCommands are what is done with the vault as a whole.
func (s *shell) vaultCommands() []*command {
	return []*command{
		{code: "backup", menu: menuVault, shortcut: on(fyne.KeyS, fyne.KeyModifierShift), ready: s.backsUp, run: s.chooseBackup},
		{code: "vault_check", menu: menuVault, rule: true, ready: s.checks, run: s.check},
		{code: "restore", menu: menuVault, ready: s.backsUp, run: s.chooseRestore},
	}
}

// backsUp tells whether the vault is worth keeping: a demo's is gone tomorrow.
func (s *shell) backsUp() bool { return s.open != nil && !s.isDemo() && s.busy == 0 }

// chooseBackup asks for a folder and writes the vault into it, sealed.
func (s *shell) chooseBackup() {
	s.pickFolder(s.say("backup.where"), func(dir string) {
		s.leave()
		s.quick(func(context.Context) error { return nil }, func(error) { s.backup(dir) })
	})
}

// backup begins once what was typed is saved.
func (s *shell) backup(dir string) {
	desk := s.desk()
	var report briefing.BackupReport
	s.run(s.say("backup.working"), func(ctx context.Context, progress briefing.Progress) (err error) {
		report, err = desk.Backup(ctx, dir, progress)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			s.fail(err)
		default:
			s.showBackup(report)
		}
	})
}

// showBackup says where the backup is and what must be kept with it.
func (s *shell) showBackup(r briefing.BackupReport) {
	text := []string{
		s.say("backup.made", "Path", r.Path, "Revisions", r.Revisions, "Files", r.Files),
		s.say("backup.proved"),
	}
	if len(r.Identities) > 0 {
		text = append(text, s.say("backup.beside", "Count", len(r.Identities)))
	}
	s.report(s.say("backup.done.title"), nil, append(text, s.say("backup.recovery"))...)
}

// chooseRestore locks the vault that is open and shows the form for another.
func (s *shell) chooseRestore() {
	s.keepSplits()
	s.settle(s.say("command.restore"), func() {
		s.shut()
		s.startPage().showRestore()
	})
}
