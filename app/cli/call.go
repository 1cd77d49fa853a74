package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"placard/briefing"
)

// call is one run of a command: its arguments and, once asked for, the desk.
type call struct {
	Config
	ctx     context.Context //nolint:containedctx // one call, one context
	command *command
	args    []string
	set     *flag.FlagSet
	json    bool
	vault   string
	secret  string // path of the passphrase file
	fixes   []fix  // corrections, in the order given
	desk    *briefing.Desk
}

// parse reads flags and arguments in any order.
func (c *call) parse(args []string) error {
	c.set = flag.NewFlagSet(c.command.name, flag.ContinueOnError)
	c.set.SetOutput(io.Discard)
	c.set.BoolVar(&c.json, "json", false, "")
	c.set.StringVar(&c.vault, "vault", c.Getenv("PLACARD_VAULT"), "")
	c.set.StringVar(&c.secret, "passphrase-file", "", "")
	if c.command.flags != nil {
		c.command.flags(c)
	}
	for len(args) > 0 {
		if err := c.set.Parse(args); err != nil {
			return c.misused(err.Error())
		}
		if rest := c.set.Args(); len(rest) > 0 {
			c.args, args = append(c.args, rest[0]), rest[1:]
		} else {
			args = nil
		}
	}
	if len(c.args) < c.command.least {
		return c.misused("")
	}
	return nil
}

// misused explains how the command is called.
func (c *call) misused(why string) error {
	text := c.Words.Say("cli.call", "Command", strings.TrimSpace(c.command.name+" "+c.command.args))
	if why != "" {
		text = why + "\n" + text
	}
	return fmt.Errorf("%w: %s", errUsage, text)
}

func (c *call) close() {
	if c.desk == nil {
		return
	}
	if err := c.desk.Close(); err != nil {
		c.explain(err)
	}
}

// given tells whether a flag stood on the command line.
func (c *call) given(name string) bool {
	found := false
	c.set.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// passphrase reads the secret from the file given, else from the terminal.
func (c *call) passphrase(question string) ([]byte, error) {
	if c.secret == "" {
		return c.Prompt(c.Words.Say(question))
	}
	return firstLine(c.secret)
}

// firstLine reads a secret that somebody wrote into a file.
func firstLine(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, briefing.FileProblem(err, path)
	}
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

func (c *call) folder() (string, error) {
	if c.vault == "" {
		return "", c.misused(c.Words.Say("cli.which_vault"))
	}
	return c.vault, nil
}

// open unlocks the vault once and makes the desk.
func (c *call) open() (*briefing.Desk, error) {
	if c.desk != nil {
		return c.desk, nil
	}
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	secret, err := c.passphrase("cli.passphrase")
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	vault, err := c.Vaults.Open(c.ctx, dir, secret)
	if err != nil {
		return nil, err
	}
	c.desk = c.Desk(vault)
	c.warnOfPlace(dir)
	c.warnOfRollback(vault)
	c.sayOpened(c.desk)
	return c.desk, nil
}

// dossier opens the vault and reads what is held on the note named first.
func (c *call) dossier() (*briefing.Desk, *briefing.Dossier, error) {
	desk, err := c.open()
	if err != nil {
		return nil, nil, err
	}
	note, err := desk.FindNote(c.ctx, c.args[0])
	if err != nil {
		return nil, nil, err
	}
	x, err := desk.Dossier(c.ctx, note.ID)
	return desk, x, err
}

// place is the dossier of the first argument and the block of the second.
func (c *call) place() (*briefing.Desk, *briefing.Dossier, *briefing.Block, error) {
	desk, x, err := c.dossier()
	if err != nil {
		return nil, nil, nil, err
	}
	label, err := briefing.ParseLabel(c.args[1])
	if err != nil {
		return nil, nil, nil, err
	}
	b, err := x.Text.Find(label)
	return desk, x, b, err
}

// print writes a line of data.
func (c *call) print(parts ...string) error {
	_, err := io.WriteString(c.Stdout, strings.Join(parts, "\t")+"\n")
	return err
}

// printJSON writes a value as indented JSON.
func (c *call) printJSON(v any) error {
	e := json.NewEncoder(c.Stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// done says in words that something was saved.
func (c *call) done(key string, args ...any) { c.tell(c.Words.Say(key, args...) + "\n") }

// list is a flag that may stand several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

// Set adds a value.
func (l *list) Set(s string) error {
	if !slices.Contains(*l, s) {
		*l = append(*l, s)
	}
	return nil
}
