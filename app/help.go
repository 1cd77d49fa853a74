package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// keysPage lists every command with its keys.
type keysPage struct {
	s   *shell
	top fyne.CanvasObject
}

func newKeysPage(s *shell) page {
	columns := []*fyne.Container{container.NewVBox(), container.NewVBox()}
	for i, menu := range menus {
		box := columns[i%2]
		box.Add(section(s.say("menu." + menu)))
		for _, c := range s.list {
			if c.menu != menu || c.shortcut == nil {
				continue
			}
			key := widget.NewLabelWithStyle(s.keyName(c.shortcut), fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
			box.Add(keyRow(s.keyTitle(c), key))
		}
	}
	columns[1].Add(section(s.say("keys.elsewhere")))
	for _, code := range []string{"arrows", "tab", "escape", "redo"} {
		key := widget.NewLabelWithStyle(s.say("keys."+code+".key"), fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
		columns[1].Add(keyRow(s.say("keys."+code), key))
	}
	body := container.NewGridWithColumns(2, columns[0], columns[1])
	p := &keysPage{s: s}
	p.top = container.NewVScroll(roomy(container.NewVBox(heading(s.say("page.keys")), body)))
	return p
}

// keyRow is one line: the command, then its keys.
func keyRow(name string, keys fyne.CanvasObject) fyne.CanvasObject {
	return container.New(snug(10), container.NewBorder(nil, nil, nil, keys, line(name)))
}

func (p *keysPage) object() fyne.CanvasObject { return p.top }

// reload shows nothing new: keys do not change.
func (p *keysPage) reload() {}

// keyTitle names a command without what it would act on now.
func (s *shell) keyTitle(c *command) string {
	if c.menu == menuStance {
		return s.name(c)
	}
	return s.say("command." + c.code)
}
