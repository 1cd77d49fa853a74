package app

import (
	"context"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// startPage is what the window shows while no vault is open: it creates one,
// unlocks one or offers the demo.
type startPage struct {
	s      *shell
	dir    *field
	place  *placeWarning
	status *widget.Label // what is being done, or what went wrong
	busy   *fyne.Container
	bar    *widget.ProgressBarInfinite
	body   *fyne.Container
	browse *button
	acts   []fyne.Disableable
	placed bool // on the window: focus can be given
}

// showStart shows the start page: unlocking where there is a vault, else creating.
func (s *shell) showStart() { s.startPage() }

// startPage puts the start page into the window.
func (s *shell) startPage() *startPage {
	p := &startPage{s: s, dir: newField(s.say("start.folder.hint"))}
	p.place = newPlaceWarning(s)
	p.dir.OnChanged = func(string) { p.place.look(p.dirText()) }
	p.dir.SetText(s.VaultDir)
	p.status = prose("")
	p.bar = widget.NewProgressBarInfinite()
	p.busy = &fyne.Container{Layout: flat(6), Objects: []fyne.CanvasObject{p.bar}}
	p.busy.Hide()
	p.browse = newButton(s.say("start.browse"), func() { s.pickFolder(s.say("start.folder"), p.dir.SetText) })
	p.body = container.NewVBox()
	p.form()
	sheet := container.New(column(480), container.NewPadded(newCard(container.NewPadded(container.NewPadded(p.body)))))
	s.root.Objects = []fyne.CanvasObject{newGround(colorPanel, container.NewVScroll(container.NewVBox(gap(0, 8), s.banner(), sheet)))}
	s.root.Refresh()
	s.setMenu()
	p.placed = true
	p.focus()
	return p
}

// form shows what the start page is for: making the demo that was asked for,
// unlocking the vault that is there, or creating one.
func (p *startPage) form() {
	switch {
	case p.s.Demo:
		p.put(p.s.say("start.demo"), nil, p.status, p.busy)
		p.openDemo()
	case holdsSomething(p.s.VaultDir):
		p.showUnlock()
	default:
		p.showCreate()
	}
}

// banner is the program's name and what it is for.
func (s *shell) banner() fyne.CanvasObject {
	name := widget.NewLabelWithStyle("Placard", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	name.SizeName = "headingText"
	about := aside(s.say("start.about"))
	about.Alignment = fyne.TextAlignCenter
	top := container.NewVBox()
	if icon := s.App.Icon(); icon != nil {
		img := canvas.NewImageFromResource(icon)
		img.FillMode = canvas.ImageFillContain
		img.SetMinSize(fyne.NewSize(56, 56))
		top.Add(img)
	}
	top.Add(name)
	top.Add(container.New(column(480), about))
	return top
}

// holdsSomething tells whether a folder has anything in it: a new vault wants
// an empty one.
func holdsSomething(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && len(entries) > 0
}

// put shows a form; acts are what must wait while something is done.
func (p *startPage) put(title string, acts []fyne.Disableable, parts ...fyne.CanvasObject) {
	p.acts = acts
	p.status.SetText("")
	p.status.Hide()
	p.body.Objects = append([]fyne.CanvasObject{heading(title)}, parts...)
	p.body.Refresh()
}

// folder is the row that names the vault's folder.
func (p *startPage) folder() fyne.CanvasObject {
	row := container.NewBorder(nil, nil, nil, p.browse, p.dir)
	return container.NewVBox(section(p.s.say("start.folder")), row, p.place.text)
}

// others are the ways to the other forms.
func (p *startPage) others(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(gap(0, 2), widget.NewSeparator(), container.NewHBox(buttons...))
}

// begin says what is being done and keeps the form still.
func (p *startPage) begin(text string) {
	p.status.Importance = widget.MediumImportance
	p.status.SetText(text)
	p.status.Show()
	p.busy.Show()
	p.bar.Start()
	p.browse.Disable()
	for _, a := range p.acts {
		a.Disable()
	}
}

// end takes the form up again; an error is said in words.
func (p *startPage) end(err error) {
	p.bar.Stop()
	p.busy.Hide()
	p.browse.Enable()
	for _, a := range p.acts {
		a.Enable()
	}
	if err == nil {
		p.status.Hide()
		return
	}
	f := faultOf(err, p.s.words)
	p.say(f.what + " " + f.safe + " " + f.try)
}

// tell shows what was done.
func (p *startPage) tell(text string) {
	p.status.Importance = widget.MediumImportance
	p.status.SetText(text)
	p.status.Show()
}

// say shows what is wrong.
func (p *startPage) say(text string) {
	p.status.Importance = widget.DangerImportance
	p.status.SetText(text)
	p.status.Show()
}

// inform says what was done.
func (p *startPage) inform(text string) {
	p.status.Importance = widget.MediumImportance
	p.status.SetText(text)
	p.status.Show()
}

// focus puts the keyboard into the first field that is empty.
func (p *startPage) focus() {
	for _, a := range p.acts {
		if !p.placed {
			return
		}
		if f, ok := a.(*field); ok && f.Text == "" {
			p.s.focus(f)
			return
		}
	}
}

// openDemo makes a vault to try out, in a folder of its own with a passphrase
// nobody knows, and fills it with the sample.
func (p *startPage) openDemo() {
	s := p.s
	var vault briefing.Vault
	p.begin(s.say("start.demo.making"))
	s.quick(func(ctx context.Context) (err error) {
		var remove func()
		if vault, remove, err = s.makeDemo(ctx); err == nil {
			s.jobs.atEnd(remove)
		}
		return err
	}, func(err error) {
		if err != nil && s.Demo {
			s.Demo = false
			p.form()
		}
		p.end(err)
		if err != nil {
			return
		}
		s.enter(vault, true)
		s.showSteps()
	})
}

// dirText is the folder that is meant.
func (p *startPage) dirText() string { return meant(p.dir.Text) }
