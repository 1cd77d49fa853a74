package cli

import (
	"path/filepath"
	"time"

	"placard/briefing"
)

func createFlags(c *call) { c.set.String("recovery", "", "") }

func vaultCreate(c *call) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if err := c.mayWriteRecovery(); err != nil {
		return err
	}
	c.warnOfPlace(dir)
	secret, err := c.passphrase("cli.new_passphrase")
	if err != nil {
		return err
	}
	defer clear(secret)
	if c.Strength.Rate(string(secret)).Score < briefing.Enough {
		return briefing.ErrWeakPassphrase
	}
	made, err := c.Vaults.Create(c.ctx, dir, secret)
	if err != nil {
		return err
	}
	c.desk = c.Desk(made.Vault)
	if err := c.desk.Seed(c.ctx, briefing.Settings{Language: c.Words.Language()}); err != nil {
		return err
	}
	return c.giveRecovery(briefing.RecoverySheet{Vault: filepath.Base(dir), Key: made.RecoveryKey, Made: time.Now()})
}

func vaultCheck(c *call) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	checker, ok := c.Vaults.(briefing.Checker)
	if !ok {
		return briefing.ErrUnsupported
	}
	secret, err := c.passphrase("cli.passphrase")
	if err != nil {
		return err
	}
	defer clear(secret)
	report, err := checker.Check(c.ctx, dir, secret, nil)
	if err != nil {
		return err
	}
	if c.json {
		err = c.printJSON(report)
	} else {
		err = c.printCheck(report)
	}
	if err == nil && len(report.Problems) > 0 {
		err = briefing.ErrVaultDamaged
	}
	return err
}
