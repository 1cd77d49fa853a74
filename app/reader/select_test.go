package reader

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"placard/briefing"
)

func key(r *Reader, names ...fyne.KeyName) {
	for _, n := range names {
		r.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestDraggingSelectsTheExactBytes(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"plain", "The Council takes note of the report.", "takes note"},
		{"accents", "Le Conseil a été invité à réfléchir à l’élément clé.", "été invité à"},
		{"Cyrillic", "Совет принимает к сведению доклад.", "принимает к"},
		{"Chinese", "大会注意到秘书处的报告，并请各代表团提出意见。", "秘书处的报告"},
		{"many lines", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", "seven eight nine ten eleven twelve"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, _ := opened(t, 320, 300, Row{ID: "b1", Kind: briefing.KindParagraph, Label: "1", Text: c.text})
			from := byteOf(t, c.text, c.want)
			var told string
			r.OnPhrase = func(_ string, start, end int) { told = c.text[start:end] }
			drag(r, at(t, r, "b1", from), at(t, r, "b1", from+len(c.want)))
			id, start, end := r.Phrase()
			if got := c.text[start:end]; id != "b1" || got != c.want || told != c.want {
				t.Errorf("selected %q of %s, told %q; want %q", got, id, told, c.want)
			}
			key(r, fyne.KeyEscape)
			if id, _, _ := r.Phrase(); id != "" {
				t.Error("Escape left the text selected")
			}
		})
	}
}

func TestDraggingBackwardsAndAcrossParagraphs(t *testing.T) {
	r, _ := opened(t, 500, 400,
		Row{ID: "b1", Kind: briefing.KindParagraph, Label: "1", Text: "The first paragraph."},
		Row{ID: "b2", Kind: briefing.KindTable, Rows: [][]string{{"a", "b"}, {"c", "d"}}},
		Row{ID: "b3", Kind: briefing.KindParagraph, Label: "2", Text: "The second one."})
	drag(r, at(t, r, "b3", 10), at(t, r, "b1", 4))
	copied := ""
	r.OnCopy = func(s string) { copied = s }
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if want := "first paragraph.\na\tb\nc\td\nThe second"; copied != want {
		t.Errorf("copied %q, want %q", copied, want)
	}
	if id, start, end := r.Phrase(); id != "b1" || start != 4 || end != 20 {
		t.Errorf("Phrase is %s %d to %d, want b1 4 to 20", id, start, end)
	}
}

func TestCopyWithoutAPhraseTakesTheBlock(t *testing.T) {
	r, _ := opened(t, 500, 400, long(3)...)
	copied := ""
	r.OnCopy = func(s string) { copied = s }
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if copied != "" {
		t.Errorf("with nothing selected %q was copied", copied)
	}
	r.Select("b2")
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if copied != r.rows[1].Text {
		t.Errorf("copied %q, want the selected block", copied)
	}
}

func TestDoubleClickSelectsAWord(t *testing.T) {
	text := "Les délégués l’ont réexaminé hier."
	r, _ := opened(t, 500, 400, Row{ID: "b1", Text: text})
	e := &fyne.PointEvent{Position: at(t, r, "b1", byteOf(t, text, "examiné"))}
	r.DoubleTapped(e)
	_, start, end := r.Phrase()
	if got := text[start:end]; got != "réexaminé" {
		t.Errorf("selected %q, want réexaminé", got)
	}
}

