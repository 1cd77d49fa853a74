package reader

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

func byteOf(tb testing.TB, text, part string) int {
	tb.Helper()
	i := strings.Index(text, part)
	if i < 0 {
		tb.Fatalf("%q is not in %q", part, text)
	}
	return i
}

// inked is a theme with a highlight and a stance.
type inked struct{ fyne.Theme }

func (t inked) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case "mark":
		return color.NRGBA{255, 240, 150, 255}
	case "stance.opposes.ink":
		return color.NRGBA{158, 43, 5, 255}
	default:
		return t.Theme.Color(n, v)
	}
}

func TestHighlightsStandUnderTheirWords(t *testing.T) {
	text := "The Council asks every delegation to tell, before the summer session, which of the two themes it would rather see."
	start := byteOf(t, text, "every delegation")
	end := byteOf(t, text, "summer")
	r, _ := opened(t, 360, 300, Row{ID: "b1", Text: text, Marks: []Mark{{Start: start, End: end, Color: "mark"}}})
	b := r.blockAt(0)
	ground := r.colors.ground("mark")
	s := r.strips[0]
	marked := map[float32]bool{}
	for _, rect := range s.rects[:s.nr] {
		if rect.FillColor == ground {
			marked[rect.Position().Y] = true
			if y := rect.Position().Y; y == b.text.y {
				from := b.text.x + b.text.ruler.width(b.text.lines[0].pieces[0].face, text[:start])
				if got := rect.Position().X; got < from-0.5 || got > from+0.5 {
					t.Errorf("the highlight begins at %.1f, want %.1f, where its word does", got, from)
				}
			}
		}
	}
	for i := range b.text.lines {
		l := &b.text.lines[i]
		if want := l.start < end && l.end > start; marked[b.text.y+l.y] != want {
			t.Errorf("line %d %q highlighted %t, want %t", i, text[l.start:l.end], !want, want)
		}
	}
}

func TestHighlightInRightToLeftText(t *testing.T) {
	text := "يحيط المجلس علما بتقرير الأمانة"
	word := "علما"
	start := byteOf(t, text, word)
	r, _ := opened(t, 600, 200, Row{ID: "b1", Text: text, RTL: true})
	p := r.blockAt(0).text
	got := p.extents(&p.lines[0], start, start+len(word))
	if len(got) != 1 {
		t.Fatalf("the highlight is in %d parts, want 1", len(got))
	}
	before := p.extents(&p.lines[0], 0, start)
	if got[0].x+got[0].w > before[0].x+0.5 || got[0].w < 5 {
		t.Errorf("the highlight %v is not left of the words before it %v", got, before)
	}
	if end := before[0].x + before[0].w; end < p.width-1 || end > p.width+1 {
		t.Errorf("the text begins at %.1f, want the right edge %.1f", end, p.width)
	}
}

func TestRightToLeftSelectionGivesBytes(t *testing.T) {
	text := "يحيط المجلس علما (القرار 5) بتقرير LHU/7 الأمانة"
	r, _ := opened(t, 600, 200, Row{ID: "b1", Text: text, RTL: true})
	for _, want := range []string{"المجلس", "LHU/7", "القرار"} {
		start := byteOf(t, text, want)
		p := r.blockAt(0).text
		e := p.extents(&p.lines[0], start, start+len(want))[0]
		y := p.y + p.lines[0].height/2
		drag(r, fyne.NewPos(p.x+e.x+1, y), fyne.NewPos(p.x+e.x+e.w-1, y))
		_, a, b := r.Phrase()
		if got := text[a:b]; got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
	}
}

