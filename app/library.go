package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// libraryPage lists the notes of the vault.
type libraryPage struct {
	s     *shell
	cards *fyne.Container
	top   fyne.CanvasObject
}

// libraryRow is a note with what the list says of it.
type libraryRow struct {
	note    *briefing.Note
	meeting string
	tally   briefing.Tally
}

func newLibraryPage(s *shell) page {
	p := &libraryPage{s: s, cards: container.NewVBox()}
	add := newMainButton(s.say("library.import"), s.chooseImport)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(add), heading(s.say("page.library")))
	p.top = roomy(container.NewBorder(head, nil, nil, nil, container.NewVScroll(p.cards)))
	return p
}

func (p *libraryPage) object() fyne.CanvasObject { return p.top }

// reload reads every note's dossier: what is open in it is counted there.
func (p *libraryPage) reload() {
	desk := p.s.open
	var rows []libraryRow
	p.s.quick(func(ctx context.Context) (err error) {
		rows, err = readLibrary(ctx, desk)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.show(rows)
	})
}

func readLibrary(ctx context.Context, desk *briefing.Desk) ([]libraryRow, error) {
	notes, err := desk.Notes(ctx)
	if err != nil {
		return nil, err
	}
	var rows []libraryRow
	for _, n := range notes {
		d, err := desk.Dossier(ctx, n.ID)
		if err != nil {
			return nil, err
		}
		row := libraryRow{note: n, tally: d.Tally()}
		if len(d.Meetings) > 0 {
			row.meeting = d.Meetings[0].Title
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (p *libraryPage) show(rows []libraryRow) {
	p.cards.Objects = nil
	if len(rows) == 0 {
		p.cards.Add(p.empty())
	}
	for _, r := range rows {
		p.cards.Add(p.card(r))
	}
	p.cards.Refresh()
}

// empty names the one next act.
func (p *libraryPage) empty() fyne.CanvasObject {
	s := p.s
	text := prose(s.say("library.empty"))
	text.Alignment = fyne.TextAlignCenter
	hint := aside(s.say("library.empty.hint", "Key", s.keyName(on(fyne.KeyO))))
	hint.Alignment = fyne.TextAlignCenter
	act := newMainButton(s.say("library.import"), s.chooseImport)
	buttons := container.NewHBox(layout.NewSpacer(), act, layout.NewSpacer())
	if s.Sample != nil {
		buttons = container.NewHBox(layout.NewSpacer(), newButton(s.say("library.sample"), s.importSample), act, layout.NewSpacer())
	}
	return container.New(column(460), container.NewVBox(gap(0, 60), text, hint, buttons))
}

// card is one note: its symbol and title, its meeting, what is open in it.
func (p *libraryPage) card(r libraryRow) fyne.CanvasObject {
	s := p.s
	name := section(joined("   ", r.note.Symbol, r.note.Title))
	name.Truncation = fyne.TextTruncateEllipsis
	facts := line(joined("  ·  ", r.meeting, dated(r.note.Date, s.words), s.say("note.paragraphs", "Count", r.note.Paragraphs)))
	facts.Importance = widget.LowImportance
	sign := newChip(s.say("library.answered"), stanceInk(briefing.FamilySupports), false)
	setVisible(sign, r.tally.Asks > 0)
	if open := r.tally.Asks - r.tally.Answered; open > 0 {
		sign = newChip(s.say("library.asks_open", "Count", open), familyAsk+".ink", true)
	}
	enter := newButton(s.say("library.open"), func() { s.openNote(r.note.ID, "") })
	right := container.NewHBox(container.NewCenter(sign), container.NewCenter(enter), gap(4, 0))
	return newCard(roomy(container.NewBorder(nil, nil, nil, right, container.New(&stacked{}, name, facts))))
}
