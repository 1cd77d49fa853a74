package briefing

import "strings"

// rowPlace is where a row of a workbook stands in the note.
type rowPlace struct {
	Subject Subject
	Ref     string // with its check character
	Para    string // as people name it
	Section string // the heading or slot it stands under
	Title   string // an option's title; empty for the rest
	Text    string
	Ask     string // what is wanted there
}

// rowPlaces lists, in the note's order, what a row can be about: each
// numbered paragraph or its ask, each option, each agenda item, and whatever
// else one of held is on.
func (d *Dossier) rowPlaces(held []Subject, w Words) []rowPlace {
	extra := map[string][]Subject{}
	for _, s := range held {
		extra[s.Block] = append(extra[s.Block], s)
	}
	more := d.continuations()
	section := ""
	seen := map[Subject]bool{}
	var out []rowPlace
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		section = sectionAt(b, section)
		here := extra[b.ID]
		if s := d.SubjectOf(b); b.Kind == KindParagraph || s.Kind == OnOption || s.Kind == OnItem {
			here = append([]Subject{s}, here...)
		}
		for _, s := range here {
			if !seen[s] {
				seen[s] = true
				p := d.rowPlace(s, b, section, w)
				if s.Option != OwnOption {
					p.Text = wholeOf(b, more)
				}
				out = append(out, p)
			}
		}
	}
	return out
}

// sectionAt is the heading in force at a block; a new part has none yet.
func sectionAt(b *Block, before string) string {
	switch b.Kind {
	case KindHeading, KindAgendaSlot:
		return b.Text
	case KindAnnex:
		return strings.TrimSpace(b.Text)
	case KindMasthead, KindParagraph, KindSubparagraph, KindBullet, KindContinuation, KindQuotation, KindPreamble,
		KindText, KindFootnote, KindAgendaDay, KindAgendaItem, KindTable, KindFurniture:
		return before
	}
	return before
}

func (d *Dossier) rowPlace(s Subject, b *Block, section string, w Words) rowPlace {
	p := rowPlace{
		Subject: s, Ref: CheckedRef(d.refAt(s, b)), Para: d.sayPlace(b, w),
		Section: section, Ask: d.sayAsk(s, w),
	}
	if o := d.option(s); o != nil {
		p.Title = o.Title
	}
	if s.Option == OwnOption {
		p.Title = w.Say("field.own_option")
	}
	return p
}

// sayPlace is the bare number of a paragraph of the body, as its margin has
// it; anything else in words.
func (d *Dossier) sayPlace(b *Block, w Words) string {
	l := d.Text.LabelOf(b)
	if l.Label == "" {
		return ""
	}
	if l.Part == PartBody && l.Nth == 0 {
		return l.Label
	}
	return l.Say(b.Kind, w)
}

// continuations are the blocks that go on with their parents' text, by parent.
func (d *Dossier) continuations() map[string][]*Block {
	out := map[string][]*Block{}
	for i := range d.Text.Blocks {
		if b := &d.Text.Blocks[i]; b.Kind == KindContinuation || b.Kind == KindQuotation {
			out[b.Parent] = append(out[b.Parent], b)
		}
	}
	return out
}

// wholeOf is a block's text with what continues it: an ask is read without
// its options, which have rows of their own, but not without its quotations.
func wholeOf(b *Block, more map[string][]*Block) string {
	texts := []string{plainText(b.Text)}
	for _, next := range more[b.ID] {
		texts = append(texts, plainText(next.Text))
	}
	return strings.Join(texts, "\n")
}

// wholeText is the text with its title, unless it begins with it anyway.
func (p rowPlace) wholeText() string {
	if strings.HasPrefix(p.Text, p.Title) {
		return p.Text
	}
	return joinText("\n", p.Title, p.Text)
}

func (d *Dossier) option(s Subject) *Option {
	a := d.Ask(s.Ask)
	if a == nil || s.Kind != OnOption {
		return nil
	}
	for i := range a.Options {
		if a.Options[i].Code == s.Option {
			return &a.Options[i]
		}
	}
	return nil
}

// sayAsk is what the note wants at a subject, in words.
func (d *Dossier) sayAsk(s Subject, w Words) string {
	a := d.Ask(s.Ask)
	if a == nil {
		return ""
	}
	choose := ""
	if a.Choose > 0 {
		choose = w.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	}
	if s.Kind == OnOption {
		return joinText(": ", w.Say("sheet.option", "Code", s.Option), choose)
	}
	if a.OwnOption && choose != "" {
		choose += ", " + w.Say("ask.own_option")
	}
	return joinText(": ", w.Say("ask.class."+string(a.Class)), choose)
}

// shownMarks are the marks of a position that has passed the gate, as far as
// a row shows it: its own and those of the fields that are there.
func shownMarks(p *Position, fields []Field) []string {
	var marks []string
	shown := p.Stance != StanceNone
	for _, f := range fields {
		if p.Text(f) != "" {
			shown = true
			marks = append(marks, p.Marks[f])
		}
	}
	if shown {
		marks = append(marks, p.Mark)
	}
	return marks
}

// joinText joins the texts that are not empty.
func joinText(by string, texts ...string) string {
	var said []string
	for _, t := range texts {
		if t != "" {
			said = append(said, t)
		}
	}
	return strings.Join(said, by)
}
