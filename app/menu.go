package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// setMenu brings the menu bar in line with what can be done now. Shortcuts
// reach the window through it even while a field has the keyboard, which is
// why every command stands in it.
func (s *shell) setMenu() {
	if s.open == nil {
		s.menuShown = ""
		s.window.SetMainMenu(fyne.NewMainMenu(s.lockedMenu()))
		return
	}
	var bar []*fyne.Menu
	var shown strings.Builder
	for _, code := range menus {
		m := fyne.NewMenu(s.say("menu." + code))
		for _, c := range s.list {
			if c.menu != code {
				continue
			}
			if c.rule {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			}
			m.Items = append(m.Items, s.menuItem(c, &shown))
		}
		bar = append(bar, m)
	}
	if shown.String() == s.menuShown {
		return // building the bar anew costs a layout of the window
	}
	s.menuShown = shown.String()
	s.window.SetMainMenu(fyne.NewMainMenu(bar...))
}

// lockedMenu is all there is without a vault.
func (s *shell) lockedMenu() *fyne.Menu {
	quit := fyne.NewMenuItem(s.say("command.quit"), s.quit)
	quit.IsQuit, quit.Shortcut = true, on(fyne.KeyQ)
	about := fyne.NewMenuItem(s.say("command.about"), s.about)
	safety := fyne.NewMenuItem(s.say("command.safety"), s.showSafety)
	return fyne.NewMenu(s.say("menu.file"), safety, about, fyne.NewMenuItemSeparator(), quit)
}

func (s *shell) menuItem(c *command, shown *strings.Builder) *fyne.MenuItem {
	item := fyne.NewMenuItem(s.name(c), func() {
		s.touch()
		if s.can(c) {
			c.run()
		}
	})
	item.Shortcut, item.IsQuit = c.shortcut, c.code == "quit"
	item.Disabled = c.ready != nil && !c.ready()
	shown.WriteString(item.Label)
	if item.Disabled {
		shown.WriteString("-")
	}
	return item
}

// bind gives the keys that no menu can hold to the window.
func (s *shell) bind() {
	canvas := s.window.Canvas()
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { s.typed(e.Name) })
	again := on(fyne.KeyZ, fyne.KeyModifierShift)
	canvas.AddShortcut(again, func(fyne.Shortcut) { s.redo() })
}

// typed handles a key that no widget has the focus for.
func (s *shell) typed(key fyne.KeyName) {
	s.touch()
	if key == keyCopied {
		s.clip.taken(s.clip.board.Content())
		return
	}
	if s.inDialog() {
		if key == fyne.KeyEscape {
			s.dialogs[len(s.dialogs)-1]()
		}
		return
	}
	if s.open == nil || s.covered {
		return
	}
	if key == fyne.KeyF1 {
		s.show(pageKeys)
	}
	if key == fyne.KeyF11 {
		s.toggleFullScreen()
	}
	if key == fyne.KeyF7 && s.spells() {
		s.checkSpelling()
	}
	if key == fyne.KeyF8 {
		s.typedDoubt()
	}
	if by := steps[key]; by != 0 {
		s.step(by)
	}
}

// keyName writes a shortcut as keys are printed: "Ctrl+Shift+C".
func (s *shell) keyName(sh fyne.Shortcut) string {
	var mod fyne.KeyModifier
	var key fyne.KeyName
	switch sh := sh.(type) {
	case *desktop.CustomShortcut:
		mod, key = sh.Modifier, sh.KeyName
	case *fyne.ShortcutUndo:
		mod, key = fyne.KeyModifierShortcutDefault, fyne.KeyZ
	case *fyne.ShortcutRedo:
		mod, key = fyne.KeyModifierShortcutDefault, fyne.KeyY
	default:
		return ""
	}
	var parts []string
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, s.say("key.ctrl")},
		{fyne.KeyModifierSuper, "⌘"},
		{fyne.KeyModifierAlt, s.say("key.alt")},
		{fyne.KeyModifierShift, s.say("key.shift")},
	} {
		if mod&m.bit != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, s.printed(key)), "+")
}

// signs stand on keys whose names are words.
var signs = map[fyne.KeyName]string{fyne.KeyUp: "↑", fyne.KeyDown: "↓"}

// printed is what stands on a key.
func (s *shell) printed(key fyne.KeyName) string {
	if key == fyne.KeyReturn {
		return s.say("key.enter")
	}
	if sign := signs[key]; sign != "" {
		return sign
	}
	return string(key)
}