func TestShiftSelectsByWords(t *testing.T) {
	r, _ := opened(t, 500, 400, Row{ID: "b1", Text: "Le Conseil a décidé."})
	r.Select("b1")
	r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(r, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if _, start, end := r.Phrase(); r.rows[0].Text[start:end] != "Le Conseil a " {
		t.Errorf("selected %q, want the words before the last", r.rows[0].Text[start:end])
	}
	r.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	_, _, before := r.Phrase()
	key(r, fyne.KeyRight)
	if _, _, end := r.Phrase(); end != before {
		t.Error("an arrow without Shift changed the selected text")
	}
}

func TestKeysMoveTheSelectionAndKeepItOnTheScreen(t *testing.T) {
	r, _ := opened(t, 500, 400, long(200)...)
	var told []string
	r.OnSelect = func(id string) { told = append(told, id) }
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "b1"},
		{fyne.KeyDown, "b2"},
		{fyne.KeyDown, "b3"},
		{fyne.KeyUp, "b2"},
		{fyne.KeyEnd, "b200"},
		{fyne.KeyDown, "b200"},
		{fyne.KeyUp, "b199"},
		{fyne.KeyHome, "b1"},
		{fyne.KeyUp, "b1"},
	} {
		key(r, step.key)
		y, h, ok := rectOf(r, step.want)
		if r.Selected() != step.want || !ok || y < -0.1 || y+h > 400.1 {
			t.Errorf("%s: %s selected, %s at %.0f to %.0f (drawn %t)", step.key, r.Selected(), step.want, y, y+h, ok)
		}
	}
	if want := 8; len(told) != want-1 {
		t.Errorf("OnSelect told %v, want the seven changes", told)
	}
}

func TestPageKeysGoThroughTheWholeNote(t *testing.T) {
	r, _ := opened(t, 500, 400, long(60)...)
	last := -1
	for range 100 {
		key(r, fyne.KeyPageDown)
		if r.selected < last {
			t.Fatalf("Page Down went back from row %d to %d", last, r.selected)
		}
		last = r.selected
		if _, _, ok := rectOf(r, r.Selected()); !ok {
			t.Fatalf("row %d is selected but not on the screen", r.selected)
		}
	}
	if r.Selected() != "b60" {
		t.Errorf("Page Down ended at %s, want b60", r.Selected())
	}
	for range 100 {
		key(r, fyne.KeyPageUp)
	}
	if r.Selected() != "b1" {
		t.Errorf("Page Up ended at %s, want b1", r.Selected())
	}
}

func TestDownReadsThroughAParagraphHigherThanTheScreen(t *testing.T) {
	rows := long(3)
	for range 4 {
		rows[1].Text += rows[1].Text
	}
	r, _ := opened(t, 400, 200, rows...)
	r.Select("b2")
	presses := 0
	for r.Selected() == "b2" && presses < 100 {
		key(r, fyne.KeyDown)
		presses++
	}
	if height := r.blocks[1].height; presses < int(height/200) || presses == 100 {
		t.Errorf("a paragraph of %.0f on a screen of 200 was left after %d presses", height, presses)
	}
	if r.Selected() != "b3" {
		t.Errorf("then %q is selected, want b3", r.Selected())
	}
}

func TestClicksOpenLinksAndMarks(t *testing.T) {
	text := "See paragraph 3 of the draft,1 and the words at issue."
	at3, note, words := byteOf(t, text, "paragraph 3"), byteOf(t, text, ",1")+1, byteOf(t, text, "the words")
	row := Row{
		ID: "b1", Text: text,
		Runs: []briefing.Run{
			{Start: at3, End: at3 + 11, Link: "#b7"},
			{Start: note, End: note + 1, Style: briefing.Superscript, NoteRef: "b9"},
		},
		Marks: []Mark{{Start: words, End: words + 9, ID: "m1", Color: "mark"}},
	}
	r, _ := opened(t, 600, 300, row, Row{ID: "b9", Kind: briefing.KindFootnote, Label: "1", Text: "A footnote below."})
	var links, marks []string
	r.OnOpen = func(l string) { links = append(links, l) }
	r.OnMark = func(id string) { marks = append(marks, id) }
	for _, n := range []int{at3 + 2, note, words + 2, 1} {
		p := at(t, r, "b1", n).AddXY(1, 0)
		press(r, p, 0)
		let(r, p)
	}
	if len(links) != 2 || links[0] != "#b7" || links[1] != "#b9" {
		t.Errorf("opened %v, want #b7 and #b9", links)
	}
	if len(marks) != 1 || marks[0] != "m1" {
		t.Errorf("told marks %v, want m1", marks)
	}
	key(r, fyne.KeyReturn)
	if len(links) != 3 || links[2] != "#b7" {
		t.Errorf("Return opened %v, want the block's first link", links)
	}
}

