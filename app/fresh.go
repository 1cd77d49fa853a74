package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// freshPassphrase asks for a new passphrase twice, says how strong it is, and
// suggests one.
type freshPassphrase struct {
	s             *shell
	first, second *field
	bar           *widget.ProgressBar
	rating        *widget.Label
	made          *widget.Label // the suggestion, to be written down
	box           fyne.CanvasObject
	suggest       *button
}

// newFreshPassphrase makes the form; submit runs on Return in its last field.
func newFreshPassphrase(s *shell, submit func()) *freshPassphrase {
	f := &freshPassphrase{s: s, first: newSecretField(s.say("start.passphrase.hint")), second: newSecretField(s.say("start.again.hint"))}
	f.bar = widget.NewProgressBar()
	f.bar.Max = 4
	f.bar.TextFormatter = func() string { return "" }
	f.rating = aside(s.say("start.strength.empty"))
	f.made = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	f.made.Wrapping = fyne.TextWrapWord
	f.box = newKeyBox(f.made)
	f.box.Hide()
	f.suggest = newQuietButton(s.say("make.go"), f.make)
	f.first.OnChanged = f.rate
	f.first.OnSubmitted = func(string) { s.focus(f.second) }
	f.second.OnSubmitted = func(string) { submit() }
	return f
}

// object is the form under its title.
func (f *freshPassphrase) object(title string) fyne.CanvasObject {
	head := container.NewBorder(nil, nil, section(title), f.suggest)
	return container.NewVBox(head, f.first, f.box, f.second, thin(f.bar), f.rating)
}

// acts are what must wait while something is done.
func (f *freshPassphrase) acts() []fyne.Disableable {
	return []fyne.Disableable{f.first, f.suggest, f.second}
}

// make fills a passphrase of six words in and shows it to be written down; it
// is typed once more by hand.
func (f *freshPassphrase) make() {
	maker, ok := f.s.Strength.(briefing.PassphraseMaker)
	if !ok {
		return
	}
	words, err := maker.Make()
	if err != nil {
		f.s.fail(err)
		return
	}
	f.first.SetText(words)
	f.second.SetText("")
	f.made.SetText(words)
	f.box.Show()
	f.rating.SetText(f.s.say("make.made"))
	f.s.focus(f.second)
}

// rate shows how strong the passphrase is, in words and as a bar.
func (f *freshPassphrase) rate(passphrase string) {
	s := f.s
	if passphrase != f.made.Text {
		f.box.Hide()
	}
	if passphrase == "" {
		f.bar.SetValue(0)
		f.rating.SetText(s.say("start.strength.empty"))
		return
	}
	r := s.Strength.Rate(passphrase)
	f.bar.SetValue(float64(r.Score))
	text := s.say("strength.score."+strconv.Itoa(r.Score)) + "."
	if r.Hint != "" {
		text += " " + s.say(r.Hint)
	}
	f.rating.SetText(text)
}

// wrong says why the passphrase cannot be taken; empty where it can.
func (f *freshPassphrase) wrong() string {
	switch {
	case f.s.Strength.Rate(f.first.Text).Score < briefing.Enough:
		w := faultOf(briefing.ErrWeakPassphrase, f.s.words)
		return w.what + " " + w.safe + " " + w.try
	case f.first.Text != f.second.Text:
		return f.s.say("start.differ")
	}
	return ""
}

// wipe takes what was typed off the screen.
func (f *freshPassphrase) wipe() {
	f.first.SetText("")
	f.second.SetText("")
	f.made.SetText("")
	f.box.Hide()
}

// thin shows a bar a few points high.
func thin(bar *widget.ProgressBar) fyne.CanvasObject {
	return &fyne.Container{Layout: flat(6), Objects: []fyne.CanvasObject{bar}}
}

// flat lays its object out at a height of its own choosing.
type flat float32

// Layout gives the object the width.
func (f flat) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, float32(f)))
		o.Move(fyne.NewPos(0, (size.Height-float32(f))/2))
	}
}

// MinSize is the height alone.
func (f flat) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(f)) }