func TestChipsAndLabelsAreShown(t *testing.T) {
	r, _ := opened(t, 400, 300, Row{
		ID: "b1", Kind: briefing.KindParagraph, Label: "12", Text: "Text.",
		Chips: []Chip{{Text: "ask · choose 2 of 3", Color: "ask"}, {Text: "Opposes", Color: "stance.opposes", Solid: true}},
	})
	for _, want := range []string{"12", "ask · choose 2 of 3", "Opposes"} {
		if !shows(r, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	for _, c := range r.blockAt(0).chips {
		if c.x+c.w > r.composer.textX+r.composer.textW+0.5 {
			t.Errorf("a chip reaches %.0f, beyond the text at %.0f", c.x+c.w, r.composer.textX+r.composer.textW)
		}
	}
}

func TestSolidChipsAreReadable(t *testing.T) {
	r, _ := opened(t, 400, 300, Row{ID: "b1", Text: "Text.", Chips: []Chip{{Text: "Opposes", Color: "stance.opposes", Solid: true}}})
	ink := r.colors.ink("stance.opposes")
	if got := contrast(r.colors.on(ink), ink); got < 4.5 {
		t.Errorf("text on a solid chip has contrast %.1f, want 4.5", got)
	}
	_, texts := objects(r)
	for _, text := range texts {
		if text.Text == "Opposes" && text.Color != r.colors.on(ink) {
			t.Errorf("the chip's text is %v, want %v", text.Color, r.colors.on(ink))
		}
	}
}

func TestLabelStaysWhileItsParagraphIsRead(t *testing.T) {
	rows := long(2)
	for range 3 {
		rows[0].Text += rows[0].Text
	}
	r, _ := opened(t, 400, 200, rows...)
	r.scrollBy(300)
	s := r.strips[0]
	if y := s.box.Position().Y + s.number.Position().Y; y < 0 || y > 20 {
		t.Errorf("the number of the paragraph being read stands at %.0f, want the top of the screen", y)
	}
}

func TestRemarksStandBesideTheirLine(t *testing.T) {
	rows := long(1)
	rows[0].Text += " the mark"
	start := len(rows[0].Text) - 4
	rows[0].Marks = []Mark{{Start: start, End: start + 4, Color: "mark"}}
	rows[0].Notes = []string{"Check with capital."}
	r, w := opened(t, 800, 400, rows...)
	b := r.blockAt(0)
	last := b.text.lines[len(b.text.lines)-1]
	if len(b.notes) != 1 || b.notes[0].y != b.text.y+last.y {
		t.Fatalf("remarks %v, want one beside the last line at %.0f", b.notes, b.text.y+last.y)
	}
	if b.notes[0].x < b.text.x+b.text.width || b.notes[0].x+b.notes[0].w > 800-barWidth {
		t.Errorf("the remark stands from %.0f to %.0f, not in the margin", b.notes[0].x, b.notes[0].x+b.notes[0].w)
	}
	w.Resize(fyne.NewSize(500, 400))
	if b := r.blockAt(0); len(b.notes) != 0 || len(b.chips) != 1 || !shows(r, "1") {
		t.Errorf("without a margin there are %d remarks and %d chips, want a count", len(b.notes), len(b.chips))
	}
}

func TestRunsAreSetInTheirStyles(t *testing.T) {
	r, _ := opened(t, 700, 200, Row{ID: "b1", Text: "plain bold both sup link", Runs: []briefing.Run{
		{Start: 6, End: 10, Style: briefing.Bold},
		{Start: 11, End: 15, Style: briefing.Bold | briefing.Italic},
		{Start: 16, End: 19, Style: briefing.Superscript},
		{Start: 20, End: 24, Link: "https://lhu.example"},
	}})
	_, texts := objects(r)
	look := map[string]fyne.TextStyle{}
	size := map[string]float32{}
	for _, text := range texts {
		look[text.Text], size[text.Text] = text.TextStyle, text.TextSize
	}
	if !look["bold"].Bold || look["bold"].Italic || !look["both"].Bold || !look["both"].Italic || !look["link"].Underline {
		t.Errorf("styles %v", look)
	}
	if size["sup"] >= size["bold"] {
		t.Errorf("the raised text has size %.1f beside %.1f", size["sup"], size["bold"])
	}
}

func TestRunsOutsideTheTextAreIgnored(t *testing.T) {
	r, _ := opened(t, 700, 200, Row{ID: "b1", Text: "short", Runs: []briefing.Run{
		{Start: -3, End: 2}, {Start: 2, End: 900, Style: briefing.Bold}, {Start: 4, End: 1},
	}, Marks: []Mark{{Start: -5, End: 900}, {Start: 4, End: 2}}})
	if !shows(r, "short") {
		t.Error("the text is not shown whole")
	}
}

func TestTableIsAGrid(t *testing.T) {
	r, _ := opened(t, 500, 400, Row{ID: "b1", Kind: briefing.KindTable, Rows: [][]string{
		{"Harbour", "What was agreed"}, {"Port Alder", strings.Repeat("night service ", 12)}, {"Ostrava Bay"},
	}})
	b := r.blockAt(0)
	for i, c := range b.cells {
		if right := c.x + c.natural(); right > r.composer.textX+r.composer.textW+0.5 {
			t.Errorf("cell %d reaches %.0f, beyond the text at %.0f", i, right, r.composer.textX+r.composer.textW)
		}
	}
	if !shows(r, "Port Alder") || !shows(r, "Ostrava Bay") || b.cells[1].x <= b.cells[0].x+b.cells[0].natural() {
		t.Error("the cells do not stand side by side")
	}
}

func TestThemeChangeTakesEffect(t *testing.T) {
	r, w := opened(t, 500, 300, Row{ID: "b1", Text: "words"})
	_, texts := objects(r)
	before := texts[0].Color
	fyne.CurrentApp().Settings().SetTheme(dark{theme.DefaultTheme()})
	w.Content().Refresh()
	_, texts = objects(r)
	if texts[0].Color == before {
		t.Errorf("text is still %v after the theme changed", before)
	}
	if texts[0].TextSize != 20 {
		t.Errorf("text has size %.0f, want the new theme's 20", texts[0].TextSize)
	}
}

// dark is a theme with other colours and larger text.
type dark struct{ fyne.Theme }

func (d dark) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameForeground {
		return color.NRGBA{1, 2, 3, 255}
	}
	return d.Theme.Color(n, theme.VariantDark)
}

func (d dark) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return 20
	}
	return d.Theme.Size(n)
}