func TestFootnoteShowsWhileTheMouseIsOverItsMark(t *testing.T) {
	r, _ := opened(t, 600, 120,
		Row{ID: "b1", Text: "A claim1 stands.", Runs: []briefing.Run{{Start: 7, End: 8, NoteRef: "b9"}}},
		Row{ID: "b2", Kind: briefing.KindHeading, Level: 1, Text: "Room"}, Row{ID: "b3", Kind: briefing.KindHeading, Level: 1, Text: "Room"},
		Row{ID: "b4", Kind: briefing.KindHeading, Level: 1, Text: "Room"}, Row{ID: "b9", Kind: briefing.KindFootnote, Label: "1", Text: "What it rests on."})
	over := &desktop.MouseEvent{}
	over.Position = at(t, r, "b1", 7).AddXY(1, 0)
	r.MouseMoved(over)
	if !r.tip.strip.box.Visible() || !shows(r, "What it rests on.") || r.Cursor() != desktop.PointerCursor {
		t.Error("the footnote is not shown over its mark")
	}
	over.Position = at(t, r, "b1", 2)
	r.MouseMoved(over)
	if r.tip.strip.box.Visible() || r.Cursor() != desktop.TextCursor {
		t.Error("the footnote stays after the mouse left its mark")
	}
}

func TestSecondaryClickSelectsAndKeepsThePhrase(t *testing.T) {
	r, _ := opened(t, 500, 400, long(3)...)
	drag(r, at(t, r, "b1", 0), at(t, r, "b1", 7))
	got := ""
	r.OnSecondary = func(id string, _ fyne.Position) { got = id }
	r.TappedSecondary(&fyne.PointEvent{Position: at(t, r, "b1", 3)})
	if _, start, end := r.Phrase(); got != "b1" || start != 0 || end != 7 {
		t.Errorf("menu of %q with %d to %d selected, want b1 with 0 to 7", got, start, end)
	}
	r.TappedSecondary(&fyne.PointEvent{Position: at(t, r, "b2", 3)})
	if id, _, _ := r.Phrase(); got != "b2" || id != "" || r.Selected() != "b2" {
		t.Errorf("menu of %q, phrase in %q; want b2 and none", got, id)
	}
}

func TestThumbCanBeDragged(t *testing.T) {
	r, _ := opened(t, 500, 400, long(500)...)
	thumb := r.bar.thumb.Position().AddXY(2, 4)
	drag(r, thumb, thumb.AddXY(0, 1000))
	if _, _, ok := rectOf(r, "b500"); !ok {
		t.Errorf("the thumb at the bottom shows row %d, want the end of the note", r.top.row)
	}
	if r.Selected() != "" {
		t.Error("dragging the thumb selected a block")
	}
}

func TestFocusRingIsVisible(t *testing.T) {
	r, w := opened(t, 500, 400, long(3)...)
	without, _ := objects(r)
	w.Canvas().Focus(r)
	if with, _ := objects(r); with != without+1 {
		t.Errorf("focus shows %d objects after %d, want the ring more", with, without)
	}
	w.Canvas().Unfocus()
	if with, _ := objects(r); with != without {
		t.Error("the ring stays after focus is lost")
	}
}

func TestClickingARowAtTheEdgeDoesNotMoveTheText(t *testing.T) {
	r, _ := opened(t, 500, 400, long(50)...)
	r.scrollBy(30)
	before := r.top
	press(r, fyne.NewPos(200, 398), 0)
	let(r, fyne.NewPos(200, 398))
	if r.top != before || r.Selected() == "" {
		t.Errorf("the click selected %q and moved the note from %v to %v", r.Selected(), before, r.top)
	}
}

func TestShiftClickExtendsTheSelection(t *testing.T) {
	r, _ := opened(t, 500, 400, long(3)...)
	r.Select("b2")
	press(r, at(t, r, "b2", 11), fyne.KeyModifierShift)
	let(r, at(t, r, "b2", 11))
	if id, start, end := r.Phrase(); id != "b2" || start != 0 || end != 11 {
		t.Errorf("Phrase is %s %d to %d, want b2 0 to 11", id, start, end)
	}
}
