package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// Standing is a position of a batch as it is held today.
type Standing struct {
	Position *Position // nil where it was removed
	Revision uint64
	// Now is what today's workbook would say, by the columns that a position
	// fills.
	Now map[ReviewColumn]string
	// Later is the number of a newer batch that took the position along; 0
	// for none.
	Later int
	// Settled tells that nothing but accepted answers of this very batch has
	// touched the position since it was sent.
	Settled bool
	// Voices are the answers of other workbooks that came back for the batch,
	// oldest first.
	Voices []Voice
}

// Merge compares what came back with what was sent in the batch and with what
// is held now, by the positions' ids. A row is matched by what agrees in it:
// two signals match silently, one asks.
func Merge(b *Batch, back *Returned, now map[ID]Standing) *Reconciliation {
	m := merger{
		r: &Reconciliation{Batch: b, Returned: back, Findings: slices.Clone(back.Findings)}, now: now,
		index: indexRows(b), answers: map[int]int{},
	}
	m.identity()
	if m.r.Blocked() {
		return m.r
	}
	for i := range back.Rows {
		m.row(&back.Rows[i])
	}
	m.missing()
	m.order()
	m.ballots()
	m.points()
	m.r.sort()
	return m.r
}

type merger struct {
	r       *Reconciliation
	now     map[ID]Standing
	index   rowIndex
	answers map[int]int // row of the batch → place in r.Rows, plus one
	places  []int       // rows of the batch in the order they came back
}

func (m *merger) find(f Finding) { m.r.Findings = append(m.r.Findings, f) }

// identity checks that the workbook is the batch's, and that the batch waits
// for it.
func (m *merger) identity() {
	b, agree := m.r.Batch, 0
	for _, c := range m.r.Returned.Claims {
		if c.ID == b.ID.String() {
			agree++
			continue
		}
		m.find(Finding{Weight: WeighAsk, Code: "identity_differs", Was: b.ID.String(), Is: c.Place})
	}
	if agree == 0 {
		m.find(Finding{Weight: WeighAsk, Code: "identity_lost", Count: b.Number})
	}
	if seal := m.r.Returned.Seal; seal != "" && b.Seal != "" && seal != b.Seal {
		m.find(Finding{Weight: WeighAsk, Code: "seal_differs"})
	}
	if b.State == BatchClosed || b.State == BatchRejected {
		m.find(Finding{Weight: WeighBlock, Code: "batch_closed", Count: b.Number})
	}
}

func (m *merger) row(row *ReturnedRow) {
	match := m.index.match(row)
	place := Finding{Sheet: row.Sheet, Cell: strconv.Itoa(row.Number)}
	if match.row < 0 {
		m.stranger(row, match, place)
		return
	}
	sent := &m.r.Batch.Rows[match.row]
	place.Ref = sent.Ref
	doubts := slices.Clone(row.Doubts)
	for i := range doubts {
		doubts[i].Ref = sent.Ref
	}
	for _, code := range match.doubts {
		place.Weight, place.Code = WeighAsk, code
		doubts = append(doubts, place)
	}
	reviewed := m.reviewed(row, sent)
	reviewed.Doubts = append(doubts, m.doubts(row, &reviewed)...)
	reviewed.Doubts = append(reviewed.Doubts, m.locked(row, sent)...)
	m.places = append(m.places, match.row)
	m.keep(match.row, row, reviewed)
}

// stranger is a row that answers none of ours.
func (m *merger) stranger(row *ReturnedRow, match match, place Finding) {
	for _, d := range row.Doubts {
		m.find(d)
	}
	switch {
	case match.foreign != "":
		place.Weight, place.Code, place.Is = WeighAsk, "row_foreign", match.foreign
		place.Was = row.written()
	case row.Answered() || len(row.Remarks) > 0:
		place.Weight, place.Code = WeighNew, "row_new"
		m.r.Points = append(m.r.Points, ReturnedPoint{Where: row.Text(ColPara), About: row.Text(ColText), ReturnedRow: *row})
	default:
		place.Weight, place.Code, place.Is = WeighNote, "row_unknown", row.anything()
	}
	m.find(place)
}

// anything that stands in the row, to recognize it by.
func (r *ReturnedRow) anything() string {
	for _, c := range []ReviewColumn{ColRef, ColPara, ColText, ColLine, ColItem} {
		if t := r.Text(c); t != "" {
			return clipped(t)
		}
	}
	return ""
}

// written is everything that capital wrote in the row.
func (r *ReturnedRow) written() string {
	var all []string
	for _, c := range reviewInputs {
		all = append(all, r.Text(c))
	}
	for _, x := range r.Remarks {
		all = append(all, x.Text)
	}
	return JoinText(" · ", all...)
}

// clipped shortens a text in a report.
func clipped(text string) string {
	const limit = 80
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return text
}

