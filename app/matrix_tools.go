package app

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// matrixTools narrow and sort the comparison further: one delegation against
// all others, what changed since a day, columns by agreement with us.
type matrixTools struct {
	p       *matrixPage
	alone   *dropDown
	since   *dropDown
	agree   *filterChip
	who     []briefing.ID // of alone's names, behind its first
	against briefing.ID   // zero for nobody
}

// days of the drop-down of changes; 0 is any time.
var sinceDays = []int{0, 1, 7, 30}

func newMatrixTools(p *matrixPage) *matrixTools {
	s := p.s
	t := &matrixTools{p: p}
	t.alone = newDropDown(nil, func(string) { t.chooseAlone() })
	names := []string{s.say("matrix.since_any")}
	for _, n := range sinceDays[1:] {
		names = append(names, s.say("matrix.since", "Count", n))
	}
	t.since = newDropDown(names, nil)
	t.since.put(0)
	t.since.OnChanged = func(string) { p.filter() }
	t.agree = newFilterChip(func() {
		p.sort()
		p.table.Refresh()
	})
	t.agree.SetText(s.say("matrix.by_agreement"))
	return t
}

func (t *matrixTools) addTo(bar *fyne.Container) {
	bar.Add(atLeastWide(200, t.alone))
	bar.Add(atLeastWide(200, t.since))
	bar.Add(t.agree)
}

// offer lists the delegations of a comparison; the one chosen stays chosen.
func (t *matrixTools) offer(m *briefing.Matrix) {
	names := []string{t.p.s.say("matrix.against_nobody")}
	t.who = nil
	at := 0
	for _, c := range m.Columns {
		t.who = append(t.who, c.Delegation)
		names = append(names, t.p.s.say("matrix.against", "Name", c.Name))
		if c.Delegation == t.against && !t.against.IsZero() {
			at = len(t.who)
		}
	}
	t.alone.Options = names
	t.alone.put(at)
	if at == 0 {
		t.against = briefing.ID{}
	}
}

func (t *matrixTools) chooseAlone() {
	t.against = briefing.ID{}
	if i := t.alone.SelectedIndex(); i > 0 && i <= len(t.who) {
		t.against = t.who[i-1]
	}
	t.p.filter()
}

func (t *matrixTools) clear() {
	t.against = briefing.ID{}
	t.alone.put(0)
	t.since.put(0)
}

// passes tells whether a row is left by the drop-downs.
func (t *matrixTools) passes(r *briefing.MatrixRow) bool {
	if days := sinceDays[max(0, t.since.SelectedIndex())]; days > 0 {
		if r.Updated < briefing.DateOf(time.Now().AddDate(0, 0, -days)) {
			return false
		}
	}
	return t.against.IsZero() || standsAlone(t.p.m, r, t.against)
}

// standsAlone tells whether a delegation stands on one side of neutral and
// nobody else does, us included, while somebody stands on the other.
func standsAlone(m *briefing.Matrix, r *briefing.MatrixRow, who briefing.ID) bool {
	at := slices.IndexFunc(m.Columns, func(c briefing.MatrixColumn) bool { return c.Delegation == who })
	if at < 0 {
		return false
	}
	theirs, said := r.Cells[at].Stance.Score()
	if !said || theirs == 0 {
		return false
	}
	opposed := false
	others := []briefing.Stance{r.Ours}
	for i, c := range r.Cells {
		if i != at && c.Implied == "" {
			others = append(others, c.Stance)
		}
	}
	for _, stance := range others {
		score, said := stance.Score()
		if said && score*theirs > 0 {
			return false
		}
		opposed = opposed || said && score*theirs < 0
	}
	return opposed
}

// sort puts the columns in order: as they come, groups first, or the nearest
// to us first.
func (p *matrixPage) sort() {
	p.order = p.order[:0]
	if p.m == nil {
		return
	}
	for i := range p.m.Columns {
		p.order = append(p.order, i)
	}
	if p.tools.agree.on {
		slices.SortStableFunc(p.order, func(a, b int) int {
			return cmp.Compare(distance(p.m, a), distance(p.m, b))
		})
	}
}

// distance is how far a column stands from us on the average, 0 to 6; one that
// we cannot compare with stands behind all others.
func distance(m *briefing.Matrix, column int) float64 {
	sum, n := 0, 0
	for i := range m.Rows {
		r := &m.Rows[i]
		ours, haveOurs := r.Ours.Score()
		theirs, haveTheirs := r.Cells[column].Stance.Score()
		if haveOurs && haveTheirs {
			sum, n = sum+max(ours-theirs, theirs-ours), n+1
		}
	}
	if n == 0 {
		return 7
	}
	return float64(sum) / float64(n)
}
