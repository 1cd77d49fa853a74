package cli

import (
	"strconv"

	"placard/briefing"
)

// printCheck prints the counts, then a line for each thing that is wrong.
func (c *call) printCheck(r briefing.CheckReport) error {
	if err := c.print(strconv.Itoa(r.Entities), strconv.Itoa(r.Revisions), strconv.FormatUint(r.Commits, 10)); err != nil {
		return err
	}
	for _, p := range r.Problems {
		if err := c.print(p); err != nil {
			return err
		}
	}
	return nil
}

func vaultRebuild(c *call) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	rebuilder, ok := c.Vaults.(briefing.Rebuilder)
	if !ok {
		return briefing.ErrUnsupported
	}
	secret, err := c.passphrase("cli.passphrase")
	if err != nil {
		return err
	}
	defer clear(secret)
	report, err := rebuilder.Rebuild(c.ctx, dir, secret, nil)
	if err != nil {
		return err
	}
	if c.json {
		err = c.printJSON(report)
	} else {
		c.done("repair.rebuilt", "Commits", report.Commits)
		vault, err := c.Vaults.Open(c.ctx, dir, secret)
		if err != nil {
			return err
		}
		c.desk = c.Desk(vault)
		c.sayRepair(c.desk, &report)
	}
	if err == nil && report.Lost() > 0 {
		err = briefing.ErrVaultDamaged
	}
	return err
}

// sayOpened says what opening the vault found, had to repair or could save
// after all.
func (c *call) sayOpened(desk *briefing.Desk) {
	if r := desk.Recovery(); r != nil {
		c.done("repair.what")
		c.sayRepair(desk, r)
	}
	if desk.Restriction() != nil {
		c.done("vault.reading_only")
	}
	if r := desk.Rescued(); r.Saved > 0 {
		c.done("vault.rescued", "Count", r.Saved)
	}
	if r := desk.Rescued(); r.Kept > 0 {
		c.done("vault.rescued.kept", "Count", r.Kept)
	}
}

// sayRepair says what was recovered and what was lost, place by place.
func (c *call) sayRepair(desk *briefing.Desk, r *briefing.RebuildReport) {
	lost := r.Lost()
	if lost == 0 {
		c.done("repair.nothing_lost")
	} else {
		c.done("repair.lost", "Count", lost)
	}
	if recovered := len(r.Damaged) - lost; recovered > 0 {
		c.done("repair.recovered", "Count", recovered)
	}
	for _, p := range desk.Places(c.ctx, r.Damaged) {
		c.tell("  " + p.Say(c.Words) + "\n")
	}
	if r.Aside != "" {
		c.done("repair.aside", "Path", r.Aside)
	}
}
