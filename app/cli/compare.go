package cli

import (
	"slices"
	"strings"

	"placard/briefing"
)

func compareFlags(c *call) {
	c.set.Bool("changes", false, "")
	c.set.Bool("carry-over", false, "")
	c.set.Var(&list{}, "pair", "")
	c.set.Var(&list{}, "to", "")
}

// compare says what became of each passage of the first note in the second,
// after pairing by hand what --pair names.
func compare(c *call) error {
	desk, x, err := c.comparison()
	if err != nil {
		return err
	}
	if pairs := c.listed("pair"); len(pairs) > 0 {
		links, err := linksOf(x, pairs)
		if err != nil {
			return err
		}
		if err := desk.Pair(c.ctx, x.Older.Note.ID, x.Newer.Note.ID, links...); err != nil {
			return err
		}
		if x, err = desk.Compare(c.ctx, x.Older.Note.ID, x.Newer.Note.ID); err != nil {
			return err
		}
	}
	if c.yes("carry-over") {
		return c.carry(desk, x)
	}
	if c.json {
		return c.printJSON(comparisonOf(x))
	}
	return c.printPairs(x)
}

// comparison compares the first note named with the second.
func (c *call) comparison() (*briefing.Desk, *briefing.Comparison, error) {
	desk, err := c.open()
	if err != nil {
		return nil, nil, err
	}
	older, err := desk.FindNote(c.ctx, c.args[0])
	if err != nil {
		return nil, nil, err
	}
	newer, err := desk.FindNote(c.ctx, c.args[1])
	if err != nil {
		return nil, nil, err
	}
	x, err := desk.Compare(c.ctx, older.ID, newer.ID)
	return desk, x, err
}

// listed are the values of a flag that may stand several times.
func (c *call) listed(name string) []string {
	values, ok := c.set.Lookup(name).Value.(*list)
	if !ok {
		return nil
	}
	return *values
}

// linksOf reads pairs: OLD=NEW, OLD= for what was deleted, =NEW for what was
// inserted.
func linksOf(x *briefing.Comparison, pairs []string) ([]briefing.Link, error) {
	var out []briefing.Link
	for _, pair := range pairs {
		old, newer, ok := strings.Cut(pair, "=")
		if !ok || old == "" && newer == "" {
			return nil, briefing.ErrInvalid.Because(nil, "Value", pair)
		}
		var l briefing.Link
		var err error
		if l.Old, err = blockAt(x.Older.Text, old); err != nil {
			return nil, err
		}
		if l.New, err = blockAt(x.Newer.Text, newer); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// blockAt is the id of the block that a label names; empty for none.
func blockAt(t *briefing.Text, label string) (string, error) {
	if label == "" {
		return "", nil
	}
	l, err := briefing.ParseLabel(label)
	if err != nil {
		return "", err
	}
	b, err := t.Find(l)
	if err != nil {
		return "", err
	}
	return b.ID, nil
}

// printPairs prints a line a passage: what was done, old number, new number,
// words.
func (c *call) printPairs(x *briefing.Comparison) error {
	if x.Translated {
		c.done("compare.translated")
	}
	changed := 0
	for i := range x.Pairs {
		p := &x.Pairs[i]
		if !p.Fate.KeepsWords() {
			changed++
		} else if c.yes("changes") && p.Fate == briefing.FateSame {
			continue
		}
		if err := c.print(p.Fate.Say(c.Words), labelsOf(p.Old), labelsOf(p.New), markedUp(p)); err != nil {
			return err
		}
	}
	c.done("cli.compared", "Count", changed, "All", len(x.Pairs))
	return nil
}

func labelsOf(passages []briefing.Clause) string {
	var out []string
	for _, p := range passages {
		out = append(out, p.Label)
	}
	return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), ", ")
}

// markedUp is a pair's words on one line: what is gone in [−…], what is new in
// {+…}.
func markedUp(p *briefing.Pair) string {
	var b strings.Builder
	for _, s := range p.Diff() {
		switch s.Kind {
		case briefing.Same:
			b.WriteString(s.Text)
		case briefing.Gone:
			b.WriteString("[−" + s.Text + "]")
		case briefing.New:
			b.WriteString("{+" + s.Text + "}")
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ¶ ")
}
