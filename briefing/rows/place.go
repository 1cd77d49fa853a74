package rows

import (
	"strings"

	"placard/briefing"
)

// place is where a row of a workbook stands in the note.
type place struct {
	Subject briefing.Subject
	Ref     string // with its check character
	Para    string // as people name it
	Section string // the heading or slot it stands under
	Title   string // an option's title; empty for the rest
	Text    string
	Ask     string // what is wanted there
}

// places lists, in the note's order, what a row can be about: each
// numbered paragraph or its ask, each option, each agenda item, and whatever
// else one of held is on.
func places(d *briefing.Dossier, held []briefing.Subject, w briefing.Words) []place {
	extra := map[string][]briefing.Subject{}
	for _, s := range held {
		extra[s.Block] = append(extra[s.Block], s)
	}
	more := continuations(d)
	section := ""
	seen := map[briefing.Subject]bool{}
	var out []place
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		section = sectionAt(b, section)
		here := extra[b.ID]
		if s := d.SubjectOf(b); b.Kind == briefing.KindParagraph || s.Kind == briefing.OnOption || s.Kind == briefing.OnItem {
			here = append([]briefing.Subject{s}, here...)
		}
		for _, s := range here {
			if !seen[s] {
				seen[s] = true
				p := placeAt(d, s, b, section, w)
				if s.Option != briefing.OwnOption {
					p.Text = wholeOf(b, more)
				}
				out = append(out, p)
			}
		}
	}
	return out
}

// sectionAt is the heading in force at a block; a new part has none yet.
func sectionAt(b *briefing.Block, before string) string {
	switch b.Kind {
	case briefing.KindHeading, briefing.KindAgendaSlot:
		return b.Text
	case briefing.KindAnnex:
		return strings.TrimSpace(b.Text)
	case briefing.KindMasthead, briefing.KindParagraph, briefing.KindSubparagraph, briefing.KindBullet, briefing.KindContinuation, briefing.KindQuotation, briefing.KindPreamble,
		briefing.KindText, briefing.KindFootnote, briefing.KindAgendaDay, briefing.KindAgendaItem, briefing.KindTable, briefing.KindFurniture:
		return before
	}
	return before
}

func placeAt(d *briefing.Dossier, s briefing.Subject, b *briefing.Block, section string, w briefing.Words) place {
	p := place{
		Subject: s, Ref: briefing.CheckedRef(refAt(d, s, b)), Para: sayPlace(d, b, w),
		Section: section, Ask: sayAsk(d, s, w),
	}
	if o := option(d, s); o != nil {
		p.Title = o.Title
	}
	if s.Option == briefing.OwnOption {
		p.Title = w.Say("field.own_option")
	}
	return p
}

// sayPlace is the bare number of a paragraph of the body, as its margin has
// it; anything else in words.
func sayPlace(d *briefing.Dossier, b *briefing.Block, w briefing.Words) string {
	l := d.Text.LabelOf(b)
	if l.Label == "" {
		return ""
	}
	if l.Part == briefing.PartBody && l.Nth == 0 {
		return l.Label
	}
	return l.Say(b.Kind, w)
}

// continuations are the blocks that go on with their parents' text, by parent.
func continuations(d *briefing.Dossier) map[string][]*briefing.Block {
	out := map[string][]*briefing.Block{}
	for i := range d.Text.Blocks {
		if b := &d.Text.Blocks[i]; b.Kind == briefing.KindContinuation || b.Kind == briefing.KindQuotation {
			out[b.Parent] = append(out[b.Parent], b)
		}
	}
	return out
}

// wholeOf is a block's text with what continues it: an ask is read without
// its options, which have rows of their own, but not without its quotations.
func wholeOf(b *briefing.Block, more map[string][]*briefing.Block) string {
	texts := []string{plainText(b.Text)}
	for _, next := range more[b.ID] {
		texts = append(texts, plainText(next.Text))
	}
	return strings.Join(texts, "\n")
}

// wholeText is the text with its title, unless it begins with it anyway.
func (p place) wholeText() string {
	if strings.HasPrefix(p.Text, p.Title) {
		return p.Text
	}
	return briefing.JoinText("\n", p.Title, p.Text)
}

func option(d *briefing.Dossier, s briefing.Subject) *briefing.Option {
	a := d.Ask(s.Ask)
	if a == nil || s.Kind != briefing.OnOption {
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
func sayAsk(d *briefing.Dossier, s briefing.Subject, w briefing.Words) string {
	a := d.Ask(s.Ask)
	if a == nil {
		return ""
	}
	choose := ""
	if a.Choose > 0 {
		choose = w.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	}
	if s.Kind == briefing.OnOption {
		return briefing.JoinText(": ", w.Say("sheet.option", "Code", s.Option), choose)
	}
	if a.OwnOption && choose != "" {
		choose += ", " + w.Say("ask.own_option")
	}
	return briefing.JoinText(": ", w.Say("ask.class."+string(a.Class)), choose)
}

// shownMarks are the marks of a position that has passed the gate, as far as
// a row shows it: its own and those of the fields that are there.
func shownMarks(p *briefing.Position, fields []briefing.Field) []string {
	var marks []string
	shown := p.Stance != briefing.StanceNone
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

// plainText is a text as a workbook shows it: plain lines, and no blanks at
// its ends, which no reader sees and many programs lose.
func plainText(text string) string { return strings.TrimSpace(briefing.PlainLines(text)) }
