package pack

import (
	"strings"
	"unicode"

	"placard/briefing"
)

// paperHeading is a heading; anchor may be empty.
func paperHeading(level int, text, anchor string) briefing.PaperBlock {
	return briefing.PaperBlock{
		Kind: briefing.PaperHeading, Level: level, Anchor: anchor, Together: true,
		Runs: []briefing.PaperRun{{Text: text}}, RTL: rightToLeft(text),
	}
}

// paperPlain is a block of one kind and one look; its lines stay lines.
func paperPlain(kind briefing.PaperKind, text string) briefing.PaperBlock {
	return briefing.PaperBlock{Kind: kind, Runs: []briefing.PaperRun{{Text: text}}, RTL: rightToLeft(text)}
}

// paperLines is a block a line of text.
func paperLines(kind briefing.PaperKind, text string) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, line := range lines(text) {
		out = append(out, paperPlain(kind, line))
	}
	return out
}

// paperBullets is a bullet a line; marks that people type themselves go.
func paperBullets(text string) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, line := range lines(text) {
		line = strings.TrimSpace(strings.TrimLeft(line, "-–—•*·▪◦ \t"))
		if line == "" {
			continue
		}
		block := paperPlain(briefing.PaperBullet, line)
		block.Level = 1
		out = append(out, block)
	}
	return out
}

// lines are the lines of a text that hold something.
func lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// cell is a table's cell of plain text.
func cell(text string) briefing.PaperCell {
	return briefing.PaperCell{Runs: []briefing.PaperRun{{Text: text}}}
}

// linkCell is a cell that leads somewhere in the paper; a plain one without a target.
func linkCell(text, anchor string) briefing.PaperCell {
	if anchor == "" {
		return cell(text)
	}
	return briefing.PaperCell{Runs: []briefing.PaperRun{{Text: text, Link: "#" + anchor}}}
}

// headCells is a table's head row.
func headCells(titles ...string) []briefing.PaperCell {
	out := make([]briefing.PaperCell, len(titles))
	for i, t := range titles {
		out[i] = briefing.PaperCell{Runs: []briefing.PaperRun{{Text: t}}, Bold: true}
	}
	return out
}

// across is a row that speaks for those below it.
func across(text string) []briefing.PaperCell {
	return []briefing.PaperCell{{Runs: []briefing.PaperRun{{Text: text}}, Bold: true}}
}

func paperTable(widths []int, rows ...[]briefing.PaperCell) briefing.PaperBlock {
	return briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Head: 1, Widths: widths, Rows: rows}}
}

// shorten cuts a text at a word where it is longer than n characters.
func shorten(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	count := 0
	for i := range text {
		if count == n {
			cut := text[:i]
			if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
				cut = cut[:space]
			}
			return strings.TrimRight(cut, " ,;:.–—") + "…"
		}
		count++
	}
	return text
}

// rightToLeft tells whether a text's first letter belongs to a script that
// runs from right to left.
func rightToLeft(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}

// upperFirst writes the first letter as a capital: the catalogue's words are
// made for the middle of a sentence.
func upperFirst(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
