package app

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"placard/briefing"
)

// command is one act of the window. Its words are the catalogue's under
// "command.<code>"; the menu, the finder and the page of keys all show it.
type command struct {
	code string
	// menu is where it stands; a rule is drawn before it where rule is set.
	menu     string
	rule     bool
	shortcut fyne.Shortcut
	run      func()
	// ready tells whether it can be done now; nil means always, with a vault open.
	ready func() bool
	// title replaces the catalogue's words.
	title func() string
}

// The menus, in the order of the bar.
const (
	menuFile   = "file"
	menuEdit   = "edit"
	menuGo     = "go"
	menuNote   = "note"
	menuStance = "stance"
	menuView   = "view"
	menuVault  = "vault"
	menuHelp   = "help"
)

var menus = []string{menuFile, menuEdit, menuGo, menuNote, menuStance, menuView, menuVault, menuHelp}

// on is a shortcut with the system's command key (Ctrl, on a Mac Cmd).
func on(key fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	mod := fyne.KeyModifierShortcutDefault
	for _, m := range more {
		mod |= m
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mod}
}

func onAlt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// onShift is a key by itself, or with Shift: no menu hears these, so the window
// must (typed).
func onShift(key fyne.KeyName, shift bool) fyne.Shortcut {
	c := &desktop.CustomShortcut{KeyName: key}
	if shift {
		c.Modifier = fyne.KeyModifierShift
	}
	return c
}

// commands lists every act, in the order of the menus.
func (s *shell) commands() []*command {
	list := s.fileCommands()
	list = append(list, s.editCommands()...)
	list = append(list, s.goCommands()...)
	list = append(list, s.noteCommands()...)
	list = append(list, s.stanceCommands()...)
	list = append(list, s.viewCommands()...)
	list = append(list, s.vaultCommands()...)
	return append(list, s.helpCommands()...)
}

func (s *shell) fileCommands() []*command {
	return []*command{
		{code: "import", menu: menuFile, shortcut: on(fyne.KeyO), run: s.chooseImport},
		{code: "import_answer", menu: menuFile, shortcut: on(fyne.KeyO, fyne.KeyModifierShift), run: s.chooseAnswer},
		{code: "export_pack", menu: menuFile, rule: true, shortcut: on(fyne.KeyP), ready: s.reads, run: func() { s.show(pagePack) }},
		{code: "export_matrix", menu: menuFile, ready: s.reads, run: func() { exportMatrix(s) }},
		{code: "export_review", menu: menuFile, ready: s.reads, run: func() { exportReview(s) }},
		{code: "settings", menu: menuFile, rule: true, shortcut: on(fyne.KeyComma), run: func() { s.show(pageSettings) }},
		{code: "lock", menu: menuFile, shortcut: on(fyne.KeyL), ready: s.locks, run: s.lock},
		{code: "quit", menu: menuFile, rule: true, shortcut: on(fyne.KeyQ), run: s.quit},
	}
}

func (s *shell) editCommands() []*command {
	return []*command{
		{code: "undo", menu: menuEdit, shortcut: &fyne.ShortcutUndo{}, run: s.undo, ready: func() bool { return s.undoAct() != nil }, title: s.undoTitle},
		{code: "redo", menu: menuEdit, shortcut: &fyne.ShortcutRedo{}, run: s.redo, ready: func() bool { return s.redoAct() != nil }, title: s.redoTitle},
		{code: "copy_quotation", menu: menuEdit, rule: true, shortcut: on(fyne.KeyC, fyne.KeyModifierShift), ready: s.selects, run: s.copyQuotation},
		{code: "search", menu: menuEdit, shortcut: on(fyne.KeyF), run: s.search},
	}
}

func (s *shell) goCommands() []*command {
	to := func(name string) func() { return func() { s.show(name) } }
	return []*command{
		{code: "find", menu: menuGo, shortcut: on(fyne.KeyK), run: s.find},
		{code: "paragraph", menu: menuGo, shortcut: on(fyne.KeyG), ready: s.reads, run: s.askParagraph},
		{code: "next_ask", menu: menuGo, shortcut: on(fyne.KeyReturn), ready: s.proceeds, run: s.proceed},
		{code: "next", menu: menuGo, shortcut: onAlt(fyne.KeyDown), ready: s.reads, run: func() { s.step(1) }},
		{code: "previous", menu: menuGo, shortcut: onAlt(fyne.KeyUp), ready: s.reads, run: func() { s.step(-1) }},
		{code: "next_doubt", menu: menuGo, rule: true, shortcut: onShift(fyne.KeyF8, false), ready: s.doubts, run: func() { s.doubt(1) }},
		{code: "previous_doubt", menu: menuGo, shortcut: onShift(fyne.KeyF8, true), ready: s.doubts, run: func() { s.doubt(-1) }},
		{code: "library", menu: menuGo, rule: true, shortcut: on(fyne.Key1), run: to(pageLibrary)},
		{code: "meeting", menu: menuGo, shortcut: on(fyne.Key2), ready: s.reads, run: to(pageMeeting)},
		{code: "note", menu: menuGo, shortcut: on(fyne.Key3), ready: s.reads, run: to(pageNote)},
		{code: "matrix", menu: menuGo, shortcut: on(fyne.Key4), ready: s.reads, run: to(pageMatrix)},
		{code: "compare", menu: menuGo, shortcut: on(fyne.Key7), ready: s.reads, run: to(pageCompare)},
		{code: "capital", menu: menuGo, shortcut: on(fyne.Key5), ready: s.reads, run: to(pageCapital)},
		{code: "pack", menu: menuGo, shortcut: on(fyne.Key6), ready: s.reads, run: to(pagePack)},
		{code: "triage", menu: menuGo, shortcut: on(fyne.Key8), ready: s.reads, run: to(pageTriage)},
		{code: "room", menu: menuGo, shortcut: on(fyne.Key9), ready: s.reads, run: to(pageRoom)},
	}
}

