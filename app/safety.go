package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// What protects the vault and what does not, as codes of the catalogue.
var (
	defended    = []string{"defends.lost", "defends.changed", "defends.left"}
	notDefended = []string{"not.malware", "not.memory", "not.swap", "not.force", "not.exports", "not.old"}
)

// showSafety says plainly what the vault protects against and what not.
func (s *shell) showSafety() {
	if s.inDialog() {
		return
	}
	rows := container.New(tight())
	list := func(title string, codes []string, icon fyne.Resource) {
		rows.Add(section(s.say(title)))
		for _, code := range codes {
			rows.Add(container.NewBorder(nil, nil, widget.NewIcon(icon), nil, prose(s.say("safety."+code))))
		}
	}
	list("safety.defends", defended, theme.ConfirmIcon())
	list("safety.not", notDefended, theme.CancelIcon())
	rows.Add(aside(s.say("safety.shows")))
	var hide func()
	ok := newMainButton(s.say("window.close"), func() { hide() })
	view := container.NewVScroll(rows)
	view.SetMinSize(fyne.NewSize(740, 460)) // a small window holds no more
	hide = s.modal(s.say("safety.title"), view, nil, ok)
}
