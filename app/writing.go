package app

import (
	"fyne.io/fyne/v2"

	"placard/briefing"
)

// passage is a text on its way into a field: the toolkit inserts at the cursor
// only what it pastes.
type passage string

var _ fyne.Clipboard = passage("")

// Content is the text.
func (p passage) Content() string { return string(p) }

// SetContent keeps nothing.
func (p passage) SetContent(string) {}

// insert puts a text at the cursor, in place of what is selected.
func (e *editor) insert(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: passage(text)})
}

// writing is the field that is written in; where none is, the line to take of
// the selected block. nil where the page has none.
func (s *shell) writing() *editor {
	if e, ok := s.window.Canvas().Focused().(*editor); ok {
		return e
	}
	s.field(briefing.FieldLine.String())
	e, _ := s.window.Canvas().Focused().(*editor)
	return e
}

// insertQuotation puts the phrase selected in the note, else the selected
// block, into the field that is written in, with its number.
func (s *shell) insertQuotation() {
	d := s.dossier()
	b := d.Text.Block(s.block)
	if b == nil {
		return
	}
	start, end := s.phrase()
	if e := s.writing(); e != nil {
		e.insert(d.Text.Citation(b, start, end, s.words))
	}
}
