package sheet_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// What reviewers do to a workbook, and exactly what the report says of it.
func TestEditsOfReviewers(t *testing.T) {
	approved := map[string]briefing.Decision{refData: briefing.DecisionApprove}
	for _, c := range []struct {
		name     string
		language string
		edit     func(*reviewer)
		found    []string
		answers  map[string]briefing.Decision
	}{
		{
			name: "a decision from the list",
			edit: func(r *reviewer) { r.write("Decision", 2, "Approve") }, answers: approved,
		}, {
			name:  "a decision typed by hand",
			edit:  func(r *reviewer) { r.write("Decision", 2, " approve. ") },
			found: []string{"fix word_read O2 " + refData}, answers: approved,
		}, {
			name: "a decision in the reviewer's own language",
			edit: func(r *reviewer) { r.write("Decision", 2, "Approuver") }, answers: approved,
		}, {
			name:  "a decision that is none",
			edit:  func(r *reviewer) { r.write("Decision", 2, "OK but see below") },
			found: []string{"ask word_unknown O2 " + refData},
		}, {
			name:  "changes without a change",
			edit:  func(r *reviewer) { r.write("Decision", 2, "Approve with changes") },
			found: []string{"ask changes_without_text O2 " + refData}, answers: map[string]briefing.Decision{refData: briefing.DecisionChanges},
		}, {
			name: "approved, yet changed",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.write("Capital’s text", 2, "We agree.")
			},
			found: []string{"ask approved_yet_changed O2 " + refData}, answers: approved,
		}, {
			name:  "a locked cell overwritten",
			edit:  func(r *reviewer) { r.write("Proposed position", 3, "We do not support it.") },
			found: []string{"warn locked_changed J3 " + refTheme},
		}, {
			name: "a row deleted",
			edit: func(r *reviewer) { r.must(r.f.RemoveRow(r.tab, 3)) }, found: []string{"warn rows_missing"},
		}, {
			name: "a row inserted, blank",
			edit: func(r *reviewer) { r.must(r.f.InsertRows(r.tab, 3, 1)) },
		}, {
			name: "a row inserted, with a point",
			edit: func(r *reviewer) {
				r.must(r.f.InsertRows(r.tab, 3, 1))
				r.write("Comment", 3, "What of groundwater?")
			},
			found: []string{"new row_new 3"},
		}, {
			name: "a row doubled, answered once",
			edit: func(r *reviewer) {
				r.must(r.f.DuplicateRow(r.tab, 2))
				r.write("Decision", 3, "Approve")
			},
			found: []string{"fix row_twice 3 " + refData}, answers: approved,
		}, {
			name: "a row doubled, answered in two ways",
			edit: func(r *reviewer) {
				r.must(r.f.DuplicateRow(r.tab, 2))
				r.write("Decision", 2, "Approve")
				r.write("Decision", 3, "Redraft")
			},
			found: []string{"ask row_answered_twice 3 " + refData}, answers: map[string]briefing.Decision{refData: briefing.DecisionRedraft},
		}, {
			name: "columns inserted and filled",
			edit: func(r *reviewer) {
				r.must(r.f.InsertCols(r.tab, "F", 1))
				r.must(r.f.SetCellValue(r.tab, "F1", "Desk"))
				r.must(r.f.SetCellValue(r.tab, "F2", "Treasury looks at it"))
				r.write("Decision", 2, "Approve")
			},
			found: []string{"new remark F2 " + refData, "note column_extra F1"}, answers: approved,
		}, {
			name: "the hidden columns emptied",
			edit: func(r *reviewer) {
				for row := 1; row <= 5; row++ {
					for _, c := range []string{"A", "B", "C"} {
						r.must(r.f.SetCellStr(r.tab, c+cellRow(row), ""))
					}
				}
				r.write("Decision", 2, "Approve")
			},
			found: []string{"warn column_missing", "warn column_missing", "warn column_missing"}, answers: approved,
		}, {
			name:  "a column of answers deleted",
			edit:  func(r *reviewer) { r.must(r.f.RemoveCol(r.tab, column(r.tb, r.f, r.tab, 1, "Comment"))) },
			found: []string{"warn column_missing"},
		}, {
			name: "rows sorted with all their cells",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.swap(2, 5, 1, 40)
			},
			found: []string{"note rows_moved"}, answers: approved,
		}, {
			name: "the yellow cells and the last column sorted without ours",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.swap(2, 5, 15, 40)
			},
			found:   []string{"ask row_signals_differ 2 " + refData, "ask row_signals_differ 5 " + refPorts, "ask locked_changed Y5 " + refPorts, "warn locked_changed Y2 " + refData},
			answers: map[string]briefing.Decision{refPorts: briefing.DecisionApprove},
		}, {
			name: "rows hidden by a filter",
			edit: func(r *reviewer) {
				r.must(r.f.SetRowVisible(r.tab, 2, false))
				r.write("Decision", 2, "Approve")
			},
			found: []string{"note rows_hidden"}, answers: approved,
		}, {
			name: "a note on a cell",
			edit: func(r *reviewer) {
				r.must(r.f.AddComment(r.tab, excelize.Comment{Cell: r.at("Text", 3), Author: "B. Moor", Text: "See our cable."}))
			},
			found: []string{"new remark G3 " + refTheme},
		}, {
			name: "words struck through in ours",
			edit: func(r *reviewer) {
				r.must(r.f.SetCellRichText(r.tab, r.at("Proposed position", 3), []excelize.RichTextRun{
					{Text: "Westmark supports the theme "}, {Text: "“Sharing water, sharing risk”", Font: &excelize.Font{Strike: true}}, {Text: "."},
				}))
			},
			found: []string{"ask struck J3 " + refTheme},
		}, {
			name: "a whole cell struck through",
			edit: func(r *reviewer) {
				style, err := r.f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
				r.must(err)
				r.write("Comment", 2, "Not any more.")
				r.must(r.f.SetCellStyle(r.tab, r.at("Comment", 2), r.at("Comment", 2), style))
			},
			found: []string{"ask struck S2 " + refData},
		}, {
			name: "a date that two countries read differently",
			edit: func(r *reviewer) { r.write("Date", 2, "4/10/2026") }, found: []string{"ask date_unclear W2 " + refData},
		}, {
			name: "a date typed with dots",
			edit: func(r *reviewer) { r.write("Date", 2, "18.11.2026") }, found: []string{"fix date_read W2 " + refData},
		}, {
			name:  "a reference with a slip of the finger",
			edit:  func(r *reviewer) { r.write("Ref", 2, "SWC/2026/7-P4-7") },
			found: []string{"ask ref_damaged 2 " + refData, "warn locked_changed D2 " + refData},
		}, {
			name: "cells merged",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.must(r.f.MergeCell(r.tab, r.at("Decision", 2), r.at("Decision", 3)))
			},
			found: []string{"ask merged O2:O3"}, answers: approved,
		}, {
			name: "the sheet renamed and one added",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.must(r.f.SetSheetName(r.tab, "Réponses"))
				_, err := r.f.NewSheet("Our remarks")
				r.must(err)
				r.must(r.f.SetCellValue("Our remarks", "A1", "Please call."))
			},
			found: []string{"new sheet_extra"}, answers: approved,
		}, {
			name: "the sheet copied within the workbook",
			edit: func(r *reviewer) {
				to, err := r.f.NewSheet("Review (2)")
				r.must(err)
				from, err := r.f.GetSheetIndex(r.tab)
				r.must(err)
				r.must(r.f.CopySheet(from, to))
			},
			found: []string{"ask second_review"},
		}, {
			name: "a title set above the heads",
			edit: func(r *reviewer) {
				r.write("Decision", 2, "Approve")
				r.must(r.f.InsertRows(r.tab, 1, 2))
				r.must(r.f.SetCellValue(r.tab, "E1", "Consolidated by the Ministry"))
			},
			found: []string{"new remark_loose E1"}, answers: approved,
		}, {
			name: "choices and a point of one's own",
			edit: func(r *reviewer) {
				r.must(r.f.SetCellValue("Options", "E8", "X"))
				r.must(r.f.SetCellValue("New points", "A5", "6"))
				r.must(r.f.SetCellValue("New points", "B5", "Dates"))
				r.must(r.f.SetCellValue("New points", "D5", "March suits us."))
			},
			found: []string{"ask ballot_count SWC/2026/7-P5-A", "new ballot_choice 8 SWC/2026/7-P5-O1", "new point_new 5"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := send(t, "en")
			r := s.merge(s.edited(c.edit))
			if got := told(r); !slices.Equal(got, c.found) {
				t.Errorf("the report says\n%q, want\n%q", got, c.found)
			}
			if got := answers(r); !maps.Equal(got, c.answers) {
				t.Errorf("answers %v, want %v", got, c.answers)
			}
		})
	}
}

// swap changes two rows over from one column to another, as a sort does.
func (r *reviewer) swap(a, b, from, to int) {
	r.tb.Helper()
	for column := from; column <= to; column++ {
		name, err := excelize.ColumnNumberToName(column)
		r.must(err)
		one, two := name+cellRow(a), name+cellRow(b)
		x, y := value(r.tb, r.f, r.tab, one), value(r.tb, r.f, r.tab, two)
		r.must(r.f.SetCellStr(r.tab, one, y))
		r.must(r.f.SetCellStr(r.tab, two, x))
	}
}
