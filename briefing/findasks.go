package briefing

import (
	"cmp"
	"slices"
	"strings"
)

// FindAsks suggests where a note asks something of its reader. It knows
// phrases, not meaning: each suggestion carries the words that gave rise to
// it, and a person confirms, merges or refuses it. Asks come in reading order.
// The same note and triggers give the same asks.
func FindAsks(note *Note, blocks []Block, triggers Triggers) []Ask {
	f := askFinder{
		note: note, blocks: blocks, formal: draftTexts(blocks), adopted: adoptedParts(blocks),
		triggers: triggers.speaking(note.Language), byBlock: map[string]int{}, at: map[string]int{}, codes: map[string]bool{},
	}
	for i := range blocks {
		f.at[blocks[i].ID] = i
	}
	for i := range blocks {
		f.read(&blocks[i])
	}
	f.readHeadings()
	for i := range f.asks {
		f.settle(&f.asks[i])
	}
	slices.SortStableFunc(f.asks, func(a, b Ask) int { return f.at[a.Block] - f.at[b.Block] })
	linkSummaries(f.asks, blocks)
	return f.asks
}

// askFinder gathers reasons block by block; those of a paragraph's parts are
// the paragraph's.
type askFinder struct {
	note     *Note
	blocks   []Block
	at       map[string]int  // where each block stands
	formal   map[string]bool // blocks of a draft decision or resolution
	adopted  map[string]bool // parts that are adopted: nothing falls due there any more
	triggers Triggers
	asks     []Ask
	byBlock  map[string]int // index into asks
	codes    map[string]bool
}

// speaking are the triggers of a language; all of them where it is unknown.
func (t Triggers) speaking(language string) Triggers {
	primary, _, _ := strings.Cut(language, "-")
	if primary == "" {
		return t
	}
	var out Triggers
	for _, trigger := range t {
		if trigger.Language == primary {
			out = append(out, trigger)
		}
	}
	return out
}

func (f *askFinder) read(b *Block) {
	switch b.Kind {
	case KindParagraph, KindSubparagraph, KindBullet, KindContinuation, KindText:
	case KindMasthead, KindHeading, KindQuotation, KindPreamble, KindFootnote, KindAgendaDay,
		KindAgendaSlot, KindAgendaItem, KindTable, KindAnnex, KindFurniture:
		return
	}
	reasons := f.reasons(b)
	if !slices.ContainsFunc(reasons, func(r Reason) bool { return r.Class != AskDeadline }) {
		return
	}
	owner := f.owner(b)
	for _, r := range reasons {
		if owner.ID != b.ID {
			r.Start, r.End = 0, 0 // the words stand in a part of the paragraph
		}
		f.suggest(owner, r)
	}
}

// reasons are the phrases in a block, in the order of the table.
func (f *askFinder) reasons(b *Block) []Reason {
	u := unify(b.Text)
	e := u.edges()
	var out []Reason
	for i := range f.triggers {
		t := &f.triggers[i]
		if t.Class == AskHeading || t.Class == AskFormal && !f.formal[b.ID] {
			continue
		}
		for _, m := range t.matches(e) {
			if narrates(t.Class, u.text, m[0], m[1]) {
				continue
			}
			out = append(out, t.reason(b, u, m))
			break
		}
	}
	return out
}

// reason is the phrase's words in a block.
func (t *Trigger) reason(b *Block, u unified, m [2]int) Reason {
	r := Reason{Class: t.Class, Evidence: t.Evidence}
	r.Start, r.End = u.span(m[0], m[1])
	r.Words = b.Text[r.Start:r.End]
	return r
}

// owner is the numbered paragraph a block is part of, else the block itself.
func (f *askFinder) owner(b *Block) *Block {
	for at, depth := b, 0; at != nil && depth < 16; depth++ {
		if at.Kind == KindParagraph {
			return at
		}
		at = f.block(at.Parent)
	}
	return b
}

func (f *askFinder) block(id string) *Block {
	if i, ok := f.at[id]; ok {
		return &f.blocks[i]
	}
	return nil
}

// suggest adds a reason to the ask of a block.
func (f *askFinder) suggest(b *Block, r Reason) {
	i, ok := f.byBlock[b.ID]
	if !ok {
		i = len(f.asks)
		f.byBlock[b.ID] = i
		f.asks = append(f.asks, Ask{Code: f.code(b), Block: b.ID})
	}
	f.asks[i].Also = append(f.asks[i].Also, r)
}

// code is the paragraph's label, with its part where that is not the body,
// and its block's id where it has no number or shares one.
func (f *askFinder) code(b *Block) string {
	code := Label{Part: b.Part, Label: b.Label}.String()
	if b.Kind != KindParagraph || b.Label == "" {
		code = b.ID
	}
	if f.codes[code] {
		code += "@" + b.ID
	}
	f.codes[code] = true
	return code
}

// settle puts the strongest reason first, reads options and the due date.
func (f *askFinder) settle(a *Ask) {
	b := f.block(a.Block)
	a.readOptions(b, f.blocks)
	choice := len(a.Options) > 0
	slices.SortStableFunc(a.Also, func(x, y Reason) int { return cmp.Compare(x.Class.rank(choice), y.Class.rank(choice)) })
	a.Reason, a.Class, a.Strength = a.Also[0], a.Also[0].Class, Strong
	a.State = AskSuggested
	if a.Class == AskSoft {
		a.Strength = Soft
	}
	deadlines := slices.Clone(a.Also)
	a.Also = slices.DeleteFunc(a.Also[1:], func(r Reason) bool { return r.Class == AskDeadline })
	if len(a.Also) == 0 {
		a.Also = nil
	}
	if a.Strength != Strong {
		return
	}
	a.Due = dueDate(b, deadlines, f.meetingOf(b))
}

// meetingOf is the date of the meeting that a block is for: none in what is
// adopted, none before the note was written, since a session's printed span
// may have begun long ago.
func (f *askFinder) meetingOf(b *Block) Date {
	meeting, written := f.note.MeetingDate, f.note.Date
	if f.adopted[b.Part] || meeting < written[:min(len(written), len(meeting))] {
		return ""
	}
	return meeting
}

// rank orders the classes, the strongest first. A choice without anything to
// choose from only says what another phrase asks more plainly.
func (c AskClass) rank(choice bool) int {
	switch c {
	case AskChoose:
		if choice {
			return 0
		}
		return 6
	case AskPropose:
		return 1
	case AskViews:
		return 2
	case AskRequest:
		return 3
	case AskInvite:
		return 4
	case AskMayWish:
		return 5
	case AskFormal:
		return 7
	case AskHeading:
		return 8
	case AskSoft:
		return 9
	case AskDeadline:
		return 10
	}
	return 11
}

// dueDate is the date a deadline in the paragraph names, else the meeting's.
func dueDate(b *Block, reasons []Reason, meeting Date) Date {
	for _, r := range reasons {
		if r.Class != AskDeadline || r.End == 0 {
			continue
		}
		_, end := sentenceAt(b.Text, r.Start)
		if dates := PrintedDates(b.Text[r.Start:end]); len(dates) > 0 {
			return dates[0].To
		}
	}
	return meeting
}
