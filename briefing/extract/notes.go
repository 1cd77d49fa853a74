package extract

import (
	"regexp"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// notes ties footnotes to the marks in the text.
type notes struct {
	marks map[string]bool // raised marks that some passage carries
	stars bool            // a title carries an asterisk
	ruled bool            // the line that parts text from notes was just seen
	named map[string]string
}

// doubtUnmarked is a footnote whose mark stands nowhere in the text.
const doubtUnmarked = "note_unmarked"

// unit stands before a raised 2 or 3 that is a power and no mark.
var unit = regexp.MustCompile(`(?:^|[\s0-9])[cdkm]?m$`)

// slashMark is a mark as typewriters wrote it: "1/" behind a word.
var slashMark = regexp.MustCompile(`[\pL.,;:!?”"»)][\s\x{a0}]?([0-9]{1,3}/)(?:[\s.,;:)]|$)`)

// see looks for the marks a passage carries.
func (n *notes) see(p manuscript.Passage) {
	if n.marks == nil {
		n.marks, n.named = map[string]bool{}, map[string]string{}
	}
	if trimmed := strings.TrimRight(p.Text, " "); strings.HasSuffix(trimmed, "*") && len(trimmed) < 400 {
		n.stars = true
	}
	for _, run := range p.Runs {
		if run.Start > 0 && run.Has(briefing.Superscript) {
			n.marks[markText(p.Text[run.Start:run.End])] = true
		}
	}
	for _, m := range slashMark.FindAllStringSubmatch(p.Text, -1) {
		n.marks[m[1]] = true
	}
}

// markText is a mark as labels write it: "¹" and "(1)" are "1".
func markText(s string) string { return sign.PlainDigits(strings.Trim(s, "()[] \u00a0")) }

// placeNote makes a footnote of what the source calls one, of a passage that
// starts with a raised number, and of one that starts with a mark seen before.
func (b *builder) placeNote(p manuscript.Passage, s sign.Sign) bool {
	var label string
	switch {
	case p.Hint == manuscript.HintNote:
		label = strings.Trim(p.Label, "()[]. ")
	case s.Form == sign.Note && (sign.Superscripts(p.Text) > 0 || b.notes.marks[s.Label+"/"] || b.notes.marks[s.Label]):
		label = s.Label
	case s.Form == sign.Star && b.notes.stars, s.Form == sign.Number && b.notes.ruled && b.notes.marks[s.Label]:
		label = s.Label
	default:
		return false
	}
	block := b.add(briefing.KindFootnote, label, p.After(s.End))
	if p.Hint == manuscript.HintNote {
		block.Text, block.Runs = p.Text, p.Runs
		b.notes.named[p.Mark] = block.ID
	}
	return true
}

// tie points each mark to its footnote: the one the source names, else the
// next one with its number, else the nearest before.
func (n *notes) tie(blocks []briefing.Block) {
	used := map[string]bool{}
	for i := range blocks {
		n.tieStar(blocks, i, used)
		n.tieRuns(blocks, i, used)
	}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == briefing.KindFootnote && !used[b.ID] && !tieGlued(blocks, i) {
			b.Doubts = append(b.Doubts, doubtUnmarked)
		}
	}
}

// tieRuns ties the raised marks of block i and those its source names.
func (n *notes) tieRuns(blocks []briefing.Block, i int, used map[string]bool) {
	b := &blocks[i]
	for k := range b.Runs {
		run := &b.Runs[k]
		switch {
		case run.NoteRef != "":
			run.NoteRef = n.named[run.NoteRef]
		case b.Kind != briefing.KindFootnote && run.Has(briefing.Superscript) && !unit.MatchString(b.Text[:run.Start]):
			run.NoteRef = nearestNote(blocks, i, markText(b.Text[run.Start:run.End]))
		}
		used[run.NoteRef] = true
	}
}

// farthestMark is how many blocks before a note its mark is looked for.
const farthestMark = 60

// tieGlued finds the mark of a note that is not raised: its number right
// behind a word ("founded.7/", "region3"), in the blocks before the note.
func tieGlued(blocks []briefing.Block, i int) bool {
	note := &blocks[i]
	mark, err := regexp.Compile(`[\pL.,;:!?”"»)](?:[\s\x{a0}]?(` + regexp.QuoteMeta(note.Label) + `/)|(` + regexp.QuoteMeta(note.Label) + `))(?:[\s.,;:)]|$)`)
	if err != nil || note.Label == "" {
		return false
	}
	for k := i - 1; k >= max(0, i-farthestMark); k-- {
		b := &blocks[k]
		if b.Kind == briefing.KindFootnote || b.Kind == briefing.KindFurniture {
			continue
		}
		all := mark.FindAllStringSubmatchIndex(b.Text, -1)
		if len(all) == 0 {
			continue
		}
		last := all[len(all)-1]
		from, to := max(last[2], last[4]), max(last[3], last[5])
		b.Runs = manuscript.Rich{Text: b.Text, Runs: b.Runs}.Point(from, to, note.ID).Runs
		return true
	}
	return false
}

// tieStar ties the asterisk at the end of a title.
func (n *notes) tieStar(blocks []briefing.Block, i int, used map[string]bool) {
	b := &blocks[i]
	bare := strings.TrimRight(b.Text, "*")
	stars := len(b.Text) - len(bare)
	if stars == 0 || b.Kind != briefing.KindMasthead && b.Kind != briefing.KindHeading && b.Kind != briefing.KindAnnex {
		return
	}
	id := nearestNote(blocks, i, b.Text[len(bare):])
	if id == "" {
		return
	}
	r := manuscript.Rich{Text: b.Text, Runs: b.Runs}
	b.Runs = r.Point(len(bare), len(b.Text), id).Runs
	used[id] = true
	n.named[id] = id
}

// nearestNote is the id of the footnote with a label that is printed next
// after block i, else of the nearest one before it.
func nearestNote(blocks []briefing.Block, i int, label string) string {
	found := ""
	for k := range blocks {
		if blocks[k].Kind != briefing.KindFootnote || blocks[k].Label != label {
			continue
		}
		found = blocks[k].ID
		if k > i {
			break
		}
	}
	return found
}
