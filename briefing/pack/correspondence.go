package pack

import "placard/briefing"

// correspondence is the table against the note that this one revises: new
// number, old number, what was done, our position then. What is the same is
// counted in a line.
func (b *build) correspondence() []briefing.PaperBlock {
	if b.d.Against == nil {
		return nil
	}
	t := b.d.Against.Correspondence(b.g)
	rows := [][]briefing.PaperCell{headCells(
		b.w.Say("pack.col.new_number"), b.w.Say("pack.col.old_number"), b.w.Say("pack.col.fate"), b.w.Say("pack.col.text"), b.w.Say("pack.col.stance_then"),
	)}
	same := 0
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Fate == briefing.FateSame {
			same++
			continue
		}
		rows = append(rows, b.correspondenceRow(r))
	}
	b.note(t.Mark)
	var out []briefing.PaperBlock
	if same > 0 {
		out = append(out, paperPlain(briefing.PaperSmall, b.w.Say("pack.same", "Count", same)))
	}
	if len(rows) > 1 {
		out = append(out, paperTable([]int{11, 11, 18, 40, 20}, rows...))
	}
	return section(1, b.w.Say("pack.correspondence", "Older", t.Older), out)
}

func (b *build) correspondenceRow(r *briefing.CorrespondenceRow) []briefing.PaperCell {
	then := b.stanceCell(&briefing.Position{Stance: r.Stance})
	if r.State != briefing.StateNone {
		then.Runs = append(then.Runs, briefing.PaperRun{Text: ", " + b.w.Say("state."+string(r.State))})
	}
	return []briefing.PaperCell{cell(r.New), cell(r.Old), cell(r.Fate.Say(b.w)), cell(shorten(r.Text, 120)), then}
}
