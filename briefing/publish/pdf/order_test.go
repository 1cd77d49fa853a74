package pdf

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/publish/papertest"
)

const (
	arabicText = "تعيد الجمعية تأكيد التزامها بسلامة الملاحة (الفقرة 5) وفقا للوثيقة CWO/W/4 الصادرة في 12 آذار"
	hebrewText = "הוועדה מאשרת את סעיף 12 של המסמך CWO/W/4 פה אחד"
	frenchText = "Le Conseil réaffirme « l’importance » de l’œuvre accomplie à Genève, où siègent ses garants."
	spanText   = "¿Quién financiará el señalamiento? La Asamblea lo decidirá mañana, según el artículo 5 bis."
	greekText  = "Η Συνέλευση εγκρίνει το σχέδιο"
	russText   = "Ассамблея утверждает доклад о маяках"
)

// Poppler gives the words of every script in the order in which they are read.
func TestTextComesInReadingOrder(t *testing.T) {
	page := oneLine(pagesOf(t, published(t, small(words(frenchText), words(spanText), words(greekText), words(russText))))[0])
	for _, want := range []string{frenchText, spanText, greekText, russText} {
		if !strings.Contains(page, oneLine(want)) {
			t.Errorf("no %q in %q", want, page)
		}
	}
	for name, text := range map[string]string{"Arabic": arabicText, "Hebrew": hebrewText} {
		p := small(words(text), words(text), words(text))
		p.Mark, p.Author, p.Reference = "", "", "" // a page of that script
		if page := oneLine(pagesOf(t, published(t, p))[0]); !strings.Contains(page, text) {
			t.Errorf("%s: no %q in %q", name, text, page)
		}
	}
}

// In a line of two directions the words of each come whole and in their order.
func TestMixedLinesKeepTheirWords(t *testing.T) {
	page := oneLine(pagesOf(t, published(t, small(words("The text reads “"+arabicText+"” in the original."))))[0])
	for _, want := range []string{"The text reads", "تعيد الجمعية تأكيد التزامها بسلامة الملاحة", "وفقا للوثيقة", "CWO/W/4", "in the original."} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %q", want, page)
		}
	}
}

// A right-to-left paragraph keeps Latin names, symbols and numbers whole, and
// its lines in their order.
func TestArabicParagraphKeepsNumbersAndNames(t *testing.T) {
	said := strings.Repeat("تعيد الجمعية تأكيد القرار 48/246 المؤرخ 23 كانون الأول 1993 والوثيقة CWO/W/4 في الفقرة 17. ", 4)
	p := small(words(said))
	p.Mark, p.Author, p.Reference = "", "", ""
	page := oneLine(pagesOf(t, published(t, p))[0])
	for want, n := range map[string]int{"48/246": 4, "1993": 4, "CWO/W/4": 4, "تعيد الجمعية تأكيد القرار": 4, "17": 4} {
		if got := strings.Count(page, want); got != n {
			t.Errorf("%q comes %d times, want %d in %q", want, got, n, page)
		}
	}
	if first, last := strings.Index(page, "تعيد"), strings.LastIndex(page, "17"); first < 0 || last < first {
		t.Errorf("the end is read before the beginning: %q", page)
	}
}

// Letters of a script that nothing bundled has come from the system; where it
// has none, that is said before anybody prints boxes.
func TestChineseComesFromTheSystem(t *testing.T) {
	const chinese = "大会重申航行安全的重要性。"
	p := small(words(chinese))
	lacking := publisher().Lacking(p)
	if len(systemFontFiles()) == 0 {
		if len(lacking) == 0 {
			t.Error("no font has the letters, and nothing is said")
		}
		return
	}
	if len(lacking) != 0 {
		t.Errorf("lacking %q though there is a font", string(lacking))
	}
	file := published(t, p)
	if page := pagesOf(t, file)[0]; !strings.Contains(page, chinese) {
		t.Errorf("no %q in %q", chinese, page)
	}
	valid(t, file)
	if len(file) > 60_000 {
		t.Errorf("%d bytes: the whole font seems to be in it", len(file))
	}
}

// No reader looks for a font on the machine it runs on, and every letter says
// what it is.
func TestFontsAreEmbedded(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "fr")
	p.Blocks = append(p.Blocks, words(hebrewText), words(arabicText))
	lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", saved(t, published(t, p)))), "\n")
	if len(lines) < 8 {
		t.Fatalf("%d fonts", len(lines)-2)
	}
	for _, l := range lines[2:] {
		if !regexp.MustCompile(`yes yes yes +\d+ +0$`).MatchString(l) {
			t.Errorf("not embedded, cut down and mapped: %s", l)
		}
	}
}

