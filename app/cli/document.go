package cli

import (
	"errors"
	"path/filepath"

	"placard/briefing"
)

// mostTries is how often a document's password is asked for.
const mostTries = 3

func documentFlags(c *call) { c.set.String("document-password-file", "", "") }

// recognize reads a document a user named. Where a password closes it, that
// comes from the file given, else from the terminal; without one the document's
// own problem stands.
func (c *call) recognize(desk *briefing.Desk, path string) (*briefing.Proposal, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	o := briefing.Original{Name: path, Data: data}
	if file := c.set.Lookup("document-password-file").Value.String(); file != "" {
		secret, err := firstLine(file)
		if err != nil {
			return nil, err
		}
		o.Password = string(secret)
		return desk.Recognize(c.ctx, o, nil)
	}
	p, err := desk.Recognize(c.ctx, o, nil)
	for try := 0; try < mostTries && errors.Is(err, briefing.ErrEncrypted); try++ {
		secret, refused := c.Prompt(c.Words.Say("cli.document_password", "Name", filepath.Base(path)))
		if refused != nil {
			return nil, err
		}
		o.Password = string(secret)
		p, err = desk.Recognize(c.ctx, o, nil)
	}
	return p, err
}
