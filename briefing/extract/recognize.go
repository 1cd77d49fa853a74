package extract

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// doubtUnnumbered marks a note that has no numbered paragraph: all of it is
// kept, as unnumbered text.
const doubtUnnumbered = "no_numbers"

// recognize finds the structure of a manuscript and what it says of itself.
func recognize(ctx context.Context, m *manuscript.Manuscript) (*briefing.Recognized, error) {
	markFurniture(m)
	b, err := build(ctx, joinHalves(m.Passages))
	if err != nil {
		return nil, err
	}
	if len(b.blocks) == 0 {
		return nil, briefing.ErrEmptyFile
	}
	caps := newTitleCase(b.passages)
	of := map[string]metadata{}
	for part, front := range b.fronts {
		of[part] = readMetadata(front, caps)
	}
	r := &briefing.Recognized{Note: b.note(of, caps), Left: m.Left}
	r.Note.References = briefing.LinkReferences(b.blocks)
	r.Note.Documents = documents(&r.Note, b.blocks)
	r.Meetings = b.proposeMeetings(&r.Note, of)
	b.doubt(&r.Note)
	r.Blocks = b.blocks
	return r, nil
}

// note fills in the note's own fields from the title lines.
func (b *builder) note(of map[string]metadata, caps titleCase) briefing.Note {
	body := of[briefing.PartBody]
	n := briefing.Note{
		Symbol: body.symbol, Title: body.title(caps), Organization: body.organization, Body: body.body,
		Session: body.session, Date: body.date, MeetingDate: body.from, OriginalLanguage: body.original,
		Language: languageOf(b.bodyText()),
	}
	if n.Body == "" {
		n.Body = b.opener
	}
	if body.version != "" {
		n.Language = body.version
	}
	for i, heading := range b.annexes {
		part := "annex" + strconv.Itoa(i+1)
		m := of[part]
		a := briefing.Annex{Part: part, Heading: heading, Symbol: m.symbol, Date: m.date, OriginalLanguage: m.original}
		if len(m.titles) > 0 {
			a.Title = caps.of(m.titles[0])
		} else {
			a.Title = openAnnex(heading)[2]
		}
		n.Annexes = append(n.Annexes, a)
	}
	return n
}

// bodyText is the words by which the language is known: not the title lines,
// which may be in several.
func (b *builder) bodyText() string {
	var text, front strings.Builder
	for _, block := range b.blocks {
		switch block.Kind {
		case briefing.KindMasthead, briefing.KindFurniture, briefing.KindFootnote:
			front.WriteString(block.Text + "\n")
		case briefing.KindHeading, briefing.KindParagraph, briefing.KindSubparagraph, briefing.KindBullet, briefing.KindContinuation,
			briefing.KindQuotation, briefing.KindPreamble, briefing.KindText, briefing.KindAgendaDay, briefing.KindAgendaSlot,
			briefing.KindAgendaItem, briefing.KindTable, briefing.KindAnnex:
			text.WriteString(block.Text + "\n")
		}
	}
	if language := languageOf(text.String()); language != "" {
		return text.String()
	}
	return front.String() + text.String()
}

// doubt counts paragraphs and doubts, and marks a note without numbers.
func (b *builder) doubt(n *briefing.Note) {
	items := false
	for _, block := range b.blocks {
		if block.Kind == briefing.KindParagraph && block.Part == briefing.PartBody {
			n.Paragraphs++
		}
		items = items || block.Kind == briefing.KindAgendaItem || block.Kind == briefing.KindParagraph
	}
	if i := b.firstText(); i >= 0 && !items {
		b.blocks[i].Doubts = append(b.blocks[i].Doubts, doubtUnnumbered)
	}
	for i := range b.blocks {
		block := &b.blocks[i]
		if block.Kind != briefing.KindFurniture && oddLetters(block.Text) {
			block.Doubts = append(block.Doubts, doubtLetters)
		}
		if len(block.Doubts) > 0 {
			n.Doubts++
		}
	}
}

// firstText is the first block of text that was read, the masthead's where there
// is no other; -1 for none.
func (b *builder) firstText() int {
	first := -1
	for i := range b.blocks {
		block := &b.blocks[i]
		switch {
		case block.Scanned():
		case block.Kind == briefing.KindText:
			return i
		case block.Kind == briefing.KindMasthead && first < 0:
			first = i
		}
	}
	return first
}

func asProblem(err error) (*briefing.Problem, bool) {
	var p *briefing.Problem
	ok := errors.As(err, &p)
	return p, ok
}