func (s *shell) noteCommands() []*command {
	return []*command{
		{code: "line", menu: menuNote, shortcut: on(fyne.KeyE), ready: s.selects, run: func() { s.field(briefing.FieldLine.String()) }},
		{code: "annotate", menu: menuNote, shortcut: on(fyne.KeyM), ready: s.selects, run: func() { s.field("annotation") }},
		{code: "template", menu: menuNote, shortcut: on(fyne.KeyT), ready: s.selects, run: s.insertTemplate},
		{code: "insert_quotation", menu: menuNote, shortcut: on(fyne.KeyV, fyne.KeyModifierShift), ready: s.selects, run: s.insertQuotation},
		{code: "spelling", menu: menuNote, shortcut: onShift(fyne.KeyF7, false), ready: s.spells, run: s.checkSpelling},
		{code: "capture", menu: menuNote, shortcut: on(fyne.KeyN, fyne.KeyModifierShift), ready: s.selects, run: s.captureOne},
		{code: "ask_confirm", menu: menuNote, rule: true, shortcut: on(fyne.KeyJ), ready: s.onAsk, run: s.confirmAsk},
		{code: "ask_refuse", menu: menuNote, shortcut: on(fyne.KeyJ, fyne.KeyModifierShift), ready: s.onAsk, run: s.refuseAsk},
		{code: "ask_merge", menu: menuNote, ready: s.onAsk, run: s.mergeAsk},
		{code: "correct_text", menu: menuNote, rule: true, ready: s.reads, run: s.correctText},
	}
}

func (s *shell) stanceCommands() []*command {
	digits := []fyne.KeyName{
		fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0,
	}
	var list []*command
	for i, stance := range briefing.Stances {
		c := &command{
			code: "stance", menu: menuStance, ready: s.selects, run: func() { s.stance(stance) },
			title: func() string { return stance.Glyph() + "  " + capital(s.say("stance."+string(stance))) },
		}
		if i < len(digits) {
			c.shortcut = onAlt(digits[i])
		}
		list = append(list, c)
	}
	return list
}

func (s *shell) viewCommands() []*command {
	return []*command{
		{code: "text_larger", menu: menuView, shortcut: on(fyne.KeyEqual), run: func() { s.scale(1) }},
		{code: "text_smaller", menu: menuView, shortcut: on(fyne.KeyMinus), run: func() { s.scale(-1) }},
		{code: "outline", menu: menuView, rule: true, shortcut: on(fyne.KeyB), run: func() { s.frame.toggleOutline() }},
		{code: "inspector", menu: menuView, shortcut: on(fyne.KeyI), ready: s.reads, run: s.toggleInspector},
		{code: "split", menu: menuView, shortcut: on(fyne.KeyB, fyne.KeyModifierShift), ready: s.reads, run: s.toggleSplit},
		{code: "shade", menu: menuView, shortcut: on(fyne.KeyH), ready: s.reads, run: s.shade},
		{code: "full_screen", menu: menuView, shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF11}, run: s.toggleFullScreen},
		{code: "dark", menu: menuView, rule: true, shortcut: on(fyne.KeyD), run: s.toggleDark},
	}
}

func (s *shell) helpCommands() []*command {
	always := func() bool { return true }
	return []*command{
		{code: "keys", menu: menuHelp, shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF1}, run: func() { s.show(pageKeys) }},
		{code: "steps", menu: menuHelp, run: s.showSteps},
		{code: "safety", menu: menuHelp, ready: always, run: s.showSafety},
		{code: "about", menu: menuHelp, ready: always, run: s.about},
	}
}

// reads tells whether a note is open, selects whether a block of it is
// selected, onAsk whether that block asks something.
func (s *shell) reads() bool   { return s.held.dossier != nil }
func (s *shell) selects() bool { return s.held.dossier != nil && s.block != "" }
func (s *shell) onAsk() bool   { return s.selects() && s.askHere() != nil }

// spells tells whether there is a dictionary to ask.
func (s *shell) spells() bool { return s.selects() && s.Spelling != nil }

// locks tells whether the vault can be locked: a demo's passphrase is nobody's.
func (s *shell) locks() bool { return s.open != nil && !s.isDemo() }

func (s *shell) proceeds() bool { return s.reads() || s.shown == pageImport || s.shown == pageReturned }

// can tells whether a command may run now: never behind a dialog, but for
// locking, which takes the dialog away too.
func (s *shell) can(c *command) bool {
	if s.covered || s.inDialog() && c.code != "lock" {
		return false
	}
	if c.ready == nil {
		return s.open != nil
	}
	return c.ready()
}

// name is a command's words.
func (s *shell) name(c *command) string {
	if c.title != nil {
		return c.title()
	}
	return s.say("command." + c.code)
}

// field brings a field of the selected block's position to the keyboard.
func (s *shell) field(code string) {
	if p, ok := s.pages[s.shown].(answerer); ok {
		p.side().focusField(code)
		return
	}
	s.show(pageNote)
	if n, ok := s.pages[pageNote].(*notePage); ok {
		n.inspect()
	}
	s.side.focusField(code)
}

// capital begins a text with a capital letter.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
