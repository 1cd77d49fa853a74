package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// inspector is "this paragraph": our position on the selected block, what was
// remarked there and where others stand.
type inspector struct {
	s    *shell
	keep *keeper
	x    *briefing.Dossier // as last read; nil before a note is open
	note briefing.ID
	// block is the selected one; subject is which of its subjects is shown.
	block    string
	subjects []briefing.Subject
	draft    *draft
	// drafts holds every draft that the vault lacks something of, and the
	// shown one.
	drafts map[draftKey]*draft

	place    *widget.Label
	chooser  *dropDown
	position *positionPanel
	remarks  *annotationPanel
	others   *othersPanel
	tabs     *container.AppTabs
	body     *fyne.Container
	empty    fyne.CanvasObject
	top      fyne.CanvasObject
}

// inspectorWidth is the least it needs.
const inspectorWidth = 290

// steadyWidth lays its objects out over the whole and asks for one width,
// whatever stands in them: a long word must not push the note aside.
type steadyWidth float32

// MinSize is the one width and the objects' height.
func (w steadyWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(stretched(float32(w)), height)
}

// Layout fills the space.
func (steadyWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// draftKey names a draft: blocks of two notes may share an id.
type draftKey struct {
	note    briefing.ID
	subject briefing.Subject
}

var _ side = (*inspector)(nil)

func newInspector(s *shell) *inspector {
	i := &inspector{s: s, drafts: map[draftKey]*draft{}}
	i.keep = newKeeper(s, i.settled)
	i.position = newPositionPanel(i)
	i.remarks = newAnnotationPanel(i)
	i.others = newOthersPanel(i)
	i.build()
	s.beforeLeave(i.flush)
	s.beforeParting(i.flushBegun)
	return i
}

func (i *inspector) build() {
	i.place = section("")
	i.place.Truncation = fyne.TextTruncateEllipsis
	i.chooser = newDropDown(nil, nil)
	i.tabs = container.NewAppTabs(
		container.NewTabItem(i.s.say("inspector.tab.position"), i.position.top),
		container.NewTabItem(i.s.say("inspector.tab.annotations"), i.remarks.top),
		container.NewTabItem(i.s.say("inspector.tab.others"), i.others.top),
	)
	i.tabs.OnSelected = func(*container.TabItem) { i.remarks.takePhrase() }
	i.body = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(-6), i.place, i.chooser), nil, nil, nil, i.tabs)
	i.empty = container.NewBorder(aside(i.s.say("inspector.empty")), nil, nil, nil)
	i.body.Hide()
	i.top = container.New(steadyWidth(inspectorWidth), container.NewStack(i.empty, i.body))
}

func (i *inspector) object() fyne.CanvasObject { return i.top }

// reload shows the dossier that the window has just read around what is being
// typed.
func (i *inspector) reload() {
	if x := i.s.dossier(); x != nil {
		i.swap(x)
	}
}

// swap takes over a newly read dossier; one that is older than what is shown
// is ignored.
func (i *inspector) swap(x *briefing.Dossier) {
	if i.x != nil && i.note == x.Note.ID && x.Upto < i.x.Upto {
		return
	}
	i.x, i.note = x, x.Note.ID
	for k, d := range i.drafts {
		if k.note == i.note {
			d.rebaseOn(x, k.subject)
		}
	}
	i.fill()
}

// showBlock shows another block; what was typed is saved at once.
func (i *inspector) showBlock(id string) {
	i.saveShown()
	i.block, i.draft, i.subjects = id, nil, nil
	i.position.closeSecrets()
	if x := i.s.dossier(); x != nil && x != i.x {
		i.swap(x)
		return
	}
	i.fill()
}

// showSubject shows another subject; what was typed is saved at once.
func (i *inspector) showSubject(s briefing.Subject) {
	i.showBlock(s.Block)
	if slices.Contains(i.subjects, s) {
		i.choose(s)
	}
}

// fill shows what the dossier and the draft have.
func (i *inspector) fill() {
	b := i.shownBlock()
	setVisible(i.empty, b == nil)
	setVisible(i.body, b != nil)
	if b == nil {
		return
	}
	i.subjects = subjectsOf(i.x, b)
	if i.draft == nil || !slices.Contains(i.subjects, i.draft.want.Subject) {
		i.draft = i.draftOf(i.subjects[0])
	}
	i.place.SetText(sayPlace(i.x, i.block, i.s.words))
	i.fillChooser()
	i.position.fill()
	i.remarks.fill()
	i.others.fill()
	i.nameTabs()
}

func (i *inspector) shownBlock() *briefing.Block {
	if i.x == nil || i.block == "" {
		return nil
	}
	return i.x.Text.Block(i.block)
}

// fillChooser offers the subjects where the block has several.
func (i *inspector) fillChooser() {
	setVisible(i.chooser, len(i.subjects) > 1)
	names := make([]string, 0, len(i.subjects))
	for _, s := range i.subjects {
		names = append(names, saySubject(i.x, s, i.s.words))
	}
	i.chooser.OnChanged = nil
	i.chooser.SetOptions(names)
	i.chooser.SetSelectedIndex(slices.Index(i.subjects, i.draft.want.Subject))
	i.chooser.OnChanged = func(string) { i.choose(i.subjects[i.chooser.SelectedIndex()]) }
}

// choose shows another subject of the block.
func (i *inspector) choose(s briefing.Subject) {
	if s == i.draft.want.Subject {
		return
	}
	i.saveShown()
	i.draft = i.draftOf(s)
	i.position.closeSecrets()
	i.fill()
}

// nameTabs says how much there is behind the other tabs.
func (i *inspector) nameTabs() {
	subject := i.draft.want.Subject
	names := []string{
		i.s.say("inspector.tab.position"),
		counted(i.s.say("inspector.tab.annotations"), len(i.x.AnnotationsOn(i.block))),
		counted(i.s.say("inspector.tab.others"), len(i.x.ObservationsOn(subject))),
	}
	changed := false
	for n, item := range i.tabs.Items {
		changed = changed || item.Text != names[n]
		item.Text = names[n]
	}
	if changed {
		i.tabs.Refresh()
	}
}

// counted is a name with a number behind it, where there is one to say.
func counted(name string, n int) string {
	if n == 0 {
		return name
	}
	return name + "  " + strconv.Itoa(n)
}
