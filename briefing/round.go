package briefing

// Closed tells whether capital has nothing left to say on the position: it is
// cleared as it stands, or it is out of use or the meeting past it.
func (p *Position) Closed() bool {
	if p.Archived != "" {
		return true
	}
	switch p.State {
	case StateCleared, StateClearedChanged, StateDelivered:
		return !p.Stale
	case StateNotDelivered, StateOvertaken:
		return true
	case StateNone, StateDraft, StateReady, StateSent, StateReturned, StatePartlyCleared, StateRedraft,
		StateDeferred, StateNoObjection:
		return false
	}
	return false
}

// OpenRows are the positions of a batch that the next round takes along, of
// those that are held now.
func (b *Batch) OpenRows(positions []*Position) []ID {
	sent := map[ID]bool{}
	for i := range b.Rows {
		sent[b.Rows[i].Position] = true
	}
	out := []ID{}
	for _, p := range positions {
		if sent[p.ID] && !p.Closed() {
			out = append(out, p.ID)
		}
	}
	return out
}

// earlierRounds are the trips that each position has made before, the newest
// first, no more than so many. Batches that were taken back do not count.
func earlierRounds(batches []*Batch, back map[ID][]*Return, atMost int) map[ID][]EarlierRound {
	out := map[ID][]EarlierRound{}
	for _, b := range batches { // the newest first
		if b.State == BatchClosed || b.State == BatchRejected {
			continue
		}
		answers := map[ID][]ReturnAnswer{}
		for _, r := range back[b.ID] {
			for _, a := range r.Answers {
				answers[a.Position] = append(answers[a.Position], a)
			}
		}
		for i := range b.Rows {
			row := &b.Rows[i]
			if len(out[row.Position]) < atMost {
				out[row.Position] = append(out[row.Position], EarlierRound{
					Number: b.Number, At: b.Created, Sent: row.Sent, Answers: answers[row.Position],
				})
			}
		}
	}
	return out
}
