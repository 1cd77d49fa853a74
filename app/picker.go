package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// picker chooses a file or a folder: places to the left, the folder's list to
// the right, and the path above, to type or paste.
type picker struct {
	s       *shell
	exts    []string
	folders bool   // a folder is wanted
	name    string // of the file to save; empty when opening
	dir     string
	list    []entry
	path    *field
	view    *listView
	trouble *widget.Label
	hide    func()
	chosen  func(path string)
	// several files may be chosen where this is set: it is told all of them.
	several func(paths []string)
	marked  []string // the files chosen so far
	count   *widget.Label
}

// pickOpen has a file chosen whose name ends in one of exts.
func (s *shell) pickOpen(title string, exts []string, chosen func(path string)) {
	(&picker{s: s, exts: exts, chosen: chosen}).show(title, s.say("picker.open"))
}

// pickFiles has one file chosen or several.
func (s *shell) pickFiles(title string, exts []string, chosen func(paths []string)) {
	(&picker{s: s, exts: exts, several: chosen, chosen: func(path string) { chosen([]string{path}) }}).show(title, s.say("picker.open"))
}

// pickSave has a path chosen to write to; name is proposed. Replacing a file
// that is there is asked for.
func (s *shell) pickSave(title, name string, chosen func(path string)) {
	p := &picker{s: s, name: name, exts: []string{filepath.Ext(name)}}
	p.chosen = func(path string) {
		if _, err := os.Stat(path); err != nil {
			chosen(path)
			return
		}
		s.confirm(s.say("picker.replace.title"), s.say("picker.replace", "Name", filepath.Base(path)),
			s.say("picker.replace.yes"), func() { chosen(path) })
	}
	p.show(title, s.say("picker.save"))
}

// pickFolder has a folder chosen.
func (s *shell) pickFolder(title string, chosen func(path string)) {
	(&picker{s: s, folders: true, chosen: chosen}).show(title, s.say("picker.folder"))
}

func (p *picker) show(title, yes string) {
	s := p.s
	p.path = newField(s.say("picker.path"))
	p.path.OnSubmitted = func(string) { p.take() }
	p.trouble = aside("")
	p.trouble.Importance = widget.DangerImportance
	p.trouble.Hide()
	p.view = newListView(
		func() int { return len(p.list) },
		func() fyne.CanvasObject { return container.NewBorder(nil, nil, widget.NewIcon(nil), nil, line("")) },
		p.update,
	)
	p.view.HideSeparators = true
	p.view.OnSelected = p.pick
	places := container.NewVBox()
	for _, dir := range s.places() {
		b := newQuietButton(placeName(dir), func() { p.enter(dir) })
		b.Alignment = widget.ButtonAlignLeading
		places.Add(b)
	}
	up := newButton("↑", func() { p.enter(filepath.Dir(p.dir)) })
	head := container.NewBorder(nil, p.trouble, up, nil, p.path)
	p.count = aside("")
	p.count.Hide()
	body := container.NewBorder(head, p.count, container.NewVScroll(atLeastWide(150, places)), nil, p.view)
	no := newButton(s.say("window.cancel"), func() { p.hide() })
	ok := newMainButton(yes, p.take)
	p.dir = s.folder()
	p.propose()
	p.hide = s.modal(title, container.NewGridWrap(fyne.NewSize(620, 380), body), p.path, no, ok)
	p.enter(p.dir)
}

func (p *picker) update(i widget.ListItemID, o fyne.CanvasObject) {
	row := o.(*fyne.Container)
	row.Objects[0].(*widget.Label).SetText(p.list[i].name)
	icon := theme.FileIcon()
	if p.list[i].dir {
		icon = theme.FolderIcon()
	} else if slices.Contains(p.marked, filepath.Join(p.dir, p.list[i].name)) {
		icon = theme.ConfirmIcon()
	}
	row.Objects[1].(*widget.Icon).SetResource(icon)
}

// propose puts the path that is meant so far into the field, the cursor behind it.
func (p *picker) propose() {
	p.path.SetText(p.typed(p.dir))
	p.path.CursorColumn = len([]rune(p.path.Text))
	p.path.Refresh()
}

// enter lists a folder, off the UI goroutine. What is typed meanwhile stays.
func (p *picker) enter(dir string) {
	dir = filepath.Clean(dir)
	before := p.path.Text
	var found []entry
	p.s.quick(func(context.Context) (err error) {
		found, err = listDir(dir, p.exts, p.folders)
		return err
	}, func(err error) {
		if err != nil {
			p.complain(err)
			return
		}
		p.trouble.Hide()
		p.dir, p.list = dir, found
		p.view.UnselectAll()
		p.view.ScrollToTop()
		p.view.Refresh()
		if p.path.Text == before {
			p.propose()
		}
	})
}

func (p *picker) typed(dir string) string {
	if p.name != "" {
		return filepath.Join(dir, p.name)
	}
	if p.folders {
		return dir
	}
	return dir + string(filepath.Separator)
}

// pick goes into a folder, or names a file; a file named twice is taken.
func (p *picker) pick(i widget.ListItemID) {
	e := p.list[i]
	full := filepath.Join(p.dir, e.name)
	switch {
	case e.dir:
		p.enter(full)
	case p.several != nil:
		p.mark(full)
	case p.path.Text == full && p.name == "":
		p.take()
	default:
		if p.name != "" {
			p.name = e.name
		}
		p.path.SetText(full)
	}
	p.view.UnselectAll()
}

// mark chooses a file beside others, or takes it out again.
func (p *picker) mark(path string) {
	if i := slices.Index(p.marked, path); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, path)
	}
	p.path.SetText(p.typed(p.dir))
	if len(p.marked) == 1 {
		p.path.SetText(p.marked[0])
	}
	p.count.SetText(p.s.say("picker.marked", "Count", len(p.marked)))
	setVisible(p.count, len(p.marked) > 1)
	p.view.Refresh()
}

// takeMarked ends with the marked files, unless a path was typed since.
func (p *picker) takeMarked() bool {
	if len(p.marked) < 2 || p.path.Text != p.typed(p.dir) {
		return false
	}
	p.s.recent = remember(p.s.recent, folderOf(p.marked[0], false))
	p.hide()
	p.several(p.marked)
	return true
}

// take ends with the path that stands in the field; a folder is gone into
// where a file is wanted.
func (p *picker) take() {
	path := meant(p.path.Text)
	if path == "" || p.takeMarked() {
		return
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir() && !p.folders:
		p.enter(path)
		return
	case err != nil && p.name == "" && !p.folders:
		p.complain(briefing.FileProblem(err, path))
		return
	}
	p.s.recent = remember(p.s.recent, folderOf(path, p.folders))
	p.hide()
	p.chosen(path)
}

func (p *picker) complain(err error) {
	p.trouble.SetText(faultOf(err, p.s.words).what)
	p.trouble.Show()
}
