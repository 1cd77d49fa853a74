package app

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// speakingTimes are what chairs give, in minutes.
var speakingTimes = []int{2, 3, 4, 5, 6, 8, 10, 15}

// roomLook is dark whatever the window is: screens shine in a hall.
var roomLook = look{variant: themeDark, percent: 100}

// timer counts a speaking time down, and on below nothing.
type timer struct {
	s     *shell
	given time.Duration
	until time.Time // zero while it stands
	left  time.Duration
	face  *canvas.Text
	word  *canvas.Text // what the colour says too
	start *button
	times *dropDown
	stop  func()
	top   fyne.CanvasObject
}

func newTimer(s *shell) *timer {
	t := &timer{s: s, given: 3 * time.Minute, stop: func() {}}
	t.face, t.word = canvas.NewText("", nil), canvas.NewText("", nil)
	t.face.TextSize, t.face.TextStyle.Bold, t.face.Alignment = 52, true, fyne.TextAlignCenter
	t.word.TextSize, t.word.Alignment = 14, fyne.TextAlignCenter
	names := make([]string, len(speakingTimes))
	for i, m := range speakingTimes {
		names[i] = s.say("room.minutes", "Count", m)
	}
	t.times = newDropDown(names, nil)
	t.times.SetSelectedIndex(1)
	t.times.OnChanged = func(string) {
		t.propose(time.Duration(speakingTimes[max(0, t.times.SelectedIndex())]) * time.Minute)
	}
	t.start = newMainButton("", t.toggle)
	t.left = t.given
	t.top = roomy(container.NewVBox(t.face, t.word, container.New(layout.NewGridLayout(2), t.times, t.start)))
	t.show()
	return t
}

// runs tells whether somebody is speaking: the vault does not lock then.
func (t *timer) runs() bool { return !t.until.IsZero() }

// propose sets another time, unless it is being counted.
func (t *timer) propose(given time.Duration) {
	if t.runs() {
		return
	}
	t.given, t.left = given, given
	t.show()
}

// toggle starts the time, or stops it and is ready for the next.
func (t *timer) toggle() {
	t.stop()
	if t.runs() {
		t.until, t.left = time.Time{}, t.given
		t.show()
		return
	}
	t.until = t.s.now().Add(t.given)
	t.tick()
}

// tick shows the seconds left while the time runs.
func (t *timer) tick() {
	if !t.runs() {
		return
	}
	t.left = t.until.Sub(t.s.now()).Round(time.Second)
	t.show()
	t.stop = t.s.jobs.later(time.Second, t.tick)
}

// soon is when a speaker should be ending.
const soon = 30 * time.Second

func (t *timer) show() {
	key, ink := "room.time.left", theme.ColorNameForeground
	switch {
	case !t.runs():
		key = "room.time.ready"
	case t.left < 0:
		key, ink = "room.time.over", theme.ColorNameError
	case t.left <= soon:
		key, ink = "room.time.soon", theme.ColorNameWarning
	}
	t.face.Text, t.word.Text = sayClock(t.left), t.s.say(key)
	t.face.Color = roomLook.Color(ink, theme.VariantDark)
	t.word.Color = roomLook.Color(ink, theme.VariantDark)
	t.face.Refresh()
	t.word.Refresh()
	t.start.SetText(t.s.say("room.start"))
	if t.runs() {
		t.start.SetText(t.s.say("room.stop"))
	}
}

// sayClock writes minutes and seconds; a time that is over has a minus.
func sayClock(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "−", -d
	}
	seconds := int(d.Seconds())
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}
