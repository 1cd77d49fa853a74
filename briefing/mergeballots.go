package briefing

import "strconv"

// ballots reports the choices, checked against what was sent: options that
// are none of ours, and asks with too many or too few marks.
func (m *merger) ballots() {
	chosen := map[*BatchBallot]int{}
	for i := range m.r.Returned.Ballots {
		o := &m.r.Returned.Ballots[i]
		if sent := m.r.Batch.ballotWith(o.Ref); sent != nil && o.Chosen {
			chosen[sent]++
		}
	}
	for i := range m.r.Returned.Ballots {
		o := &m.r.Returned.Ballots[i]
		if !o.Chosen && o.Rank == "" && o.Comment == "" {
			continue
		}
		sent := m.r.Batch.ballotWith(o.Ref)
		f := Finding{
			Weight: WeighNew, Code: "ballot_choice", Sheet: o.Sheet, Cell: strconv.Itoa(o.Number), Ref: o.Ref,
			Is: JoinText(" · ", o.Title, o.Own, o.Rank, o.Comment), Count: chosen[sent],
		}
		m.find(f)
		if sent == nil {
			f.Weight, f.Code = WeighAsk, "ballot_foreign"
			m.find(f)
		}
	}
	for i := range m.r.Batch.Ballots {
		sent := &m.r.Batch.Ballots[i]
		if n := chosen[sent]; n > 0 && n != sent.Choose {
			m.find(Finding{Weight: WeighAsk, Code: "ballot_count", Ref: sent.Ref, Count: n})
		}
	}
}

// ballotWith is the ballot that was sent with an option, by the option's
// reference; nil where none was.
func (b *Batch) ballotWith(option string) *BatchBallot {
	key := refKey(option)
	for i := range b.Ballots {
		for _, o := range b.Ballots[i].Options {
			if refKey(o.Ref) == key {
				return &b.Ballots[i]
			}
		}
	}
	return nil
}
