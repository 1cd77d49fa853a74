package cli

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"placard/briefing"
)

// makePassphrase prints a passphrase that is out of reach of guessing.
func makePassphrase(c *call) error {
	maker, ok := c.Strength.(briefing.PassphraseMaker)
	if !ok {
		return briefing.ErrUnsupported
	}
	made, err := maker.Make()
	if err != nil {
		return err
	}
	return c.print(made)
}

func passwdFlags(c *call) { c.set.String("new-passphrase-file", "", "") }

func vaultPasswd(c *call) error {
	dir, old, fresh, err := c.secrets()
	defer clear(old)
	defer clear(fresh)
	if err != nil {
		return err
	}
	if err := c.Vaults.ChangePassphrase(c.ctx, dir, old, fresh); err != nil {
		return err
	}
	c.done("slots.changed")
	return nil
}

func vaultSlots(c *call) error {
	keeper, dir, secret, err := c.keySlots()
	defer clear(secret)
	if err != nil {
		return err
	}
	slots, err := keeper.Slots(c.ctx, dir, secret)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(slots)
	}
	for _, s := range slots {
		kind := "slots.passphrase"
		if s.Recovery {
			kind = "slots.recovery"
		}
		if err := c.print(strconv.Itoa(s.Number), c.Words.Say(kind), s.Label); err != nil {
			return err
		}
	}
	return nil
}

func slotFlags(c *call) {
	passwdFlags(c)
	c.set.String("label", "", "")
}

func slotAdd(c *call) error {
	keeper, ok := c.Vaults.(briefing.KeySlots)
	if !ok {
		return briefing.ErrUnsupported
	}
	dir, secret, fresh, err := c.secrets()
	defer clear(secret)
	defer clear(fresh)
	if err != nil {
		return err
	}
	if err := keeper.AddSlot(c.ctx, dir, secret, fresh, c.text("label")); err != nil {
		return err
	}
	c.done("slots.added")
	return nil
}

func slotRemove(c *call) error {
	number, err := strconv.Atoi(c.args[0])
	if err != nil {
		return briefing.ErrInvalid.Because(err, "Value", c.args[0])
	}
	keeper, dir, secret, err := c.keySlots()
	defer clear(secret)
	if err != nil {
		return err
	}
	if err := keeper.RemoveSlot(c.ctx, dir, secret, number); err != nil {
		return err
	}
	c.done("slots.removed")
	return nil
}

// keySlots is who keeps the slots of the vault named, and a secret of it.
func (c *call) keySlots() (briefing.KeySlots, string, []byte, error) {
	keeper, ok := c.Vaults.(briefing.KeySlots)
	if !ok {
		return nil, "", nil, briefing.ErrUnsupported
	}
	dir, err := c.folder()
	if err != nil {
		return nil, "", nil, err
	}
	secret, err := c.passphrase("cli.passphrase")
	return keeper, dir, secret, err
}

// secrets are the vault's folder, a secret that opens it and a fresh
// passphrase that is strong enough.
func (c *call) secrets() (dir string, secret, fresh []byte, err error) {
	if dir, err = c.folder(); err != nil {
		return "", nil, nil, err
	}
	if secret, err = c.passphrase("cli.passphrase"); err != nil {
		return dir, nil, nil, err
	}
	if fresh, err = c.newPassphrase(); err != nil {
		return dir, secret, nil, err
	}
	if c.Strength.Rate(string(fresh)).Score < briefing.Enough {
		err = briefing.ErrWeakPassphrase
	}
	return dir, secret, fresh, err
}

func (c *call) newPassphrase() ([]byte, error) {
	path := c.text("new-passphrase-file")
	if path == "" {
		return c.Prompt(c.Words.Say("cli.new_passphrase"))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, briefing.FileProblem(err, path)
	}
	return bytes.TrimRight(data, "\r\n"), nil
}

// mayWriteRecovery refuses to put the recovery key over a file that is there,
// before anything is made.
func (c *call) mayWriteRecovery() error {
	path := c.text("recovery")
	if path == "" {
		return nil
	}
	if ext := filepath.Ext(path); ext != ".docx" && ext != ".txt" {
		return briefing.ErrUnsupported.Because(nil, "Name", filepath.Base(path))
	}
	if _, err := os.Lstat(path); err == nil {
		return briefing.ErrInvalid.Because(os.ErrExist, "Value", path)
	}
	return nil
}

// giveRecovery prints the recovery key, once, or writes the page to print.
func (c *call) giveRecovery(sheet briefing.RecoverySheet) error {
	path := c.text("recovery")
	if path == "" {
		c.done("cli.recovery_key")
		return c.print(sheet.Key)
	}
	format := strings.TrimPrefix(cmp.Or(filepath.Ext(path), ".txt"), ".")
	err := briefing.WriteFile(path, func(w io.Writer) error {
		return c.desk.WriteRecovery(c.ctx, w, format, sheet, c.Words)
	})
	if err != nil { // the key is shown nowhere else
		c.explain(err)
		return c.print(sheet.Key)
	}
	c.done("slots.recovery_written", "Name", filepath.Base(path))
	return nil
}
