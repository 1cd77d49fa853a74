package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// BuildReview makes capital's workbook of the positions that choice picks,
// and fills the manifest of its batch with what is sent, word for word.
// ErrInvalid where the gate is not capital's, ErrNothingToExport where no
// position and no ballot is left to send. b itself is not changed.
func BuildReview(d *Dossier, b *Batch, choice ReviewChoice, g Gate, words Words) (*Review, error) {
	if g.Audience != ForCapital {
		return nil, ErrInvalid.Because(nil, "Value", string(g.Audience))
	}
	r := &Review{
		Batch: *b, Title: d.Note.Title, Meeting: d.sayMeeting(words), From: d.Settings.Delegation,
		Mark: firstText(b.Mark, d.Settings.Mark), Demo: d.sayDemo(words), Languages: []string{words.Language()},
		Restricted: g.Open(PartRestricted, false), Others: g.Open(PartOthersOpen, false), Remarks: g.Open(PartAnnotations, false),
	}
	r.Batch.Rows = nil
	build := reviewBuilder{d: d, g: g, w: words, r: r}
	build.rows(choice)
	build.ballots(choice)
	if len(r.Rows) == 0 && len(r.Ballots) == 0 {
		return nil, ErrNothingToExport
	}
	return r, nil
}

// reviewBuilder is the work of one BuildReview.
type reviewBuilder struct {
	d *Dossier
	g Gate
	w Words
	r *Review
}

func (x *reviewBuilder) rows(choice ReviewChoice) {
	chosen := map[Subject]*Position{}
	var held []Subject
	for _, p := range x.d.Positions {
		if choice.picks(p) {
			chosen[p.Subject] = p
			held = append(held, p.Subject)
		}
	}
	columns := x.r.Columns()
	for _, place := range x.d.rowPlaces(held, x.w) {
		p := chosen[place.Subject]
		if p == nil {
			continue
		}
		seen := x.g.Position(p)
		if seen == nil {
			continue
		}
		x.r.Mark = HighestMark(append(shownMarks(seen, reviewFields), x.r.Mark)...)
		row := x.row(place, seen)
		row.ID, row.Base = p.ID.String(), strconv.FormatUint(x.d.Base(p), 10)
		x.send(columns, row, p)
	}
}

// picks tells whether the position goes along.
func (c ReviewChoice) picks(p *Position) bool {
	if c.Ministry != "" && !strings.EqualFold(strings.TrimSpace(p.Text(FieldMinistry)), strings.TrimSpace(c.Ministry)) {
		return false
	}
	if c.Positions != nil {
		return slices.Contains(c.Positions, p.ID)
	}
	return p.State == StateDraft || p.State == StateReady
}

// reviewFields are the fields that a row shows.
var reviewFields = []Field{
	FieldLine, FieldPoints, FieldSpeakingNote, FieldQuestion, FieldMinistry, FieldOurAnswer, FieldFallback, FieldRedLine,
}

// row is what capital sees of a position that has passed the gate.
func (x *reviewBuilder) row(place rowPlace, p *Position) ReviewRow {
	say := func(f Field) string { return plainText(p.Text(f)) }
	row := ReviewRow{
		Ref: place.Ref, Item: place.Section, Para: place.Para, Text: place.wholeText(),
		Ask: place.Ask, Stance: p.Stance, Family: p.Stance.Family(), Line: say(FieldLine),
		Points: firstText(say(FieldPoints), say(FieldSpeakingNote)), Question: say(FieldQuestion),
		Ministry: say(FieldMinistry), ReplyBy: p.Due, OurAnswer: say(FieldOurAnswer),
	}
	if row.ReplyBy == "" {
		row.ReplyBy = x.r.Batch.Due
	}
	if x.r.Restricted {
		row.Fallback, row.RedLine = say(FieldFallback), say(FieldRedLine)
	}
	if x.r.Others {
		row.OthersStances = x.others(place.Subject)
	}
	if x.r.Remarks {
		row.Remarks = x.remarks(place.Subject.Block)
	}
	return row
}

// send puts the row into the workbook and, as the workbook will say it, into
// the manifest.
func (x *reviewBuilder) send(columns []ReviewColumn, row ReviewRow, p *Position) {
	sent := make(map[string]string, len(columns))
	for _, c := range columns {
		if !c.Input() && c != ColSum {
			sent[string(c)] = row.Cell(c, x.w)
		}
	}
	row.Sum = rowSum(columns, sent)
	sent[string(ColSum)] = row.Sum
	ref, _ := ParseRef(row.Ref)
	x.r.Rows = append(x.r.Rows, row)
	x.r.Batch.Rows = append(x.r.Batch.Rows, BatchRow{
		Ref: ref, Note: p.Note, Position: p.ID, Base: x.d.Base(p), Subject: p.Subject, Sent: sent, Sum: row.Sum,
	})
}

// others lists the stances known of a subject, a line a delegation.
func (x *reviewBuilder) others(s Subject) string {
	by := map[ID][]*Observation{}
	var order []ID
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
		now := Current(by[id])
		lines = append(lines, x.w.Say("sheet.other", "Name", x.d.delegationName(id, x.w), "Stance", now.Stance.Say(x.w),
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

func (d *Dossier) delegationName(id ID, w Words) string {
	if x := d.Delegation(id); x != nil {
		return x.Name(w.Language())
	}
	return w.Say("sheet.unnamed")
}

// sayMeeting is the session prepared for, with its dates.
func (d *Dossier) sayMeeting(w Words) string {
	if len(d.Meetings) == 0 {
		return joinText(", ", d.Note.Body, sayDate(w, d.Note.MeetingDate))
	}
	m := d.Meetings[0]
	return joinText(", ", m.Title, sayDates(w, m.Start, m.End))
}

// sayDemo is the word that a demo vault prints on every page; empty elsewhere.
func (d *Dossier) sayDemo(w Words) string {
	demo := d.Settings.Demo
	for _, m := range d.Meetings {
		demo = demo || m.Demo
	}
	if !demo {
		return ""
	}
	return w.Say("sheet.demo")
}
