package briefing

import "strings"

// unit is a passage made ready for pairing.
type unit struct {
	Clause
	// key is the words alone, numbers too; bare is the same without the numbers
	// of paragraphs that are linked, so that renumbering does not show in it.
	key, bare string
	links     []string // ids of the paragraphs mentioned, in order
	tokens    []int32  // words and pairs of words, numbers left out; sorted, each once
	words     int
}

// passagesOf cuts a text into what is compared. Mastheads and furniture change
// with every printing; continuations belong to the block they continue.
func passagesOf(t *Text) []unit {
	var out []unit
	at := map[string]int{}
	for i := range t.Blocks {
		b := &t.Blocks[i]
		if b.Kind == KindMasthead || b.Kind == KindFurniture || b.Kind == KindAgendaSlot {
			continue
		}
		if head, ok := at[b.Parent]; ok && b.Kind == KindContinuation {
			out[head].goOn(b)
			out[head].Also = append(out[head].Also, b.ID)
			at[b.ID] = head
			continue
		}
		u := unit{Clause: Clause{Block: b.ID, Label: citation(t, b), Kind: b.Kind}}
		u.goOn(b)
		if spelledKey(u.Text) != "" {
			at[b.ID] = len(out)
			out = append(out, u)
		}
	}
	for i := range out {
		out[i].key, out[i].bare = spelledKey(out[i].Text), spelledKey(out[i].bare)
	}
	return out
}

// citation is how people name a block whose place has a number, else "".
func citation(t *Text, b *Block) string {
	l := t.LabelOf(b)
	if l.Label == "" {
		return ""
	}
	return l.String()
}

// goOn adds a block's words to the unit.
func (u *unit) goOn(b *Block) {
	text, bare, links := wordsOf(b)
	u.Text, u.bare = JoinText(" ", u.Text, text), u.bare+" "+bare
	u.links = append(u.links, links...)
}

// wordsOf gives a block's words as they are read, and without the numbers of
// the paragraphs it mentions. The marks of footnotes are left out: notes are
// numbered anew with every note before them.
func wordsOf(b *Block) (text, bare string, links []string) {
	var words, nameless strings.Builder
	at := 0
	copyTo := func(end int) {
		words.WriteString(b.Text[at:end])
		nameless.WriteString(b.Text[at:end])
		at = end
	}
	for _, r := range b.Runs {
		if r.Start < at || r.End > len(b.Text) {
			continue
		}
		switch id, inside := strings.CutPrefix(r.Link, "#"); {
		case r.NoteRef != "":
			copyTo(r.Start)
			at = r.End
		case inside:
			copyTo(r.Start)
			words.WriteString(b.Text[r.Start:r.End])
			nameless.WriteString(withoutDigits(b.Text[r.Start:r.End]))
			links, at = append(links, id), r.End
		}
	}
	copyTo(len(b.Text))
	if b.Kind == KindTable {
		for _, row := range b.Rows {
			words.WriteString(" " + strings.Join(row, " "))
			nameless.WriteString(" " + strings.Join(row, " "))
		}
	}
	return strings.TrimSpace(words.String()), nameless.String(), links
}
