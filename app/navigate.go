package app

import (
	"fyne.io/fyne/v2"

	"placard/briefing"
)

// show puts a page in the middle of the window, in its newest state.
func (s *shell) show(name string) {
	if s.open == nil || s.covered {
		return
	}
	p := s.page(name)
	if p == nil {
		return
	}
	if name != s.shown {
		s.leave()
		if !s.inDialog() {
			s.window.Canvas().Unfocus()
		}
	}
	s.shown = name
	s.dress()
	s.frame.put(p.object())
	s.frame.outline.reload()
	s.setMenu()
	p.reload()
}

// dress gives the window its theme: the room is dark.
func (s *shell) dress() {
	wanted := s.prefs.look()
	if s.shown == pageRoom {
		wanted.variant = themeDark
	}
	if wanted == s.worn {
		return
	}
	s.worn = wanted
	s.App.Settings().SetTheme(wanted)
	for _, p := range s.pages {
		p.object().Refresh() // the toolkit forgets those that are not shown
	}
}

// page makes a page when it is first wanted.
func (s *shell) page(name string) page {
	if p := s.pages[name]; p != nil {
		return p
	}
	p := s.newPage(name)
	if p != nil {
		s.pages[name] = p
	}
	return p
}

func (s *shell) newPage(name string) page {
	switch name {
	case pageLibrary:
		return newLibraryPage(s)
	case pageMeeting:
		return newMeetingPage(s)
	case pageNote:
		return newNotePage(s)
	case pageImport:
		return newImportPage(s)
	case pageCorrect:
		return newCorrectPage(s)
	case pageMatrix:
		return newMatrixPage(s)
	case pageCompare:
		return newComparePage(s)
	case pageCapital:
		return newCapitalPage(s)
	case pageReturned:
		return newReturnedPage(s)
	case pagePack:
		return newPackPage(s)
	case pageSettings:
		return newSettingsPage(s)
	case pageSearch:
		return newSearchPage(s)
	case pageRoom:
		return newRoomPage(s)
	case pageTriage:
		return newTriagePage(s)
	case pageKeys:
		return newKeysPage(s)
	}
	return nil
}

// selectBlock selects a block of the open note on every part of the window
// that shows it.
func (s *shell) selectBlock(id string) {
	d := s.dossier()
	if d == nil || id == "" || d.Text.Block(id) == nil {
		return
	}
	s.block = id
	n, ok := s.page(pageNote).(*notePage)
	if !ok {
		return
	}
	n.selectBlock(id)
	s.side.showBlock(id)
	s.frame.outline.follow(id)
	s.setMenu()
}

// stepper is a page with places of its own to go to.
type stepper interface{ step(by int) }

// step moves the selection to the next numbered paragraph, or back; a page
// that has places of its own goes to the next of those.
func (s *shell) step(by int) {
	if p, ok := s.pages[s.shown].(stepper); ok {
		p.step(by)
		return
	}
	d := s.dossier()
	if d == nil {
		return
	}
	blocks := d.Text.Blocks
	at := -1
	for i := range blocks {
		if blocks[i].ID == s.block {
			at = i
		}
	}
	for i := at + by; i >= 0 && i < len(blocks); i += by {
		if blocks[i].Kind == briefing.KindParagraph || blocks[i].Kind == briefing.KindAgendaItem {
			s.selectBlock(blocks[i].ID)
			return
		}
	}
}

// waiting lists the blocks whose asks wait for an answer; where all are
// answered, those whose asks nobody confirmed or refused yet.
func waiting(d *briefing.Dossier) []string {
	var open, suggested []string
	for _, a := range d.Asks {
		switch {
		case !a.Open():
		case !d.Answered(a):
			open = append(open, a.Block)
		case a.State == briefing.AskSuggested:
			suggested = append(suggested, a.Block)
		}
	}
	if len(open) > 0 {
		return open
	}
	return suggested
}

// nextAsk goes to the next ask that waits for somebody, round the end.
func (s *shell) nextAsk() {
	d := s.dossier()
	if d == nil {
		return
	}
	open := waiting(d)
	if len(open) == 0 {
		s.frame.strip.note(s.say("window.asks.none_open"))
		return
	}
	s.leave()
	s.show(pageNote)
	s.selectBlock(after(d.Text, s.block, open))
}

// proceeder is a page with one main act.
type proceeder interface{ proceed() }

// proceed confirms what is shown: a remark in its form is added, a page's main
// act is done; in a note the next open ask comes.
func (s *shell) proceed() {
	if e, ok := s.window.Canvas().Focused().(*editor); ok && e.submit != nil {
		e.submit()
		return
	}
	if p, ok := s.pages[s.shown].(proceeder); ok {
		p.proceed()
		return
	}
	s.nextAsk()
}

// after is the first of the blocks that stands after block in the text, else
// the first of all. The blocks are in the text's order.
func after(t *briefing.Text, block string, blocks []string) string {
	passed := false
	for i := range t.Blocks {
		id := t.Blocks[i].ID
		for _, b := range blocks {
			if passed && b == id {
				return b
			}
		}
		passed = passed || id == block
	}
	return blocks[0]
}

// answerer is a page with an inspector of its own, which keys go to while it
// is shown.
type answerer interface {
	side() side
	setStance(briefing.Stance)
}

// stance sets our stance on the selected block.
func (s *shell) stance(code briefing.Stance) {
	if p, ok := s.pages[s.shown].(answerer); ok {
		p.setStance(code)
		return
	}
	if s.block == "" || s.side == nil {
		return
	}
	if s.shown != pageNote {
		s.show(pageNote)
	}
	s.side.setStance(code)
}

// shade hides what neighbours must not see, on every page.
func (s *shell) shade() {
	if s.side != nil {
		s.side.shade()
	}
	for _, p := range s.pages {
		if a, ok := p.(answerer); ok {
			a.side().shade()
		}
	}
}

// focus moves the keyboard to a widget of the window.
func (s *shell) focus(w fyne.Focusable) { s.window.Canvas().Focus(w) }
