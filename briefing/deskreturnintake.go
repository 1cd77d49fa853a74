package briefing

import (
	"cmp"
	"context"
	"errors"
)

// takeIn brings in what needs nobody's acceptance: the file, the comments, the
// points of capital's own. It edits no position.
func (in *intake) takeIn(ctx context.Context) error {
	id, err := in.desk.newID()
	if err != nil {
		return err
	}
	back := in.r.Returned
	in.others = append(in.others, Put(&Return{
		ID: id, Batch: in.r.Batch.ID, Name: back.Name, SHA256: back.SHA256, Bytes: back.data,
		At: in.at, Author: in.by, Answers: in.r.answers(),
	}, 0))
	for i := range in.r.Rows {
		if err := in.row(ctx, &in.r.Rows[i]); err != nil {
			return err
		}
	}
	for i := range in.r.Points {
		if err := in.point(ctx, &in.r.Points[i]); err != nil {
			return err
		}
	}
	return in.loose(ctx)
}

// row marks an answered position as returned and keeps what was said beside
// its text.
func (in *intake) row(ctx context.Context, row *ReviewedRow) error {
	if row.now != nil && row.Answered() && row.State == StateSent {
		in.position(row).State = StateReturned
	}
	at := spot{note: row.Sent.Note, block: row.Sent.Subject.Block, by: JoinText(", ", row.Claimed.Name, row.Claimed.Ministry)}
	if row.Comment != "" {
		if err := in.annotate(ctx, at, row.Comment); err != nil {
			return err
		}
	}
	for _, r := range row.Remarks {
		place := at
		place.by = cmp.Or(r.Author, at.by)
		if err := in.annotate(ctx, place, r.Text); err != nil {
			return err
		}
	}
	return nil
}

// capitalTag marks what came from capital.
const capitalTag = "capital"

// text of a note, read once.
func (in *intake) text(ctx context.Context, note ID) (*Text, error) {
	if t := in.texts[note]; t != nil {
		return t, nil
	}
	t, _, err := get[*Text](ctx, in.desk.Vault, Key{Table: TableText, ID: note})
	in.texts[note] = t
	return t, err
}

// note that a workbook is on: that of its first row or choice.
func (in *intake) note() (ID, bool) {
	switch b := in.r.Batch; {
	case len(b.Rows) > 0:
		return b.Rows[0].Note, true
	case len(b.Ballots) > 0:
		return b.Ballots[0].Note, true
	}
	return ID{}, false
}

// point proposes a position where the place is named and free; else capital's
// words become an annotation.
func (in *intake) point(ctx context.Context, p *ReturnedPoint) error {
	note, ok := in.note()
	if !ok {
		return nil
	}
	t, err := in.text(ctx, note)
	if err != nil {
		return err
	}
	by := JoinText(", ", p.Text(ColByName), p.Text(ColByMinistry))
	block := ""
	if l, err := ParseLabel(p.Where); err == nil {
		if b, err := t.Find(l); err == nil {
			block = b.ID
		}
	}
	if block != "" && p.Text(ColNewText) != "" {
		done, err := in.propose(ctx, note, block, p, by)
		if done || err != nil {
			return err
		}
	}
	text := JoinText("\n", JoinText(": ", p.Where, p.About), p.Text(ColDecision), p.Text(ColNewStance),
		p.Text(ColNewText), p.Text(ColNewLimits), p.Text(ColComment))
	for _, r := range p.Remarks {
		text = JoinText("\n", text, JoinText(": ", r.Author, r.Text))
	}
	if text == "" {
		return nil
	}
	return in.annotate(ctx, spot{note, block, by}, text)
}

// propose drafts a position with capital's text beside an empty line; false
// where the subject has a position already.
func (in *intake) propose(ctx context.Context, note ID, block string, p *ReturnedPoint, by string) (bool, error) {
	x, err := in.desk.Dossier(ctx, note)
	if err != nil {
		return false, err
	}
	subject := x.SubjectOf(x.Text.Block(block))
	if x.Position(subject) != nil || in.proposed(subject) {
		return false, nil
	}
	id, err := in.desk.newID()
	if err != nil {
		return false, err
	}
	fresh := &Position{
		ID: id, Note: note, Subject: subject, State: StateDraft, Stance: Stance(p.Cells[ColNewStance].Code),
		Tags: []string{capitalTag}, Author: by, Created: in.desk.Now().UTC(),
	}
	b := x.Text.Block(block)
	fresh.Anchor, fresh.Changed = AnchorAt(b, 0, 0), fresh.Created
	fresh.Anchor.Label = x.Text.LabelOf(b).String()
	for _, said := range []struct {
		field Field
		text  string
	}{
		{FieldObjective, p.About},
		{FieldCapitalText, p.Text(ColNewText)},
		{FieldCapitalComment, JoinText("\n", p.Text(ColComment), p.Text(ColNewLimits))},
	} {
		if err := in.setSaid(ctx, fresh, said.field, said.text, spot{note, block, by}); err != nil {
			return false, err
		}
	}
	if err := fresh.check(); err != nil {
		return false, err
	}
	in.others = append(in.others, Put(fresh, 0))
	return true, nil
}

// proposed tells whether this workbook has brought a point on the subject.
func (in *intake) proposed(s Subject) bool {
	for _, c := range in.others {
		if p, ok := c.Value.(*Position); ok && p.Subject == s {
			return true
		}
	}
	return false
}

// loose keeps the remarks that stand on no row and the choices of ballots.
func (in *intake) loose(ctx context.Context) error {
	note, ok := in.note()
	if !ok {
		return nil
	}
	for _, r := range in.r.Returned.Remarks {
		if err := in.annotate(ctx, spot{note: note, by: r.Author}, JoinText("!", r.Sheet, r.Cell)+": "+r.Text); err != nil {
			return err
		}
	}
	for i := range in.r.Returned.Ballots {
		if err := in.choice(ctx, note, &in.r.Returned.Ballots[i]); err != nil {
			return err
		}
	}
	return nil
}

// choice keeps what was chosen of an option as an annotation on its ask: the
// ranking of ours stays until a person changes it.
func (in *intake) choice(ctx context.Context, note ID, o *ReturnedOption) error {
	if !o.Chosen && o.Rank == "" && o.Comment == "" {
		return nil
	}
	block := ""
	if sent := in.r.Batch.ballotWith(o.Ref); sent != nil {
		note, block = sent.Note, sent.Block
	}
	said := in.desk.Words.Say("returned.choice", "Option", cmp.Or(o.Own, o.Title), "Chosen", o.Chosen, "Rank", o.Rank)
	return in.annotate(ctx, spot{note, block, JoinText(", ", o.Person, o.Ministry)}, JoinText("\n", said, o.Comment))
}

var errNoReturn = errors.New("no such return")

// ReturnedFile gives a returned workbook's bytes, as they came. ErrNotFound.
func (d *Desk) ReturnedFile(ctx context.Context, batch ID, sha256 string) ([]byte, error) {
	back, err := d.ReturnsOf(ctx, batch)
	if err != nil {
		return nil, err
	}
	for _, r := range back {
		if r.SHA256 == sha256 {
			return r.Bytes, nil
		}
	}
	return nil, ErrNotFound.Because(errNoReturn, "Value", sha256)
}
