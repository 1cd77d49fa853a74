package briefing

import (
	"slices"
	"strings"
)

// ReviewColumn is a column of the Review sheet by its code. The codes are
// kept in batches and in workbooks that are out: never change one.
type ReviewColumn string

// The locked columns, which we fill.
const (
	ColID         ReviewColumn = "_id"
	ColBase       ReviewColumn = "_base"
	ColSum        ReviewColumn = "_sum"
	ColRef        ReviewColumn = "ref"
	ColItem       ReviewColumn = "item"
	ColPara       ReviewColumn = "para"
	ColText       ReviewColumn = "text"
	ColAsk        ReviewColumn = "ask"
	ColStance     ReviewColumn = "stance"
	ColLine       ReviewColumn = "line"
	ColPoints     ReviewColumn = "points"
	ColFallback   ReviewColumn = "fallback"
	ColRedLine    ReviewColumn = "red_line"
	ColOthers     ReviewColumn = "others"
	ColRemarks    ReviewColumn = "remarks"
	ColQuestion   ReviewColumn = "question"
	ColMinistry   ReviewColumn = "ministry"
	ColReplyBy    ReviewColumn = "reply_by"
	ColChanged    ReviewColumn = "changed"
	ColEarlier    ReviewColumn = "earlier"
	ColOurAnswer  ReviewColumn = "our_answer"
	ColRefAgain   ReviewColumn = "ref_again"
	ColDecision   ReviewColumn = "decision"
	ColNewStance  ReviewColumn = "new_stance"
	ColNewText    ReviewColumn = "capital_text"
	ColNewLimits  ReviewColumn = "capital_limits"
	ColComment    ReviewColumn = "comment"
	ColType       ReviewColumn = "type"
	ColByMinistry ReviewColumn = "by_ministry"
	ColByName     ReviewColumn = "by_name"
	ColByDate     ReviewColumn = "by_date"
)

// reviewInputs are the columns that capital fills in.
var reviewInputs = []ReviewColumn{
	ColDecision, ColNewStance, ColNewText, ColNewLimits, ColComment, ColType, ColByMinistry, ColByName, ColByDate,
}

// Input tells whether capital writes in the column.
func (c ReviewColumn) Input() bool { return slices.Contains(reviewInputs, c) }

// Hidden tells whether the column is for the way back only.
func (c ReviewColumn) Hidden() bool { return strings.HasPrefix(string(c), "_") }

// Inputs are the columns that capital fills in, in their order.
func (r *Review) Inputs() []ReviewColumn { return reviewInputs }

// Columns of the Review sheet in their order: identity, what we say, what
// capital fills in, identity again. What was not ticked has no column.
func (r *Review) Columns() []ReviewColumn {
	out := []ReviewColumn{ColID, ColBase, ColSum, ColRef, ColItem, ColPara, ColText, ColAsk, ColStance, ColLine, ColPoints}
	if r.Restricted {
		out = append(out, ColFallback, ColRedLine)
	}
	if r.Others {
		out = append(out, ColOthers)
	}
	if r.Remarks {
		out = append(out, ColRemarks)
	}
	if r.Rounds {
		out = append(out, ColChanged, ColEarlier)
	}
	out = append(out, ColQuestion, ColMinistry, ColReplyBy)
	out = append(out, reviewInputs...)
	return append(out, ColOurAnswer, ColRefAgain)
}

// Cell is what a locked column says of the row, word for word; input columns
// are blank. The manifest and the sheet are both made of it.
func (r *ReviewRow) Cell(c ReviewColumn, w Words) string {
	switch c {
	case ColID:
		return r.ID
	case ColBase:
		return r.Base
	case ColSum:
		return r.Sum
	case ColRef, ColRefAgain:
		return r.Ref
	case ColItem:
		return r.Item
	case ColPara:
		return r.Para
	case ColText:
		return r.Text
	case ColAsk:
		return r.Ask
	case ColStance:
		return r.Stance.Say(w)
	case ColLine:
		return r.Line
	case ColPoints:
		return r.Points
	case ColFallback:
		return r.Fallback
	case ColRedLine:
		return r.RedLine
	case ColOthers:
		return r.OthersStances
	case ColRemarks:
		return r.Remarks
	case ColQuestion:
		return r.Question
	case ColMinistry:
		return r.Ministry
	case ColReplyBy:
		return string(r.ReplyBy)
	case ColChanged:
		return r.Changed
	case ColEarlier:
		return r.Earlier
	case ColOurAnswer:
		return r.OurAnswer
	case ColDecision, ColNewStance, ColNewText, ColNewLimits, ColComment, ColType, ColByMinistry, ColByName, ColByDate:
		return ""
	}
	return ""
}

// PlainLines ends every line of a text with a line feed alone, as workbooks
// keep them.
func PlainLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
