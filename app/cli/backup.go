package cli

import (
	"strconv"

	"placard/briefing"
)

func vaultBackup(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	report, err := desk.Backup(c.ctx, c.args[0], nil)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(report)
	}
	c.done("backup.made", "Path", report.Path, "Revisions", report.Revisions, "Files", report.Files)
	c.done("backup.proved")
	c.done("backup.beside", "Count", len(report.Identities))
	return c.print(append([]string{report.Path, strconv.FormatUint(report.Commits, 10)}, report.Identities...)...)
}

func vaultRestore(c *call) error {
	backups, ok := c.Vaults.(briefing.Backups)
	if !ok {
		return briefing.ErrUnsupported
	}
	secret, err := c.passphrase("backup.secret")
	if err != nil {
		return err
	}
	defer clear(secret)
	report, err := backups.Restore(c.ctx, c.args[0], c.args[1], secret, nil)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(report)
	}
	c.done("backup.restored", "Path", c.args[1], "When", report.Made.Local().Format("2006-01-02 15:04"),
		"Revisions", report.Revisions, "Files", report.Files)
	return c.print(c.args[1], strconv.FormatUint(report.Commits, 10))
}
