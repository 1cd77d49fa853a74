package rows

import "placard/briefing"

// cell is a delegation's stance on a subject: its own current one, else the
// one that a group it belongs to implies.
func (x *matrixBuilder) cell(s briefing.Subject, delegation briefing.ID) briefing.MatrixCell {
	own := x.on[s][delegation]
	if o := briefing.Current(own); o != nil {
		return cellOf(o, len(own))
	}
	for _, group := range x.groups {
		o := briefing.Current(x.on[s][group.ID])
		if o == nil || group.ID == delegation || !group.HadMember(delegation, o.Date) {
			continue
		}
		cell := cellOf(o, 0)
		cell.Implied = group.Name(x.w.Language())
		return cell
	}
	return briefing.MatrixCell{}
}

func cellOf(o *briefing.Observation, count int) briefing.MatrixCell {
	return briefing.MatrixCell{
		Stance: o.Stance, Text: plainText(o.Text), Source: o.Source, SourceText: plainText(o.SourceText),
		Date: o.Date, Confidence: o.Confidence, Count: count,
	}
}

// count adds a cell to its row's counts and to its gap. "Can accept" counts
// for; questions, reservations and concerns are reserved.
func count(r *briefing.MatrixRow, c briefing.MatrixCell) {
	if c.Implied != "" {
		return
	}
	switch c.Stance.Family() {
	case briefing.FamilySupports, briefing.FamilyAmended:
		r.For++
	case briefing.FamilyOpposes, briefing.FamilyRedLine:
		r.Against++
	case briefing.FamilyConcern:
		r.Reserved++
	case briefing.FamilyNeutral:
		r.Neutral++
	case briefing.FamilyUndecided:
		return
	}
	ours, haveOurs := r.Ours.Score()
	theirs, haveTheirs := c.Stance.Score()
	if !haveOurs || !haveTheirs {
		return
	}
	r.Apart = true
	r.Gap = max(r.Gap, ours-theirs, theirs-ours)
}

// long adds every observation behind a cell to the long sheet.
func (x *matrixBuilder) long(at place, c briefing.MatrixColumn, now briefing.MatrixCell) {
	known := x.on[at.Subject][c.Delegation]
	current := briefing.Current(known)
	for _, o := range known {
		x.m.Long = append(x.m.Long, briefing.MatrixObservation{
			Ref: at.Ref, Label: at.Para, Delegation: c.Name, Stance: o.Stance, Text: plainText(o.Text),
			Source: o.Source, SourceText: plainText(o.SourceText), Date: o.Date, Confidence: o.Confidence,
			Current: now.Implied == "" && o == current,
		})
	}
}
