package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// clocks tell the time here and in capital.
type clocks struct {
	s       *shell
	here    *widget.Label
	capital *button // changes capital's time zone
	ticked  func(now time.Time)
	top     fyne.CanvasObject
}

func newClocks(s *shell) *clocks {
	c := &clocks{s: s, here: widget.NewLabel(""), ticked: func(time.Time) {}}
	c.capital = newQuietButton("", c.change)
	c.top = container.NewHBox(c.here, c.capital)
	c.tick()
	return c
}

// tick moves the hands while the vault is open.
func (c *clocks) tick() {
	if c.s.open == nil {
		return
	}
	now := c.s.now()
	c.show(now)
	c.s.jobs.later(time.Minute-time.Duration(now.Second())*time.Second, c.tick)
}

func (c *clocks) show(now time.Time) {
	c.ticked(now)
	c.here.SetText(c.s.say("room.here", "Time", now.Local().Format("15:04")))
	zone, err := time.LoadLocation(c.s.prefs.String(prefCapitalZone))
	if err != nil || c.s.prefs.String(prefCapitalZone) == "" {
		c.capital.SetText(c.s.say("room.capital.unset"))
		return
	}
	c.capital.SetText(c.s.say("room.capital", "Time", now.In(zone).Format("15:04")))
}

// change asks for capital's time zone, as the systems name it.
func (c *clocks) change() {
	s := c.s
	zone := newField("Europe/Paris")
	zone.SetText(s.prefs.String(prefCapitalZone))
	fault := smallLabel("")
	var hide func()
	ok := newMainButton(s.say("window.save"), func() {
		if _, err := time.LoadLocation(zone.Text); err != nil {
			fault.SetText(s.say("room.zone.unknown", "Name", zone.Text))
			return
		}
		hide()
		s.prefs.SetString(prefCapitalZone, zone.Text)
		c.show(s.now())
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewVBox(aside(s.say("room.zone.about")), zone, fault)
	hide = s.modal(s.say("room.zone.title"), atLeastWide(420, content), zone, no, ok)
}
