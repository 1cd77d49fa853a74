package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"placard/briefing"
)

// Exit codes.
const (
	Done            = 0
	Failed          = 1
	Usage           = 2
	WrongPassphrase = 3
	Unsettled       = 4 // conflicts or doubts are left
)

// Config is what main wires.
type Config struct {
	Vaults    briefing.Vaults
	Strength  briefing.Strength
	Words     briefing.Words
	Extractor briefing.Extractor
	// Desk makes a desk on an open vault.
	Desk func(briefing.Vault) *briefing.Desk
	// Prompt asks for a passphrase on the terminal; an error where there is none.
	Prompt         func(question string) ([]byte, error)
	Getenv         func(string) string
	Stdout, Stderr io.Writer
}

// Main runs one command and returns the exit code.
func Main(ctx context.Context, c Config, args []string) int {
	command, rest := find(args)
	if command == nil {
		c.usage()
		return Usage
	}
	call := &call{Config: c, ctx: ctx, command: command}
	if err := call.parse(rest); err != nil {
		c.explain(err)
		return Usage
	}
	defer call.close()
	if err := command.run(call); err != nil {
		c.explain(err)
		return exitCode(err)
	}
	return Done
}

var errUsage = errors.New("usage")

func exitCode(err error) int {
	if p, ok := errors.AsType[*partly](err); ok {
		return exitCode(p.first)
	}
	switch {
	case errors.Is(err, errUsage):
		return Usage
	case errors.Is(err, briefing.ErrWrongPassphrase):
		return WrongPassphrase
	case errors.Is(err, briefing.ErrConflict), errors.Is(err, briefing.ErrDoubtful):
		return Unsettled
	}
	return Failed
}

// command is one verb of the command line.
type command struct {
	name  string // "position set"
	args  string // "NOTE LABEL"
	least int    // positional arguments at least
	flags func(*call)
	run   func(*call) error
}

// find takes the command with the longest name that args begin with.
func find(args []string) (*command, []string) {
	for n := min(3, len(args)); n > 0; n-- {
		name := strings.Join(args[:n], " ")
		for i := range commands {
			if commands[i].name == name {
				return &commands[i], args[n:]
			}
		}
	}
	return nil, nil
}

// Known tells whether args ask for the command line rather than the window.
func Known(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		return true
	}
	for _, c := range commands {
		if first, _, _ := strings.Cut(c.name, " "); first == args[0] {
			return true
		}
	}
	return false
}

func (c Config) usage() {
	var b strings.Builder
	b.WriteString(c.Words.Say("cli.usage") + "\n")
	for _, x := range commands {
		line := "  placard " + x.name
		if x.args != "" {
			line += " " + x.args
		}
		b.WriteString(line + "\n")
	}
	b.WriteString(c.Words.Say("cli.usage_more") + "\n")
	c.tell(b.String())
}

// explain says what happened, what is safe and what to try.
func (c Config) explain(err error) {
	if errors.Is(err, errUsage) {
		c.tell(strings.TrimPrefix(err.Error(), errUsage.Error()+": ") + "\n")
		return
	}
	if p, ok := errors.AsType[*partly](err); ok {
		c.tell(c.Words.Say("cli.import_partly", "Count", p.done, "Of", p.of) + "\n")
		return
	}
	p, ok := errors.AsType[*briefing.Problem](err)
	if _, conflict := errors.AsType[*briefing.ConflictError](err); conflict {
		p, ok = briefing.ErrConflict, true
	}
	if !ok {
		c.tell(c.Words.Say("cli.unexpected", "Detail", err.Error()) + "\n")
		return
	}
	for _, part := range []string{"what", "safe", "try"} {
		c.tell(c.Words.Say("problem."+p.Code+"."+part, p.Args...) + "\n")
	}
}

// tell writes words for people. A closed standard error is nobody's concern.
func (c Config) tell(text string) { _, _ = io.WriteString(c.Stderr, text) }

// readFile reads a document a user named.
func readFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	return data, briefing.FileProblem(err, path)
}
