package main

import (
	"log/slog"
	"os"
	"os/exec"

	"placard/app/cli"
)

// restart starts a fresh program and has this one end, so that nothing of what
// it held stays in memory: the new window asks for the passphrase of the vault
// in dir.
func restart(dir string) int {
	self, err := os.Executable()
	if err == nil {
		fresh := exec.Command(self)
		fresh.Env = withVault(dir)
		err = fresh.Start()
	}
	if err != nil {
		slog.Error("start anew", "error", err)
		return cli.Failed
	}
	return cli.Done
}