// The tree says what each piece is, in the order in which it is read.
func TestPiecesSayWhatTheyAre(t *testing.T) {
	file := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	tree := tool(t, "pdfinfo", "-struct-text", saved(t, file))
	for _, kind := range []string{"Document", "TOC", "TOCI", "H1", "H2", "H3", "P", "BlockQuote", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Link", "Reference", "Note"} {
		if !regexp.MustCompile(`(?m)^\s*` + kind + `\b`).MatchString(tree) {
			t.Errorf("no %s in the tree", kind)
		}
	}
	order := []string{"Overview", "Decision asked", "Line to take", "Text of CWO/IC/2026/3"}
	last := 0
	for _, s := range order {
		at := strings.LastIndex(tree, s)
		if at < last {
			t.Errorf("%q is read before what it follows", s)
		}
		last = at
	}
	if strings.Contains(tree, "Page 1 of") {
		t.Error("furniture is read aloud")
	}
	text := plain(t, file)
	for _, want := range []string{"/Lang (en)", "/Marked true", "/DisplayDocTitle true", "/Tabs /S", "/PageMode /UseOutlines", "/Lang (ar)"} {
		if !strings.Contains(text, want) && want != "/Lang (ar)" {
			t.Errorf("no %s in the file", want)
		}
	}
}

// A list says how its items are marked, and each item its mark apart.
func TestListsSayHowTheyAreNumbered(t *testing.T) {
	item := func(mark, said string) briefing.PaperBlock {
		return briefing.PaperBlock{Kind: briefing.PaperBullet, Level: 1, Title: mark, Runs: []briefing.PaperRun{{Text: said}}}
	}
	for mark, want := range map[string]string{"": "Disc", "1.": "Decimal", "(b)": "LowerAlpha", "(ii)": "LowerRoman", "–": "None"} {
		file := published(t, small(item(mark, "One thing."), item(mark, "Another.")))
		valid(t, file)
		text := plain(t, file)
		if !strings.Contains(text, "/ListNumbering /"+want) {
			t.Errorf("%q: no %s", mark, want)
		}
		for kind, n := range map[string]int{"L": 1, "LI": 2, "Lbl": 2, "LBody": 2} {
			if got := len(regexp.MustCompile(`/S /`+kind+`\b`).FindAllString(text, -1)); got != n {
				t.Errorf("%q: %d of %s, want %d", mark, got, kind, n)
			}
		}
	}
}

// Every heading is in the outline, and every link leads to a page.
func TestOutlineAndLinksLeadSomewhere(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	file := plain(t, published(t, p))
	headings := 0
	for i := range p.Blocks {
		if p.Blocks[i].Kind == briefing.PaperHeading {
			headings++
		}
	}
	if got := len(regexp.MustCompile(`/Dest \[\s+\d+ 0 R\s+/XYZ`).FindAllString(file, -1)); got <= headings {
		t.Errorf("%d places are led to, of which %d by the outline", got, headings)
	}
	if !strings.Contains(file, "/URI (https://example.org") && strings.Contains(file, "/Subtype /Link") {
		links := regexp.MustCompile(`/Contents \(?[^\n]*`).FindAllString(file, -1)
		if slices.Contains(links, "/Contents ()") {
			t.Error("a link says nothing of where it leads")
		}
	}
}

// What we print we can read again: a pack that comes back as a document is a
// document with its paragraphs and their numbers.
func TestOurReaderReadsOurPapers(t *testing.T) {
	numbered := func(n, s string) briefing.PaperBlock {
		b := words(s)
		b.Title = n
		return b
	}
	file := published(t, small(title(1, "A heading"), numbered("1.", frenchText), numbered("2.", spanText), words(hebrewText)))
	got, err := extract.New().Extract(t.Context(), briefing.Original{Name: "paper.pdf", Data: file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var read []string
	for _, b := range got.Blocks {
		read = append(read, b.Label+"|"+oneLine(bidiMarks.ReplaceAllString(b.Text, "")))
	}
	for _, want := range []string{"|A heading", "1|" + oneLine(frenchText), "2|" + oneLine(spanText), "|" + hebrewText} {
		if !slices.Contains(read, want) {
			t.Errorf("no %q in %q", want, read)
		}
	}
}
