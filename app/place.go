package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// placeWarning says under a folder's name where other programs write to it
// too; nothing else is shown.
type placeWarning struct {
	s    *shell
	text *widget.Label
}

func newPlaceWarning(s *shell) *placeWarning {
	w := &placeWarning{s: s, text: prose("")}
	w.text.Importance = widget.WarningImportance
	w.text.Hide()
	return w
}

// look looks at the folder that is named.
func (w *placeWarning) look(dir string) {
	text := w.s.placeWords(dir)
	w.text.SetText(text)
	setVisible(w.text, text != "")
}

// placeWords says why a vault is not safe in a folder; empty where it is.
func (s *shell) placeWords(dir string) string {
	placed, ok := s.Vaults.(briefing.Placed)
	if !ok || dir == "" {
		return ""
	}
	switch by := placed.SharedBy(dir); by {
	case "":
		return ""
	case "network":
		return s.say("place.network")
	default:
		return s.say("place.synced", "Program", by)
	}
}

// sayOlder says that the vault is older than this machine has seen it.
func (s *shell) sayOlder(v briefing.Vault) {
	r, ok := v.(briefing.Remembered)
	if !ok || r.Missing() == 0 {
		return
	}
	count := int(min(r.Missing(), 1<<30))
	what := section(s.say("place.older", "Count", count))
	what.Wrapping = fyne.TextWrapWord
	var hide func()
	take := newButton(s.say("place.older.take"), func() {
		hide()
		s.fail(r.AcceptOlder())
	})
	lock := newButton(s.say("place.older.lock"), func() {
		hide()
		s.lock()
	})
	proceed := newMainButton(s.say("place.older.go"), func() { hide() })
	content := container.NewVBox(what, prose(s.say("place.older.why")))
	hide = s.modal(s.say("place.older.title"), atLeastWide(560, content), nil, take, layout.NewSpacer(), lock, proceed)
}
