package cli

import (
	"placard/briefing"
)

// warnOfPlace says where other programs write to the vault's folder too.
func (c *call) warnOfPlace(dir string) {
	placed, ok := c.Vaults.(briefing.Placed)
	if !ok {
		return
	}
	switch by := placed.SharedBy(dir); by {
	case "":
	case "network":
		c.done("place.network")
	default:
		c.done("place.synced", "Program", by)
	}
}

// warnOfRollback says that the vault is older than this machine has seen it.
func (c *call) warnOfRollback(v briefing.Vault) {
	if r, ok := v.(briefing.Remembered); ok && r.Missing() > 0 {
		c.done("place.older", "Count", int(min(r.Missing(), 1<<30)))
		c.done("place.older_try")
	}
}

// vaultAccept takes a vault that is older than it was as it is.
func vaultAccept(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	if r, ok := desk.Vault.(briefing.Remembered); ok {
		return r.AcceptOlder()
	}
	return briefing.ErrUnsupported
}
