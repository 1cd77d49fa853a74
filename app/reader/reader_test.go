package reader

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// newApp is a test app with a theme that knows a highlight and a stance, as
// the window's own does.
func newApp(tb testing.TB) {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(inked{theme.DefaultTheme()})
}

// opened is a reader of rows on a test window.
func opened(tb testing.TB, width, height float32, rows ...Row) (*Reader, fyne.Window) {
	tb.Helper()
	newApp(tb)
	r := New()
	w := test.NewTempWindow(tb, r)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	r.SetRows(rows)
	return r, w
}

// long is a note of n numbered paragraphs.
func long(n int) []Row {
	words := strings.Fields("the council asks every harbour to tell before the summer which of two ferries it would keep and why")
	rows := make([]Row, n)
	for i := range rows {
		var b strings.Builder
		for k := range 40 + i*7%100 {
			b.WriteString(words[(i*3+k*k+k)%len(words)])
			b.WriteByte(' ')
		}
		rows[i] = Row{ID: fmt.Sprint("b", i+1), Kind: briefing.KindParagraph, Label: fmt.Sprint(i + 1), Text: b.String() + "end."}
	}
	return rows
}

// objects counts what the canvas would draw, and gives the texts.
func objects(r *Reader) (count int, texts []*canvas.Text) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		count++
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case *canvas.Text:
			texts = append(texts, o)
		}
	}
	for _, o := range test.WidgetRenderer(r).Objects() {
		walk(o)
	}
	return count, texts
}

func shows(r *Reader, text string) bool {
	_, texts := objects(r)
	for _, t := range texts {
		if strings.Contains(t.Text, text) {
			return true
		}
	}
	return false
}

// rectOf is where a row stands on the screen; false when it is not drawn.
func rectOf(r *Reader, id string) (y, height float32, ok bool) {
	s := r.strips[r.find(id)]
	if s == nil {
		return 0, 0, false
	}
	return s.box.Position().Y, s.box.Size().Height, true
}

func press(r *Reader, at fyne.Position, mod fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = at
	r.MouseDown(e)
}

func let(r *Reader, at fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at
	r.MouseUp(e)
}

func drag(r *Reader, from, to fyne.Position) {
	press(r, from, 0)
	e := &fyne.DragEvent{}
	e.Position = to
	r.Dragged(e)
	r.DragEnd()
	let(r, to)
}

// at is the screen position of a byte of a row's text, in the middle of its line.
func at(tb testing.TB, r *Reader, id string, n int) fyne.Position {
	tb.Helper()
	i := r.find(id)
	y, ok := r.onScreen(i)
	if !ok {
		tb.Fatalf("row %s is not on the screen", id)
	}
	b := r.blockAt(i)
	for k := range b.text.lines {
		l := &b.text.lines[k]
		for p := range l.pieces {
			c := &l.pieces[p]
			if n < c.start || n > c.end {
				continue
			}
			x := c.x + b.text.advance(c, n)
			if c.level%2 == 1 {
				x = c.x + c.w - b.text.advance(c, n)
			}
			return fyne.NewPos(b.text.x+x, y+b.text.y+l.y+l.height/2)
		}
	}
	tb.Fatalf("no letter at byte %d of %s", n, id)
	return fyne.Position{}
}

func TestOnlyVisibleRowsHaveObjects(t *testing.T) {
	r, _ := opened(t, 700, 600, long(2000)...)
	first, _ := objects(r)
	if first > 200 {
		t.Errorf("2,000 paragraphs made %d objects, want at most 200", first)
	}
	for range 300 {
		r.scrollBy(217)
	}
	if now, _ := objects(r); now > 200 {
		t.Errorf("after scrolling there are %d objects, want at most 200", now)
	}
	if strips := len(r.strips) + len(r.idle); strips > 40 {
		t.Errorf("scrolling made %d strips, want them used again", strips)
	}
}

func TestRevealPutsARowOnTheScreen(t *testing.T) {
	r, _ := opened(t, 700, 600, long(2000)...)
	for _, id := range []string{"b1500", "b1501", "b3", "b2000", "b1"} {
		r.Reveal(id)
		y, h, ok := rectOf(r, id)
		if !ok || y < 0 || y+h > 600.5 {
			t.Errorf("Reveal(%s): at y %.0f to %.0f, drawn %t; want it within 600", id, y, y+h, ok)
		}
	}
}

func TestRevealLeavesAVisibleRowAlone(t *testing.T) {
	r, _ := opened(t, 700, 600, long(50)...)
	r.scrollBy(40)
	before := r.top
	r.Reveal("b3")
	if r.top != before {
		t.Errorf("Reveal of a visible row moved the note from %v to %v", before, r.top)
	}
}

