package rows

import (
	"strings"

	"placard/briefing"
)

// roundColumns are what capital compares from round to round.
var roundColumns = []briefing.ReviewColumn{
	briefing.ColStance, briefing.ColLine, briefing.ColPoints, briefing.ColFallback, briefing.ColRedLine,
}

// changed says what reads otherwise than in the round before, with what it
// was; that nothing does, or that the row is new. What did not travel then is
// not quoted now.
func (x *reviewBuilder) changed(row briefing.ReviewRow, rounds []briefing.EarlierRound) string {
	if len(rounds) == 0 {
		return x.w.Say("sheet.changed.new")
	}
	var lines []string
	for _, c := range roundColumns {
		was, there := rounds[0].Sent[string(c)]
		if !there || !x.shows(c) || briefing.TextHash(was) == briefing.TextHash(row.Cell(c, x.w)) {
			continue
		}
		lines = append(lines, x.w.Say("sheet.changed.was", "Column", x.w.Say("sheet.col."+string(c)), "Was", was))
	}
	if len(lines) == 0 {
		return x.w.Say("sheet.changed.nothing")
	}
	return strings.Join(lines, "\n")
}

// shows tells whether this workbook has the column.
func (x *reviewBuilder) shows(c briefing.ReviewColumn) bool {
	return x.r.Restricted || c != briefing.ColFallback && c != briefing.ColRedLine
}

// rounds lists what capital answered before, a line an answer.
func (x *reviewBuilder) rounds(rounds []briefing.EarlierRound) string {
	var lines []string
	for _, r := range rounds {
		head := x.w.Say("sheet.earlier.round", "Number", r.Number, "Date", briefing.DateOf(r.At).Say(x.w))
		if len(r.Answers) == 0 {
			lines = append(lines, head+" "+x.w.Say("sheet.earlier.none"))
		}
		for _, a := range r.Answers {
			lines = append(lines, head+" "+x.sayAnswer(a))
		}
	}
	return strings.Join(lines, "\n")
}

func (x *reviewBuilder) sayAnswer(a briefing.ReturnAnswer) string {
	decision := ""
	if a.Decision != "" {
		decision = x.w.Say("sheet.decision." + string(a.Decision))
	}
	who := briefing.JoinText(", ", a.Person, a.Ministry, a.Date.Say(x.w))
	return briefing.JoinText(" · ", decision, a.Stance.Say(x.w), plainText(a.Text), plainText(a.Comment), who)
}
