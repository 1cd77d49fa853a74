package briefing

import "slices"

// Lasting are the answers of the other ministries to the row, each by its
// last word, in the order they came. The row's own ministry is not among them.
func (r *ReviewedRow) Lasting(sha256 string) []Voice {
	own := speaker(r.Claimed.Ministry, sha256)
	place := map[string]int{}
	var out []Voice
	for _, v := range r.Others {
		who := speaker(v.Ministry, v.SHA256)
		if who == own {
			continue
		}
		if i, spoke := place[who]; spoke {
			out[i] = v
			continue
		}
		place[who] = len(out)
		out = append(out, v)
	}
	return out
}

// against tells whether two decisions cannot both stand: one lets the text go
// out, the other does not.
func (d Decision) against(other Decision) bool {
	holds := func(d Decision) bool { return d == DecisionRedraft || d == DecisionDefer }
	passes := func(d Decision) bool { return d == DecisionApprove || d == DecisionChanges }
	return passes(d) && holds(other) || holds(d) && passes(other)
}

// Against tells whether the answer of another ministry contradicts the row's:
// by its decision or by other words.
func (r *ReviewedRow) Against(v Voice) bool {
	return r.Decision.against(v.Decision) || r.Text != "" && v.Text != "" && r.Text != v.Text
}

// disagreements are what other workbooks say otherwise. Decisions that differ
// are shown: together they clear in part. Two texts are asked about: only one
// can be said. So is a ministry that answers a second time in another way.
func (m *merger) disagreements(row *ReturnedRow, r *ReviewedRow) []Finding {
	var out []Finding
	add := func(w Weight, code string, c ReviewColumn, v Voice, is string) {
		out = append(out, Finding{
			Weight: w, Code: code, Sheet: row.Sheet, Cell: row.cellOf(c), Ref: r.Ref, Column: c,
			Was: JoinText(", ", v.Person, v.Ministry, v.File), Is: is,
		})
	}
	sha := m.r.Returned.SHA256
	for _, v := range r.Lasting(sha) {
		if r.Decision.against(v.Decision) {
			add(WeighWarn, "ministries_differ", ColDecision, v, string(v.Decision))
		}
		if r.Text != "" && v.Text != "" && r.Text != v.Text {
			add(WeighAsk, "ministries_texts", ColNewText, v, clipped(v.Text))
		}
	}
	if v, spoke := r.before(sha); spoke && (v.Decision != r.Decision || v.Text != r.Text) {
		add(WeighAsk, "answered_before", ColDecision, v, JoinText(" · ", string(v.Decision), clipped(v.Text)))
	}
	return out
}

// before is the last answer of the row's own ministry in another file.
func (r *ReviewedRow) before(sha256 string) (Voice, bool) {
	own := speaker(r.Claimed.Ministry, sha256)
	for _, v := range slices.Backward(r.Others) {
		if speaker(v.Ministry, v.SHA256) == own {
			return v, true
		}
	}
	return Voice{}, false
}
