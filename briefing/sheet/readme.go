package sheet

import (
	"strconv"
	"strings"

	"placard/briefing"
)

// addReadMe is capital's page of instructions: what this is, by when, whom to
// ask, and what to do in ten lines.
func addReadMe(b *book, r *briefing.Review) error {
	facts := readMeFacts(b, r)
	lines := readMeLines(b, r)
	p := plan{
		name: b.say("tab.readme"), portrait: true, protected: true, rows: 4 + len(facts) + len(lines),
		columns: []column{{look: lookStrong, width: 20}, {look: lookPlain, width: 88}},
	}
	return b.add(p, func(g *grid) error {
		if err := b.titles(g, r.Title, r.Mark, r.Meeting); err != nil {
			return err
		}
		for _, fact := range facts {
			if err := g.line(fact...); err != nil {
				return err
			}
		}
		if err := g.write(); err != nil {
			return err
		}
		for i, l := range lines {
			if err := g.line(strconv.Itoa(i+1), l); err != nil {
				return err
			}
		}
		return nil
	})
}

// titles begins a sheet with its title, its mark and a line below.
func (b *book) titles(g *grid, title, mark, below string) error {
	if b.margins.demo != "" {
		mark = b.margins.demo + " · " + mark
	}
	for _, c := range []cell{text(lookTitle, title), text(lookMark, mark), text(lookFree, below)} {
		if err := g.write(c); err != nil {
			return err
		}
	}
	return nil
}

func readMeFacts(b *book, r *briefing.Review) [][]string {
	all := [][]string{
		{b.say("fact.batch"), b.margins.reference},
		{b.say("fact.from"), r.From},
		{b.say("fact.to"), r.Batch.To},
		{b.say("fact.due"), r.Batch.Due.Say(b.words)},
		{b.say("fact.contact"), r.Contact},
		{b.say("fact.mark"), r.Mark},
		{b.say("fact.holds"), b.contents(r)},
	}
	var known [][]string
	for _, fact := range all {
		if fact[1] != "" {
			known = append(known, fact)
		}
	}
	return known
}

// contents says what travels in the workbook.
func (b *book) contents(r *briefing.Review) string {
	held := []string{b.say("holds.rows", "Count", len(r.Rows))}
	if n := len(r.Ballots); n > 0 {
		held = append(held, b.say("holds.ballots", "Count", n))
	}
	for _, extra := range []struct {
		key   string
		along bool
	}{{"restricted", r.Restricted}, {"others", r.Others}, {"remarks", r.Remarks}, {"rounds", r.Rounds}} {
		if extra.along {
			held = append(held, b.say("holds."+extra.key))
		}
	}
	return strings.Join(held, "; ")
}

func readMeLines(b *book, r *briefing.Review) []string {
	names := []any{"Review", b.say("tab.review"), "Options", b.say("tab.options"), "Points", b.say("tab.points")}
	lines := []string{b.say("readme.what", names...)}
	if r.Batch.Due != "" {
		lines = append(lines, b.say("readme.due", "Date", r.Batch.Due.Say(b.words)))
	} else {
		lines = append(lines, b.say("readme.soon"))
	}
	for _, key := range []string{"where", "decision", "text", "stance", "options", "points", "free", "sign"} {
		if key == "options" && len(r.Ballots) == 0 {
			continue
		}
		lines = append(lines, b.say("readme."+key, names...))
	}
	return lines
}
