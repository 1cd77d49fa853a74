package main

import (
	"log/slog"
	"os/exec"

	"placard/app/cli"
)

// restart starts a fresh program and has this one end, so that nothing of what
// it held stays in memory: the new window asks for the passphrase of the vault
// in dir.
func restart(self, dir string) int {
	fresh := exec.Command(self)
	fresh.Env = withVault(dir)
	if err := fresh.Start(); err != nil {
		slog.Error("start anew", "error", err)
		return cli.Failed
	}
	return cli.Done
}
