package sheet

import (
	"strconv"
	"strings"

	"placard/briefing"
)

// The columns of the Options sheet.
const (
	ballotRef = iota
	ballotOption
	ballotText
	ballotOurs
	ballotChoice
	ballotRank
	ballotComment
	ballotMinistry
	ballotName
	ballotDate
	ballotWidth
)

// chosen is the mark that capital sets beside an option.
const chosen = "X"

// addBallots is the sheet of choices: of each ask, k of n options and an own
// one where the note allows it, with a line that counts what was chosen.
func addBallots(b *book, r *briefing.Review) error {
	if len(r.Ballots) == 0 {
		return nil
	}
	p := ballotPlan(b, r)
	return b.add(p, func(g *grid) error {
		if err := b.titles(g, p.name, r.Mark, b.say("ballot.what")); err != nil {
			return err
		}
		for i := range r.Ballots {
			if err := addBallot(g, &r.Ballots[i]); err != nil {
				return placed(err, r.Ballots[i].Ref)
			}
		}
		return nil
	})
}

// Rows above the first ballot, and of a ballot beside its options: a blank
// row, the ask, its text, the heads, the check.
const (
	ballotTop   = 3
	ballotAbove = 4
	ballotRows  = ballotAbove + 1
)

func ballotPlan(b *book, r *briefing.Review) plan {
	p := plan{name: b.say("tab.options"), protected: true, columns: make([]column, ballotWidth)}
	set := func(i int, key string, l look, width float64) {
		top := lookHead
		if l == lookInput || l == lookDate {
			top = lookFill
		}
		p.columns[i] = column{head: b.say("col." + key), top: top, look: l, width: width}
	}
	set(ballotRef, "ref", lookRef, 24)
	set(ballotOption, "option", lookLocked, 26)
	set(ballotText, "text", lookSmall, 58)
	set(ballotOurs, "our_place", lookLocked, 9)
	set(ballotChoice, "choice", lookInput, 9)
	set(ballotRank, "rank", lookInput, 9)
	set(ballotComment, "comment", lookInput, 28)
	set(ballotMinistry, "by_ministry", lookInput, 13)
	set(ballotName, "by_name", lookInput, 14)
	set(ballotDate, "by_date", lookDate, 12)
	row := ballotTop
	for _, ballot := range r.Ballots {
		first, last := row+ballotAbove+1, row+ballotAbove+len(ballot.Options)
		p.lists = append(p.lists, b.ballotLists(p, ballot, first, last)...)
		p.dates = append(p.dates, p.span(ballotDate+1, first, ballotDate+1, last))
		row = last + 1
	}
	p.rows = row
	return p
}

func (b *book) ballotLists(p plan, ballot briefing.Ballot, first, last int) []list {
	places := make([]string, len(ballot.Options))
	for i := range places {
		places[i] = strconv.Itoa(i + 1)
	}
	return []list{
		{
			ranges: p.span(ballotChoice+1, first, ballotChoice+1, last), words: []string{chosen},
			title: b.say("col.choice"), prompt: b.say("prompt.choice", "Count", ballot.Choose),
		},
		{
			ranges: p.span(ballotRank+1, first, ballotRank+1, last), words: places,
			title: b.say("col.rank"), prompt: b.say("prompt.rank"),
		},
	}
}

func addBallot(g *grid, ballot *briefing.Ballot) error {
	b := g.book
	if err := g.write(); err != nil {
		return err
	}
	what := joined(": ", b.say("ballot.para", "Para", ballot.Para), ballot.Ask)
	if err := g.write(text(lookRef, ballot.Ref), text(lookLead, what)); err != nil {
		return err
	}
	if err := g.wide(ballotRef+1, ballotWidth, text(lookSmall, ballot.Text)); err != nil {
		return err
	}
	if err := g.heads(); err != nil {
		return err
	}
	first := g.row + 1
	for _, o := range ballot.Options {
		if err := g.write(ballotCells(g.plan, o)...); err != nil {
			return err
		}
	}
	return g.write(ballotCheck(b, ballot.Choose, first, g.row)...)
}

func ballotCells(p plan, o briefing.BallotOption) []cell {
	cells := make([]cell, ballotWidth)
	for i, c := range p.columns {
		cells[i] = text(c.look, "")
	}
	cells[ballotRef].text, cells[ballotOption].text, cells[ballotText].text = o.Ref, o.Title, o.Text
	if o.Place > 0 {
		cells[ballotOurs].text = strconv.Itoa(o.Place)
	}
	if o.Own {
		cells[ballotText].look = lookInput // theirs to propose
	}
	return cells
}

// ballotCheck counts the marks of a ballot as they are set.
func ballotCheck(b *book, choose, first, last int) []cell {
	count := "COUNTIF(" + cellName(ballotChoice+1, first) + ":" + cellName(ballotChoice+1, last) + "," + quoted(chosen) + ")"
	right := b.say("ballot.right", "Count", choose)
	wrong := b.say("ballot.wrong", "Count", choose)
	cells := make([]cell, ballotChoice+1)
	for i := range cells {
		cells[i].look = lookPlain
	}
	cells[ballotChoice] = cell{
		look: lookLead, text: "0 " + wrong,
		formula: "IF(" + count + "=" + strconv.Itoa(choose) + "," + quoted(right) + "," + count + "&" + quoted(" "+wrong) + ")",
	}
	return cells
}

// joined joins the texts that are not empty.
func joined(by string, texts ...string) string {
	var said []string
	for _, t := range texts {
		if t != "" {
			said = append(said, t)
		}
	}
	return strings.Join(said, by)
}
