package rows

import (
	"cmp"
	"strconv"
	"strings"

	"placard/briefing"
)

// Review makes capital's workbook of the positions that choice picks,
// and fills the manifest of its batch with what is sent, word for word.
// ErrInvalid where the gate is not capital's, ErrNothingToExport where no
// position and no ballot is left to send. b itself is not changed.
func (Builder) Review(d *briefing.Dossier, b *briefing.Batch, choice briefing.ReviewChoice, g briefing.Gate, words briefing.Words) (*briefing.Review, error) {
	if g.Audience != briefing.ForCapital {
		return nil, briefing.ErrInvalid.Because(nil, "Value", string(g.Audience))
	}
	r := &briefing.Review{
		Batch: *b, Title: d.Note.Title, Meeting: sayMeeting(d, words), From: d.Settings.Delegation,
		Mark: cmp.Or(b.Mark, d.Settings.Mark), Demo: sayDemo(d, words), Languages: []string{words.Language()},
		Restricted: g.Open(briefing.PartRestricted, false), Others: g.Open(briefing.PartOthersOpen, false), Remarks: g.Open(briefing.PartAnnotations, false),
		Rounds: len(choice.Earlier) > 0 && g.Open(briefing.PartCapital, false),
	}
	r.Batch.Rows, r.Batch.Ballots = nil, nil
	build := reviewBuilder{d: d, g: g, w: words, r: r, earlier: choice.Earlier}
	build.rows(choice)
	build.ballots(choice)
	if len(r.Rows) == 0 && len(r.Ballots) == 0 {
		return nil, briefing.ErrNothingToExport
	}
	return r, nil
}

// reviewBuilder is one review in the making.
type reviewBuilder struct {
	d *briefing.Dossier
	g briefing.Gate
	w briefing.Words
	r *briefing.Review

	earlier map[briefing.ID][]briefing.EarlierRound
}

func (x *reviewBuilder) rows(choice briefing.ReviewChoice) {
	chosen := map[briefing.Subject]*briefing.Position{}
	var held []briefing.Subject
	for _, p := range x.d.Positions {
		if choice.Picks(p) {
			chosen[p.Subject] = p
			held = append(held, p.Subject)
		}
	}
	columns := x.r.Columns()
	for _, at := range places(x.d, held, x.w) {
		p := chosen[at.Subject]
		if p == nil {
			continue
		}
		seen := x.g.Position(p)
		if seen == nil {
			continue
		}
		x.r.Mark = briefing.HighestMark(append(shownMarks(seen, reviewFields), x.r.Mark)...)
		row := x.row(at, seen)
		row.ID, row.Base = p.ID.String(), strconv.FormatUint(x.d.Base(p), 10)
		if x.r.Rounds {
			row.Changed, row.Earlier = x.changed(row, x.earlier[p.ID]), x.rounds(x.earlier[p.ID])
		}
		x.send(columns, row, p)
	}
}

// reviewFields are the fields that a row shows.
var reviewFields = []briefing.Field{
	briefing.FieldLine, briefing.FieldPoints, briefing.FieldSpeakingNote, briefing.FieldQuestion, briefing.FieldMinistry, briefing.FieldOurAnswer, briefing.FieldFallback, briefing.FieldRedLine,
}

// row is what capital sees of a position that has passed the gate.
func (x *reviewBuilder) row(at place, p *briefing.Position) briefing.ReviewRow {
	say := func(f briefing.Field) string { return plainText(p.Text(f)) }
	row := briefing.ReviewRow{
		Ref: at.Ref, Item: at.Section, Para: at.Para, Text: at.wholeText(),
		Ask: at.Ask, Stance: p.Stance, Family: p.Stance.Family(), Line: say(briefing.FieldLine),
		Points: cmp.Or(say(briefing.FieldPoints), say(briefing.FieldSpeakingNote)), Question: say(briefing.FieldQuestion),
		Ministry: say(briefing.FieldMinistry), ReplyBy: p.Due, OurAnswer: say(briefing.FieldOurAnswer),
	}
	if row.ReplyBy == "" {
		row.ReplyBy = x.r.Batch.Due
	}
	if x.r.Restricted {
		row.Fallback, row.RedLine = say(briefing.FieldFallback), say(briefing.FieldRedLine)
	}
	if x.r.Others {
		row.OthersStances = x.others(at.Subject)
	}
	if x.r.Remarks {
		row.Remarks = x.remarks(at.Subject.Block)
	}
	return row
}

// send puts the row into the workbook and, as the workbook will say it, into
// the manifest.
func (x *reviewBuilder) send(columns []briefing.ReviewColumn, row briefing.ReviewRow, p *briefing.Position) {
	sent := make(map[string]string, len(columns))
	for _, c := range columns {
		if !c.Input() && c != briefing.ColSum {
			sent[string(c)] = row.Cell(c, x.w)
		}
	}
	row.Sum = rowSum(columns, sent)
	sent[string(briefing.ColSum)] = row.Sum
	ref, _ := briefing.ParseRef(row.Ref)
	x.r.Rows = append(x.r.Rows, row)
	x.r.Batch.Rows = append(x.r.Batch.Rows, briefing.BatchRow{
		Ref: ref, Note: p.Note, Position: p.ID, Base: x.d.Base(p), Subject: p.Subject, Sent: sent, Sum: row.Sum,
	})
}

// others lists the stances known of a subject, a line a delegation.
func (x *reviewBuilder) others(s briefing.Subject) string {
	by := map[briefing.ID][]*briefing.Observation{}
	var order []briefing.ID
	for _, o := range x.d.ObservationsOn(s) {
		seen := x.g.Observation(o)
		if seen == nil {
			continue
		}
		if by[o.Delegation] == nil {
			order = append(order, o.Delegation)
		}
		by[o.Delegation] = append(by[o.Delegation], seen)
	}
	var lines []string
	for _, id := range order {
		now := briefing.Current(by[id])
		lines = append(lines, x.w.Say("sheet.other", "Name", delegationName(x.d, id, x.w), "Stance", now.Stance.Say(x.w),
			"Source", x.w.Say("source."+string(now.Source)), "Date", string(now.Date), "Text", plainText(now.Text)))
	}
	return strings.Join(lines, "\n")
}

// remarks lists the annotations of a block, a line each.
func (x *reviewBuilder) remarks(block string) string {
	var lines []string
	for _, a := range x.d.AnnotationsOn(block) {
		if seen := x.g.Annotation(a); seen != nil && !seen.Private {
			lines = append(lines, x.w.Say("annotation.kind."+string(seen.Kind))+": "+plainText(seen.Text))
		}
	}
	return strings.Join(lines, "\n")
}

func delegationName(d *briefing.Dossier, id briefing.ID, w briefing.Words) string {
	if x := d.Delegation(id); x != nil {
		return x.Name(w.Language())
	}
	return w.Say("sheet.unnamed")
}

// sayMeeting is the session prepared for, with its dates.
func sayMeeting(d *briefing.Dossier, w briefing.Words) string {
	if len(d.Meetings) == 0 {
		return briefing.JoinText(", ", d.Note.Body, d.Note.MeetingDate.Say(w))
	}
	m := d.Meetings[0]
	return briefing.JoinText(", ", m.Title, m.SayDates(w))
}

// sayDemo is the word that a demo vault prints on every page; empty elsewhere.
func sayDemo(d *briefing.Dossier, w briefing.Words) string {
	demo := d.Settings.Demo
	for _, m := range d.Meetings {
		demo = demo || m.Demo
	}
	if !demo {
		return ""
	}
	return w.Say("sheet.demo")
}
