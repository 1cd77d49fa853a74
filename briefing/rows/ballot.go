package rows

import (
	"slices"

	"placard/briefing"
)

// ballots are the choices that capital has to make. A choice of single
// positions or of a ministry takes only the ballots of asks it touches.
func (x *reviewBuilder) ballots(choice briefing.ReviewChoice) {
	touched := map[string]bool{}
	for _, row := range x.r.Batch.Rows {
		touched[row.Subject.Ask] = true
	}
	all := choice.Positions == nil && choice.Ministry == ""
	for _, a := range x.d.Asks {
		if a.Choose > 0 && len(a.Options) > 0 && a.State != briefing.AskRefused && a.State != briefing.AskMerged && (all || touched[a.Code]) {
			ballot := x.ballot(a)
			x.r.Ballots = append(x.r.Ballots, ballot)
			x.r.Batch.Ballots = append(x.r.Batch.Ballots, sentBallot(x.d.Note.ID, a, ballot))
		}
	}
}

func (x *reviewBuilder) ballot(a *briefing.Ask) briefing.Ballot {
	on := briefing.Subject{Kind: briefing.OnAsk, Block: a.Block, Ask: a.Code}
	ballot := briefing.Ballot{
		Ref: briefing.CheckedRef(rowRef(x.d, on)), Ask: sayAsk(x.d, on, x.w), Choose: a.Choose, OwnOption: a.OwnOption,
	}
	if b := x.d.Text.Block(a.Block); b != nil {
		ballot.Para, ballot.Text = sayPlace(x.d, b, x.w), wholeOf(b, continuations(x.d))
	}
	ours := &briefing.Position{}
	if p := x.d.Position(on); p != nil {
		if seen := x.g.Position(p); seen != nil {
			ours = seen
		}
	}
	for _, o := range a.Options {
		ballot.Options = append(ballot.Options, x.ballotOption(a, o, ours))
	}
	hasOwn := slices.ContainsFunc(a.Options, func(o briefing.Option) bool { return o.Code == briefing.OwnOption })
	if a.OwnOption && !hasOwn {
		own := briefing.Option{Code: briefing.OwnOption, Block: a.Block, Title: x.w.Say("field.own_option")}
		ballot.Options = append(ballot.Options, x.ballotOption(a, own, ours))
	}
	return ballot
}

func (x *reviewBuilder) ballotOption(a *briefing.Ask, o briefing.Option, ours *briefing.Position) briefing.BallotOption {
	s := briefing.Subject{Kind: briefing.OnOption, Block: o.Block, Ask: a.Code, Option: o.Code}
	out := briefing.BallotOption{
		Ref: briefing.CheckedRef(rowRef(x.d, s)), Code: o.Code, Title: o.Title, Place: ours.Place(o.Code), Own: o.Code == briefing.OwnOption,
	}
	if out.Own {
		out.Text = plainText(ours.Text(briefing.FieldOwnOption))
		return out
	}
	if b := x.d.Text.Block(o.Block); b != nil {
		out.Text = wholeOf(b, continuations(x.d))
	}
	return out
}

// sentBallot is what the manifest keeps of a ballot.
func sentBallot(note briefing.ID, a *briefing.Ask, ballot briefing.Ballot) briefing.BatchBallot {
	ref, _ := briefing.ParseRef(ballot.Ref)
	out := briefing.BatchBallot{Ref: ref, Note: note, Block: a.Block, Ask: a.Code, Choose: a.Choose}
	for _, o := range ballot.Options {
		ref, _ := briefing.ParseRef(o.Ref)
		out.Options = append(out.Options, briefing.BatchOption{Ref: ref, Code: o.Code, Title: o.Title})
	}
	return out
}
