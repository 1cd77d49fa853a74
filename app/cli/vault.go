package cli

import (
	"bytes"
	"os"
	"strconv"

	"placard/briefing"
)

func vaultCreate(c *call) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
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
	c.done("cli.recovery_key")
	return c.print(made.RecoveryKey)
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
		err = c.print(strconv.Itoa(report.Entities), strconv.Itoa(report.Revisions), strconv.FormatUint(report.Commits, 10))
	}
	if err == nil && len(report.Problems) > 0 {
		err = briefing.ErrVaultDamaged
	}
	return err
}

func passwdFlags(c *call) { c.set.String("new-passphrase-file", "", "") }

func vaultPasswd(c *call) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	old, err := c.passphrase("cli.passphrase")
	if err != nil {
		return err
	}
	defer clear(old)
	fresh, err := c.newPassphrase()
	if err != nil {
		return err
	}
	defer clear(fresh)
	if c.Strength.Rate(string(fresh)).Score < briefing.Enough {
		return briefing.ErrWeakPassphrase
	}
	if err := c.Vaults.ChangePassphrase(c.ctx, dir, old, fresh); err != nil {
		return err
	}
	c.done("cli.passphrase_changed")
	return nil
}

func (c *call) newPassphrase() ([]byte, error) {
	path := c.set.Lookup("new-passphrase-file").Value.String()
	if path == "" {
		return c.Prompt(c.Words.Say("cli.new_passphrase"))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, briefing.FileProblem(err, path)
	}
	return bytes.TrimRight(data, "\r\n"), nil
}