func TestSelectBeforeTheFirstSizeIsRevealed(t *testing.T) {
	newApp(t)
	r := New()
	r.SetRows(long(300))
	r.Select("b200")
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(700, 600))
	if _, _, ok := rectOf(r, "b200"); !ok {
		t.Error("the row selected before the window had a size is not on the screen")
	}
}

func TestScrollingShowsEveryRowOnceWithoutGap(t *testing.T) {
	r, _ := opened(t, 500, 400, long(60)...)
	seen := map[string]bool{}
	r.OnVisible = func(id string) { seen[id] = true }
	for range 2000 {
		r.scrollBy(20)
		y := -r.top.hidden
		for i := r.top.row; i < r.top.row+len(r.strips); i++ {
			if got := r.strips[i].box.Position().Y; got < y-0.1 || got > y+0.1 {
				t.Fatalf("row %d stands at %.1f, want %.1f", i, got, y)
			}
			y += r.blocks[i].height
		}
	}
	last, h, ok := rectOf(r, "b60")
	if !ok || last+h < 399.5 || last+h > 400.5 {
		t.Errorf("the note ends at %.1f (drawn %t), want at the bottom edge, 400", last+h, ok)
	}
	if len(seen) < 50 {
		t.Errorf("OnVisible told %d rows of 60 while scrolling past them", len(seen))
	}
}

func TestScrollingUpDoesNotJump(t *testing.T) {
	r, _ := opened(t, 500, 400, long(400)...)
	r.Reveal("b300")
	for range 400 {
		id := r.rows[r.top.row].ID
		before, _, _ := rectOf(r, id)
		r.scrollBy(-7)
		if after, _, ok := rectOf(r, id); ok && (after-before < 6.9 || after-before > 7.1) {
			t.Fatalf("a step of 7 up moved %s by %.1f", id, after-before)
		}
	}
}

func TestUpdateRowKeepsThePlace(t *testing.T) {
	rows := long(100)
	r, _ := opened(t, 700, 600, rows...)
	r.Reveal("b50")
	before := r.top
	above := rows[10]
	above.Chips = []Chip{{Text: "ask · comments"}}
	r.UpdateRow(above)
	if r.top != before {
		t.Errorf("an update above the screen moved it from %v to %v", before, r.top)
	}
	shown := rows[r.top.row+1]
	shown.Chips = []Chip{{Text: "Supports"}}
	r.UpdateRow(shown)
	if !shows(r, "Supports") {
		t.Error("the updated row's chip is not shown")
	}
}

func TestSetRowsOfTheSameNoteKeepsThePlace(t *testing.T) {
	rows := long(100)
	r, _ := opened(t, 700, 600, rows...)
	r.Select("b50")
	before := r.top
	r.SetRows(rows)
	if r.top.row != before.row || r.Selected() != "b50" {
		t.Errorf("reloaded at row %d with %q selected, want %d and b50", r.top.row, r.Selected(), before.row)
	}
	other := long(100)
	for i := range other {
		other[i].Text = "Another note."
	}
	r.SetRows(other)
	if r.top != (place{}) {
		t.Errorf("another note began at %v, want its top", r.top)
	}
}

func TestZoomKeepsTheRowAtTheTopAndChangesTheSize(t *testing.T) {
	r, _ := opened(t, 700, 600, long(100)...)
	r.Reveal("b80")
	row := r.top.row
	for percent, want := range map[int]int{80: 80, 250: 250, 10: 80, 900: 250, 100: 100} {
		r.SetZoom(percent)
		if r.top.row != row {
			t.Errorf("SetZoom(%d) moved the top row from %d to %d", percent, row, r.top.row)
		}
		_, texts := objects(r)
		size := float32(0)
		for _, s := range texts {
			size = max(size, s.TextSize)
		}
		if base := r.composer.em * 100 / float32(want); size != r.composer.em || base < 13.9 || base > 14.1 {
			t.Errorf("SetZoom(%d) shows text of %.1f, want %d %% of 14", percent, size, want)
		}
	}
}

func TestResizeKeepsTheRowAtTheTop(t *testing.T) {
	r, w := opened(t, 700, 600, long(300)...)
	r.Reveal("b250")
	row := r.top.row
	for _, width := range []float32{320, 900, 460, 700} {
		w.Resize(fyne.NewSize(width, 600))
		if r.top.row != row {
			t.Errorf("at a width of %.0f row %d is at the top, want %d", width, r.top.row, row)
		}
	}
}

func TestNoteWithoutRows(t *testing.T) {
	r, _ := opened(t, 700, 600)
	press(r, fyne.NewPos(50, 50), 0)
	let(r, fyne.NewPos(50, 50))
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.Scrolled(&fyne.ScrollEvent{})
	if id, _, _ := r.Phrase(); r.Selected() != "" || id != "" {
		t.Errorf("an empty note has %q selected and a phrase in %q", r.Selected(), id)
	}
}
