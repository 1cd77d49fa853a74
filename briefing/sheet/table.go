package sheet

import "slices"

// table is a plain sheet: a row of heads that filter, a row an item.
type table[T any] struct {
	tab     string // of the catalogue's "sheet.tab."
	rows    []T
	columns []tableColumn[T]
	links   []link
}

// tableColumn is a column of a table and what it says of an item.
type tableColumn[T any] struct {
	key   string
	look  look
	width float64
	say   func(b *book, item *T) string
}

// add makes the sheet. A column that says nothing of any item is left out.
func (t table[T]) add(b *book) error {
	t.columns = slices.DeleteFunc(slices.Clone(t.columns), func(c tableColumn[T]) bool { return len(t.rows) > 0 && !c.speaks(b, t.rows) })
	p := plan{
		name: b.say("tab." + t.tab), rows: 1 + len(t.rows), filter: 1, firstHead: 1, lastHead: 1, keepRows: 1, keepColumns: 1, links: t.links,
	}
	for i, c := range t.columns {
		p.columns = append(p.columns, column{head: b.say("col." + c.key), top: lookHead, look: c.look, width: c.width})
		if c.look == lookStance {
			p.stances = append(p.stances, p.span(i+1, 2, i+1, p.rows))
		}
	}
	return b.add(p, func(g *grid) error {
		if err := g.heads(); err != nil {
			return err
		}
		for i := range t.rows {
			said := make([]string, len(t.columns))
			for j, c := range t.columns {
				said[j] = c.say(b, &t.rows[i])
			}
			if err := g.line(said...); err != nil {
				return placed(err, said[0])
			}
		}
		return nil
	})
}

// speaks tells whether the column says something of any item.
func (c tableColumn[T]) speaks(b *book, items []T) bool {
	for i := range items {
		if c.say(b, &items[i]) != "" {
			return true
		}
	}
	return false
}
