package app

import (
	"context"
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// settingsPage holds who works here, how papers are marked, how the window
// looks, and the delegations. It saves itself.
type settingsPage struct {
	s     *shell
	own   *fyne.Container
	names *namesPanel
	slots *slotsPanel
	top   fyne.CanvasObject
	dirty bool // something typed is not saved yet
	value briefing.Settings
	shown briefing.Settings
}

// languages the window speaks, by their own names.
var languages = []struct{ code, name string }{{"en", "English"}, {"fr", "Français"}, {"es", "Español"}}

func newSettingsPage(s *shell) page {
	p := &settingsPage{s: s, own: container.NewVBox(), names: newNamesPanel(s), slots: newSlotsPanel(s)}
	left := container.NewVScroll(roomy(container.NewVBox(
		heading(s.say("page.settings")), p.own,
		section(s.say("settings.look")), p.look(),
		section(s.say("settings.safety")), p.named("lock.after", p.idle()), aside(s.say("lock.about")), p.slots.object())))
	split := container.NewHSplit(left, p.names.object())
	split.SetOffset(0.46)
	p.top = split
	s.beforeLeave(p.save)
	return p
}

func (p *settingsPage) object() fyne.CanvasObject { return p.top }

// reload shows the settings that are saved, unless something is being typed.
func (p *settingsPage) reload() {
	p.names.reload()
	p.slots.reload()
	if now := p.s.held.settings; !p.dirty && (!reflect.DeepEqual(now, p.shown) || len(p.own.Objects) == 0) {
		p.value, p.shown = now, now
		p.fill()
	}
}

func (p *settingsPage) fill() {
	form := container.NewVBox()
	bind := func(key string, text *string) {
		f := newField(p.s.say(key + ".hint"))
		f.SetText(*text)
		form.Add(p.named(key, f))
		f.OnChanged = func(typed string) { *text, p.dirty = typed, true }
		f.OnSubmitted = func(string) { p.save() }
	}
	bind("settings.author", &p.value.Author)
	bind("settings.delegation", &p.value.Delegation)
	bind("settings.mark", &p.value.Mark)
	bind("settings.capital", &p.value.CapitalName)
	p.own.Objects = []fyne.CanvasObject{form, aside(p.s.say("settings.saves"))}
	p.own.Refresh()
}

// named puts a setting under its name: beside it there is no room for both in
// a small window.
func (p *settingsPage) named(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(tight(), fieldName(p.s.say(key)), o)
}

// save writes what was typed.
func (p *settingsPage) save() {
	if !p.dirty {
		return
	}
	p.dirty = false
	value, desk := p.value, p.s.open
	value.Language = p.s.held.settings.Language
	p.shown = value
	p.s.saving()
	p.s.quick(func(ctx context.Context) error { return desk.SaveSettings(ctx, value) }, func(err error) {
		if err != nil {
			p.dirty = true
			p.s.notSaved(err)
		}
	})
}

// look is the language, the theme and the text's size, which apply at once.
func (p *settingsPage) look() fyne.CanvasObject {
	s := p.s
	themes := []string{themeSystem, themeLight, themeDark}
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = s.say("theme." + t)
	}
	choose := newDropDown(names, nil)
	for i, t := range themes {
		if t == s.prefs.look().variant {
			choose.SetSelectedIndex(i)
		}
	}
	choose.OnChanged = func(string) { s.setTheme(themes[choose.SelectedIndex()]) }
	return container.NewVBox(p.named("settings.language", p.languages()),
		p.named("settings.theme", choose), p.named("settings.text", p.sizes()))
}

func (p *settingsPage) languages() fyne.CanvasObject {
	names := make([]string, len(languages))
	now := 0
	for i, l := range languages {
		names[i] = l.name
		if l.code == p.s.words.Language() {
			now = i
		}
	}
	choose := newDropDown(names, nil)
	choose.SetSelectedIndex(now)
	choose.OnChanged = func(string) { p.s.setLanguage(languages[choose.SelectedIndex()].code) }
	return choose
}

// idle is how long the vault stays open while nobody works.
func (p *settingsPage) idle() fyne.CanvasObject {
	names := make([]string, len(idleMinutes))
	now := 0
	for i, n := range idleMinutes {
		names[i] = p.s.say("lock.minutes", "Count", n)
		if p.s.prefs.idle() == time.Duration(n)*time.Minute {
			now = i
		}
	}
	choose := newDropDown(names, nil)
	choose.SetSelectedIndex(now)
	choose.OnChanged = func(string) { p.s.prefs.SetInt(prefIdle, idleMinutes[choose.SelectedIndex()]) }
	return choose
}

func (p *settingsPage) sizes() fyne.CanvasObject {
	names := make([]string, len(percents))
	for i, n := range percents {
		names[i] = strconv.Itoa(n) + " %"
	}
	choose := newDropDown(names, nil)
	choose.SetSelected(strconv.Itoa(p.s.prefs.look().percent) + " %")
	choose.OnChanged = func(string) { p.s.setPercent(percents[choose.SelectedIndex()]) }
	return choose
}

// setTheme shows everything in another theme and remembers it.
func (s *shell) setTheme(variant string) {
	s.prefs.SetString(prefTheme, variant)
	s.dress()
}

// setPercent sets the size of all text and remembers it.
func (s *shell) setPercent(percent int) {
	s.prefs.SetInt(prefPercent, percent)
	s.dress()
	s.quick(func(context.Context) error { return nil }, func(error) { s.layOutAnew() })
}

// layOutAnew gives everything its place once the toolkit has taken a size of
// text over: it places what is outside before it measures what is inside.
func (s *shell) layOutAnew() {
	s.root.Refresh()
	if p := s.pages[s.shown]; p != nil {
		p.reload()
	}
}

// scale makes all text a step larger or smaller.
func (s *shell) scale(step int) { s.setPercent(larger(s.prefs.look().percent, step)) }

// toggleDark changes between the light and the dark theme.
func (s *shell) toggleDark() {
	if s.prefs.look().choose(s.App.Settings().ThemeVariant()) == 0 {
		s.setTheme(themeLight)
		return
	}
	s.setTheme(themeDark)
}

// setLanguage says everything in another language at once: all pages are
// built anew. Papers are written in it too, unless an export says otherwise.
func (s *shell) setLanguage(code string) {
	if code == s.words.Language() {
		return
	}
	s.part()
	s.prefs.SetString(prefLanguage, code)
	s.words = s.Words.In(code)
	settings, desk := s.held.settings, s.open
	settings.Language = code
	s.quick(func(ctx context.Context) error { return desk.SaveSettings(ctx, settings) }, s.fail)
	s.rebuild()
}

// rebuild makes every widget anew, in the language now spoken.
func (s *shell) rebuild() {
	s.keepSplits()
	shown, block := s.shown, s.block
	s.pages, s.side, s.shown, s.menuShown = map[string]page{}, nil, "", ""
	s.flushes, s.lasts = nil, nil
	s.frame = newFrame(s)
	s.root.Objects = []fyne.CanvasObject{s.frame.object()}
	s.root.Refresh()
	s.frame.reload()
	s.show(shown)
	s.selectBlock(block)
}