// reviewed is the row's answer beside what was sent and what is held now.
func (m *merger) reviewed(row *ReturnedRow, sent *BatchRow) ReviewedRow {
	out := ReviewedRow{
		Sent: sent, Ref: sent.Ref, Sheet: row.Sheet, Row: row.Number,
		Decision: Decision(row.Cells[ColDecision].Code), Text: row.Text(ColNewText), Limits: row.Text(ColNewLimits),
		Stance: Stance(row.Cells[ColNewStance].Code), Comment: row.Text(ColComment), Type: row.Cells[ColType].Code,
		Claimed: Claim{Ministry: row.Text(ColByMinistry), Name: row.Text(ColByName), Date: Date(row.Cells[ColByDate].Code)},
		Remarks: row.Remarks,
	}
	standing, ok := m.now[sent.Position]
	if !ok || standing.Position == nil {
		return out
	}
	out.now, out.State, out.Others = &standing, standing.Position.State, standing.Voices
	out.Reply = standing.Position.replyTo(m.r.Batch.ID, m.r.Returned.SHA256, row.Number)
	returned := map[ReviewColumn]string{ColStance: row.Text(ColNewStance), ColLine: out.Text}
	for _, c := range positionColumns {
		was, there := sent.Sent[string(c)]
		f := FieldMerge{Column: c, Sent: was, Returned: returned[c], Now: standing.Now[c]}
		if there && (f.Moved() || f.Returned != "") {
			out.Fields = append(out.Fields, f)
		}
	}
	return out
}

// positionColumns are the columns that a position fills and that capital
// judges.
var positionColumns = []ReviewColumn{ColStance, ColLine, ColPoints, ColFallback, ColRedLine}

// locked reports what was written over ours; it is never taken over. Where
// the row is answered it is asked about: the answer may be to other words.
func (m *merger) locked(row *ReturnedRow, sent *BatchRow) []Finding {
	var out []Finding
	weight := WeighWarn
	if row.Answered() {
		weight = WeighAsk
	}
	for _, c := range m.r.Returned.Columns {
		cell := row.Cells[c]
		was, there := sent.Sent[string(c)]
		if !there || c.Hidden() || c.Input() || cell.Text == was || TextHash(cell.Text) == TextHash(was) {
			continue
		}
		out = append(out, Finding{
			Weight: weight, Code: "locked_changed", Sheet: row.Sheet, Cell: row.cellOf(c), Ref: sent.Ref, Column: c,
			Was: clipped(was), Is: clipped(cell.Text),
		})
	}
	return out
}

// keep puts the answer into the report: the same answer twice once, two
// different ones side by side.
func (m *merger) keep(at int, row *ReturnedRow, fresh ReviewedRow) {
	before := m.answers[at]
	if before == 0 {
		m.r.Rows = append(m.r.Rows, fresh)
		m.answers[at] = len(m.r.Rows)
		m.report(fresh.Doubts)
		return
	}
	first := &m.r.Rows[before-1]
	place := Finding{
		Weight: WeighFix, Code: "row_twice", Sheet: row.Sheet, Cell: strconv.Itoa(row.Number), Ref: fresh.Ref, Count: first.Row,
	}
	switch {
	case fresh.answersLike(first) || !fresh.Answered() && len(fresh.Remarks) == 0:
		m.find(place)
		m.report(fresh.Doubts)
		first.Doubts = append(first.Doubts, fresh.Doubts...)
	case !first.Answered() && len(first.Remarks) == 0:
		m.find(place)
		m.report(fresh.Doubts)
		fresh.Doubts = append(fresh.Doubts, first.Doubts...)
		*first = fresh
	default:
		place.Weight, place.Code = WeighAsk, "row_answered_twice"
		first.Doubts = append(first.Doubts, place)
		fresh.Doubts = append(fresh.Doubts, place)
		m.report(fresh.Doubts)
		m.r.Rows = append(m.r.Rows, fresh)
	}
}

func (r *ReviewedRow) answersLike(other *ReviewedRow) bool {
	return r.Decision == other.Decision && r.Stance == other.Stance && r.Text == other.Text && r.Limits == other.Limits &&
		r.Comment == other.Comment && r.Type == other.Type && r.Claimed == other.Claimed && slices.Equal(r.Remarks, other.Remarks)
}

func (m *merger) report(doubts []Finding) { m.r.Findings = append(m.r.Findings, doubts...) }

// missing reports the rows that did not come back.
func (m *merger) missing() {
	var refs []string
	for i := range m.r.Batch.Rows {
		if m.answers[i] == 0 {
			refs = append(refs, m.r.Batch.Rows[i].Ref)
		}
	}
	if len(refs) == 0 {
		return
	}
	const shown = 20
	f := Finding{Weight: WeighWarn, Code: "rows_missing", Count: len(refs), Is: strings.Join(refs[:min(len(refs), shown)], ", ")}
	if len(refs) > shown {
		f.Is += " …"
	}
	m.find(f)
}

// sort puts the findings by weight, each weight in the order it was found.
func (r *Reconciliation) sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return slices.Index(Weights, a.Weight) - slices.Index(Weights, b.Weight)
	})
}
