//go:build unix

package main

import (
	"log/slog"
	"os"
	"syscall"

	"placard/app/cli"
)

// restart puts a fresh program in the place of this one, so that nothing of
// what it held stays in memory: its window asks for the passphrase of the
// vault in dir.
func restart(self, dir string) int {
	err := syscall.Exec(self, os.Args[:1], withVault(dir))
	slog.Error("start anew", "error", err)
	return cli.Failed
}
