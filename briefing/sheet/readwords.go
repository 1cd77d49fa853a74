package sheet

import (
	"slices"
	"strings"

	"placard/briefing"
)

// spoken is what heads and list words mean, in every language a workbook can
// be in: reviewers pass copies on in theirs.
type spoken struct {
	columns                    map[string][]briefing.ReviewColumn
	decisions, stances, weighs map[string]string
	other                      map[string]string // heads of the other sheets: "choice", "rank", "where" …
	exact                      map[string]bool   // words as a list spells them
}

// workbookLanguages are those that a review can be written in.
var workbookLanguages = []string{"en", "fr", "es"}

// headColumns are the columns of the Review sheet in the order in which two
// with one head stand in it.
var headColumns = (&briefing.Review{Restricted: true, Others: true, Remarks: true, Rounds: true}).Columns()

// readingWords collects the words once for a workbook.
func readingWords(words briefing.Words) spoken {
	s := spoken{
		columns: map[string][]briefing.ReviewColumn{}, decisions: map[string]string{}, stances: map[string]string{},
		weighs: map[string]string{}, other: map[string]string{}, exact: map[string]bool{},
	}
	for _, language := range workbookLanguages {
		s.learn(words.In(language))
	}
	return s
}

func (s *spoken) learn(w briefing.Words) {
	for _, c := range headColumns {
		head := string(c)
		if !c.Hidden() {
			head = w.Say("sheet.col." + head)
		}
		if key := fold(head); !slices.Contains(s.columns[key], c) {
			s.columns[key] = append(s.columns[key], c)
		}
	}
	for _, code := range []string{"choice", "rank", "where", "subject", "option"} {
		s.other[fold(w.Say("sheet.col."+code))] = code
	}
	s.other[fold(w.Say("sheet.tab.readme"))] = "readme"
	list := func(into map[string]string, word, code string) {
		into[fold(word)] = code
		s.exact[word] = true
	}
	for _, d := range briefing.Decisions {
		list(s.decisions, w.Say("sheet.decision."+string(d)), string(d))
	}
	for _, t := range briefing.CommentTypes {
		list(s.weighs, w.Say("sheet.comment_type."+string(t)), string(t))
	}
	for _, x := range briefing.Stances {
		s.stances[fold(w.Say("stance."+string(x)))] = string(x)
		s.stances[fold(string(x))] = string(x)
		list(s.stances, x.Say(w), string(x))
	}
}

// foldMarks are what programs and hands write differently.
var foldMarks = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ", "\u202f", " ", "…", "...")

// fold is a word as it is compared: case, spaces and the end's full stop
// don't count.
func fold(text string) string {
	text = strings.ToLower(foldMarks.Replace(text))
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), ".!;:, ")
}

// code of a list word; fixed tells that it was spelled in a way of its own.
func (s *spoken) code(c briefing.ReviewColumn, text string) (code string, fixed, listed bool) {
	var list map[string]string
	switch c { //nolint:exhaustive // the other columns have no list
	case briefing.ColDecision:
		list = s.decisions
	case briefing.ColNewStance:
		list = s.stances
	case briefing.ColType:
		list = s.weighs
	default:
		return "", false, false
	}
	code = list[fold(text)]
	return code, code != "" && !s.exact[text], true
}
