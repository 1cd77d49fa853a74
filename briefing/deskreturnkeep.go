package briefing

import (
	"cmp"
	"context"
	"unicode/utf8"
)

// keepSaid keeps capital's words beside ours: its text as it stands, its
// comment and limits below each other. Several ministries' are told apart by
// their names.
func (in *intake) keepSaid(ctx context.Context, p *Position, row *ReviewedRow) error {
	comment := JoinText("\n", row.Comment, row.Limits)
	if comment != "" && row.now.Settled {
		comment = JoinText("\n", p.Text(FieldCapitalComment), JoinText(": ", row.Claimed.Ministry, comment))
	}
	by := JoinText(", ", row.Claimed.Name, row.Claimed.Ministry)
	place := spot{note: row.Sent.Note, block: row.Sent.Subject.Block, by: by}
	if err := in.setSaid(ctx, p, FieldCapitalText, row.Text, place); err != nil {
		return err
	}
	return in.setSaid(ctx, p, FieldCapitalComment, comment, place)
}

// spot is where words of somebody's belong.
type spot struct {
	note  ID
	block string
	by    string
}

// setSaid sets a field to words of capital's. What a field cannot hold stands
// whole in annotations, and the field ends in an ellipsis: one long cell must
// not keep a whole workbook out.
func (in *intake) setSaid(ctx context.Context, p *Position, f Field, text string, at spot) error {
	if utf8.RuneCountInString(text) <= FieldLimit {
		setWhere(p, f, text)
		return nil
	}
	p.SetText(f, string([]rune(text)[:FieldLimit-1])+"…")
	return in.annotate(ctx, at, text)
}

// annotate keeps words of somebody's on a block; where that is gone, on the
// note's first. Words too long for one annotation stand in several.
func (in *intake) annotate(ctx context.Context, at spot, text string) error {
	t, err := in.text(ctx, at.note)
	if err != nil {
		return err
	}
	b := t.Block(at.block)
	if b == nil {
		if len(t.Blocks) == 0 {
			return nil
		}
		b = &t.Blocks[0]
	}
	for _, piece := range pieces(text) {
		id, err := in.desk.newID()
		if err != nil {
			return err
		}
		a := &Annotation{
			ID: id, Note: at.note, Anchor: AnchorAt(b, 0, 0), Kind: KindRemark, Tags: []string{capitalTag}, Text: piece,
			Author: cmp.Or(at.by, in.desk.Words.Say("returned.capital")), Created: in.at, Changed: in.at,
		}
		a.Anchor.Label = t.LabelOf(b).String()
		if err := a.tidy(); err != nil {
			return err
		}
		in.others = append(in.others, Put(a, 0))
	}
	return nil
}

// pieces are a text in parts that a field holds.
func pieces(text string) []string {
	var out []string
	for runes := []rune(text); len(runes) > 0; {
		n := min(len(runes), FieldLimit)
		out, runes = append(out, string(runes[:n])), runes[n:]
	}
	return out
}
