package briefing

// cell is a delegation's stance on a subject: its own current one, else the
// one that a group it belongs to implies.
func (x *matrixBuilder) cell(s Subject, delegation ID) MatrixCell {
	own := x.on[s][delegation]
	if o := Current(own); o != nil {
		return cellOf(o, len(own))
	}
	for _, group := range x.groups {
		o := Current(x.on[s][group.ID])
		if o == nil || group.ID == delegation || !group.binds(delegation, o.Date) {
			continue
		}
		cell := cellOf(o, 0)
		cell.Implied = group.Name(x.w.Language())
		return cell
	}
	return MatrixCell{}
}

func cellOf(o *Observation, count int) MatrixCell {
	return MatrixCell{
		Stance: o.Stance, Text: plainText(o.Text), Source: o.Source, SourceText: plainText(o.SourceText),
		Date: o.Date, Confidence: o.Confidence, Count: count,
	}
}

// binds tells whether the delegation belonged to the group when it spoke. A
// membership without dates holds at all times; so does any on an undated word.
func (d *Delegation) binds(member ID, on Date) bool {
	for _, m := range d.Members {
		if m.Delegation != member {
			continue
		}
		if on == "" || (m.From == "" || m.From <= on) && (m.Until == "" || on <= m.Until) {
			return true
		}
	}
	return false
}

// count adds a cell to the row's counts and to its gap. "Can accept" counts
// for; questions, reservations and concerns are reserved.
func (r *MatrixRow) count(c MatrixCell) {
	if c.Implied != "" {
		return
	}
	switch c.Stance.Family() {
	case FamilySupports, FamilyAmended:
		r.For++
	case FamilyOpposes, FamilyRedLine:
		r.Against++
	case FamilyConcern:
		r.Reserved++
	case FamilyNeutral:
		r.Neutral++
	case FamilyUndecided:
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
func (x *matrixBuilder) long(place rowPlace, c MatrixColumn, now MatrixCell) {
	known := x.on[place.Subject][c.Delegation]
	current := Current(known)
	for _, o := range known {
		x.m.Long = append(x.m.Long, MatrixObservation{
			Ref: place.Ref, Label: place.Para, Delegation: c.Name, Stance: o.Stance, Text: plainText(o.Text),
			Source: o.Source, SourceText: plainText(o.SourceText), Date: o.Date, Confidence: o.Confidence,
			Current: now.Implied == "" && o == current,
		})
	}
}