func TestRightToLeftNoteHasItsNumbersOnTheRight(t *testing.T) {
	r, _ := opened(t, 500, 300, Row{ID: "b1", Kind: briefing.KindParagraph, Label: "1", RTL: true, Text: "يحيط المجلس علما"})
	b := r.blockAt(0)
	if b.label.x < b.text.x+b.text.width {
		t.Errorf("the number stands at %.0f, want right of the text's end at %.0f", b.label.x, b.text.x+b.text.width)
	}
}

func TestListsStandInByTheirStep(t *testing.T) {
	r, _ := opened(t, 500, 400,
		Row{ID: "b1", Kind: briefing.KindParagraph, Label: "1", Text: "Paragraph."},
		Row{ID: "b2", Kind: briefing.KindBullet, Text: "Bullet.", Indent: 1},
		Row{ID: "b3", Kind: briefing.KindSubparagraph, Label: "a", Text: "Sub-paragraph.", Indent: 2})
	x := []float32{r.blockAt(0).text.x, r.blockAt(1).mark.x, r.blockAt(1).text.x, r.blockAt(2).mark.x, r.blockAt(2).text.x}
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] || i != 3 && x[i] == x[i-1] {
			t.Errorf("paragraph, bullet mark, its text, sub-paragraph mark, its text stand at %v, want each further in", x)
			break
		}
	}
	if !shows(r, "•") || !shows(r, "(a)") {
		t.Error("the marks are not shown")
	}
}
