package cli

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"placard/briefing"
)

func packFlags(c *call) {
	exportFlags(c)
	for _, name := range []string{"copy", "items", "template"} {
		c.set.String(name, "", "")
	}
	c.set.Int("since", 0, "")
	c.set.Int("pace", briefing.WordsPerMinute, "")
	for _, name := range []string{"freeze", "with-history"} {
		c.set.Bool(name, false, "")
	}
}

func exportPack(c *call) error {
	desk, x, path, err := c.export()
	if err != nil {
		return err
	}
	order, err := c.packOrder(x, path)
	if err != nil {
		return err
	}
	contents, err := desk.PackContents(c.ctx, order)
	if err != nil {
		return err
	}
	c.say(contents)
	if len(contents.Lacking) > 0 {
		c.done("cli.lacking", "Letters", string(contents.Lacking))
	}
	return briefing.WriteFile(path, func(w io.Writer) error {
		pack, err := desk.ExportPack(c.ctx, w, order, nil)
		if err == nil {
			err = c.print(strconv.Itoa(pack.Number), path)
		}
		return err
	})
}

// packOrder is the pack that the flags ask for; the file's name says its format.
func (c *call) packOrder(x *briefing.Dossier, path string) (briefing.PackOrder, error) {
	audience, err := c.audience()
	if err != nil {
		return briefing.PackOrder{}, err
	}
	items, err := c.items(x)
	if err != nil {
		return briefing.PackOrder{}, err
	}
	order := briefing.PackOrder{
		Note: x.Note.ID, Audience: audience, Variant: briefing.Variant(c.text("variant")), Mark: c.text("mark"),
		Language: c.text("language"), Format: strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."),
		Ticked: c.ticked(), Letter: c.yes("letter"), Copy: c.text("copy"), Items: items,
		Since: c.number("since"), Pace: c.number("pace"), Freeze: c.yes("freeze"),
	}
	order.Ticked[briefing.PartHistory] = c.yes("with-history")
	if name := c.text("template"); name != "" {
		if order.Template, err = os.ReadFile(name); err != nil {
			return briefing.PackOrder{}, briefing.FileProblem(err, name)
		}
	}
	return order, nil
}

// items are the labels given, in their order; none for all.
func (c *call) items(x *briefing.Dossier) ([]briefing.Subject, error) {
	var out []briefing.Subject
	for text := range strings.SplitSeq(c.text("items"), ",") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		label, err := briefing.ParseLabel(text)
		if err != nil {
			return nil, err
		}
		b, err := x.Text.Find(label)
		if err != nil {
			return nil, err
		}
		out = append(out, x.SubjectOf(b))
	}
	return out, nil
}

func packList(c *call) error {
	desk, err := c.open()
	if err != nil {
		return err
	}
	all, err := desk.Packs(c.ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(all)
	}
	for _, p := range all {
		frozen := ""
		if p.Frozen {
			frozen = c.Words.Say("cli.frozen")
		}
		err := c.print(strconv.Itoa(p.Number), string(briefing.DateOf(p.Made)), string(p.Audience), string(p.Variant), p.Format, p.Mark, frozen)
		if err != nil {
			return err
		}
	}
	return nil
}

// packChanges says what has changed since a pack was made.
func packChanges(c *call) error {
	desk, p, err := c.pack()
	if err != nil {
		return err
	}
	shifts, err := desk.PackShifts(c.ctx, p.ID)
	if err != nil {
		return err
	}
	x, err := desk.Dossier(c.ctx, p.Notes[0])
	if err != nil {
		return err
	}
	for _, s := range shifts {
		if err := c.print(s.Place(x, c.Words), s.Say(x, c.Words)); err != nil {
			return err
		}
	}
	return nil
}

// packFile writes the exact file of a frozen pack.
func packFile(c *call) error {
	path, err := c.out()
	if err != nil {
		return err
	}
	desk, p, err := c.pack()
	if err != nil {
		return err
	}
	data, err := desk.PackFile(c.ctx, p.ID)
	if err != nil {
		return err
	}
	return briefing.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// pack is the one whose number comes first.
func (c *call) pack() (*briefing.Desk, *briefing.Pack, error) {
	desk, err := c.open()
	if err != nil {
		return nil, nil, err
	}
	all, err := desk.Packs(c.ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range all {
		if strconv.Itoa(p.Number) == c.args[0] {
			return desk, p, nil
		}
	}
	return nil, nil, briefing.ErrNotFound.Because(nil, "Value", c.args[0])
}
