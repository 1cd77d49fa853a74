package briefing

import "slices"

// ballots are the choices that capital has to make. A choice of single
// positions or of a ministry takes only the ballots of asks it touches.
func (x *reviewBuilder) ballots(choice ReviewChoice) {
	touched := map[string]bool{}
	for _, row := range x.r.Batch.Rows {
		touched[row.Subject.Ask] = true
	}
	all := choice.Positions == nil && choice.Ministry == ""
	for _, a := range x.d.Asks {
		if a.Choose > 0 && len(a.Options) > 0 && a.State != AskRefused && a.State != AskMerged && (all || touched[a.Code]) {
			x.r.Ballots = append(x.r.Ballots, x.ballot(a))
		}
	}
}

func (x *reviewBuilder) ballot(a *Ask) Ballot {
	on := Subject{Kind: OnAsk, Block: a.Block, Ask: a.Code}
	ballot := Ballot{
		Ref: CheckedRef(x.d.RowRef(on)), Ask: x.d.sayAsk(on, x.w), Choose: a.Choose, OwnOption: a.OwnOption,
	}
	if b := x.d.Text.Block(a.Block); b != nil {
		ballot.Para, ballot.Text = x.d.sayPlace(b, x.w), wholeOf(b, x.d.continuations())
	}
	ours := &Position{}
	if p := x.d.Position(on); p != nil {
		if seen := x.g.Position(p); seen != nil {
			ours = seen
		}
	}
	for _, o := range a.Options {
		ballot.Options = append(ballot.Options, x.ballotOption(a, o, ours))
	}
	hasOwn := slices.ContainsFunc(a.Options, func(o Option) bool { return o.Code == OwnOption })
	if a.OwnOption && !hasOwn {
		own := Option{Code: OwnOption, Block: a.Block, Title: x.w.Say("field.own_option")}
		ballot.Options = append(ballot.Options, x.ballotOption(a, own, ours))
	}
	return ballot
}

func (x *reviewBuilder) ballotOption(a *Ask, o Option, ours *Position) BallotOption {
	s := Subject{Kind: OnOption, Block: o.Block, Ask: a.Code, Option: o.Code}
	out := BallotOption{
		Ref: CheckedRef(x.d.RowRef(s)), Code: o.Code, Title: o.Title, Place: ours.Place(o.Code), Own: o.Code == OwnOption,
	}
	if out.Own {
		out.Text = plainText(ours.Text(FieldOwnOption))
		return out
	}
	if b := x.d.Text.Block(o.Block); b != nil {
		out.Text = wholeOf(b, x.d.continuations())
	}
	return out
}
