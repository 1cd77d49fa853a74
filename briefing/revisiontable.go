package briefing

// Correspondence is the table of two versions of a note: new number, old
// number, what was done, our position then. It has passed the gate.
type Correspondence struct {
	Older, Newer string // as people name the notes
	Translated   bool
	Mark         string // the highest of what is shown
	Shown        map[Part]bool
	Rows         []CorrespondenceRow
}

// CorrespondenceRow is one passage, or one position on it where there are
// several.
type CorrespondenceRow struct {
	New, Old string // labels, several joined by commas; empty for none
	Fate     Fate
	Text     string // of the newer version; of the older where it was deleted
	Stance   Stance
	State    PositionState
	Stale    bool
	Line     string
}

// Correspondence builds the table for an audience. Passages without a number
// that did not change are left out.
func (c *Comparison) Correspondence(g Gate) *Correspondence {
	t := &Correspondence{
		Older: c.Older.Note.name(), Newer: c.Newer.Note.name(), Translated: c.Translated, Shown: map[Part]bool{},
	}
	for _, p := range Parts {
		t.Shown[p] = g.Open(p, true)
	}
	for i := range c.Pairs {
		c.tabulate(t, &c.Pairs[i], g)
	}
	return t
}

// tabulate adds the rows of one pair.
func (c *Comparison) tabulate(t *Correspondence, p *Pair, g Gate) {
	row := CorrespondenceRow{New: labelsOf(p.New), Old: labelsOf(p.Old), Fate: p.Fate}
	row.Text = wholeText(p.New)
	if len(p.New) == 0 {
		row.Text = wholeText(p.Old)
	}
	ours := false
	for _, x := range c.Older.positionsIn(p.Old) {
		seen := g.Position(x)
		if seen == nil {
			continue
		}
		ours = true
		said := row
		said.Stance, said.State, said.Stale, said.Line = seen.Stance, seen.State, seen.Stale, seen.Text(FieldLine)
		t.Mark = HighestMark(t.Mark, seen.Mark, seen.Marks[FieldLine])
		t.Rows = append(t.Rows, said)
	}
	if !ours && (row.New != "" || row.Old != "" || p.Fate != FateSame) {
		t.Rows = append(t.Rows, row)
	}
}

func labelsOf(passages []Clause) string {
	labels := make([]string, len(passages))
	for i := range passages {
		labels[i] = passages[i].Label
	}
	return JoinText(", ", labels...)
}
