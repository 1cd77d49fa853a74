package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// historyDialog lists the revisions of a position or a remark, shows what
// changed between two of them word by word, and brings an old one back.
type historyDialog struct {
	s       *shell
	key     briefing.Key
	past    []briefing.Record // newest first
	from    *dropDown
	list    *listView
	shown   int // index into past
	diff    *fyne.Container
	restore *button
	hide    func()
}

// showHistory opens the history of an entity; title says of what.
func (s *shell) showHistory(k briefing.Key, title string) {
	desk := s.desk()
	var past []briefing.Record
	s.quick(func(ctx context.Context) (err error) {
		past, err = desk.History(ctx, k)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		slices.Reverse(past)
		d := &historyDialog{s: s, key: k, past: past}
		d.open(title)
	})
}

// showHistory opens the shown position's history, with what was just typed.
func (i *inspector) showHistory() {
	d := i.draft
	i.keep.save(d)
	desk, to, key := i.s.desk(), d.slot, d.want.Key()
	i.s.quick(func(context.Context) error {
		if key.ID.IsZero() {
			key.ID = to.id
		}
		return nil
	}, func(error) {
		if key.ID.IsZero() || desk != i.s.desk() {
			i.s.modal(i.s.say("history.title"), prose(i.s.say("history.none")), nil)
			return
		}
		i.s.showHistory(key, i.place.Text)
	})
}

func (d *historyDialog) open(title string) {
	w := d.s.words
	d.diff = container.NewVBox()
	d.list = newListView(func() int { return len(d.past) }, newHistoryRow, d.fillRow)
	d.list.OnSelected = d.show
	d.from = newDropDown(d.names(), func(string) { d.compare() })
	d.restore = newMainButton(w.Say("history.restore"), d.bringBack)
	shut := newButton(w.Say("window.close"), func() { d.hide() })
	right := container.NewBorder(container.NewBorder(nil, nil, widget.NewLabel(w.Say("history.compare")), nil, d.from), nil, nil, nil,
		container.NewVScroll(d.diff))
	split := container.NewHSplit(d.list, right)
	split.Offset = 0.36
	sized := container.NewStack(gap(780, 400), split)
	d.hide = d.s.modal(w.Say("history.of", "Title", title), sized, nil, shut, d.restore)
	if len(d.past) > 0 {
		d.list.Select(0)
	}
}

// names are the revisions as the drop-down says them.
func (d *historyDialog) names() []string {
	out := make([]string, 0, len(d.past)+1)
	for _, r := range d.past {
		out = append(out, d.s.say("history.revision", "Number", r.Revision)+" · "+sayMoment(r.At))
	}
	return append(out, d.s.say("history.nothing"))
}

func newHistoryRow() fyne.CanvasObject {
	return container.New(tight(), line(""), smallLabel(""))
}

func (d *historyDialog) fillRow(n widget.ListItemID, o fyne.CanvasObject) {
	r := d.past[n]
	parts := o.(*fyne.Container).Objects
	parts[0].(*widget.Label).SetText(r.Act.Say(d.s.words))
	foot := compact(sayMoment(r.At), r.By, strconv.FormatUint(r.Revision, 10))
	parts[1].(*widget.Label).SetText(strings.Join(foot, " · "))
}

// show shows a revision beside the one before it.
func (d *historyDialog) show(n widget.ListItemID) {
	d.shown = n
	d.from.OnChanged = nil
	d.from.SetSelectedIndex(n + 1)
	d.from.OnChanged = func(string) { d.compare() }
	d.compare()
	if n == 0 || d.past[n].Value == nil {
		d.restore.Disable()
		return
	}
	d.restore.Enable()
}

// compare shows what changed between the chosen revision and the shown one.
func (d *historyDialog) compare() {
	var before briefing.Entity
	if n := d.from.SelectedIndex(); n < len(d.past) {
		before = d.past[n].Value
	}
	d.diff.RemoveAll()
	changes := changesBetween(before, d.past[d.shown].Value, d.s.words)
	for _, c := range changes {
		d.diff.Add(section(c.name))
		d.diff.Add(diffText(briefing.WordDiff(c.from, c.to)))
	}
	if len(changes) == 0 {
		d.diff.Add(aside(d.s.say("history.same")))
	}
	d.diff.Refresh()
}

// bringBack writes the shown revision as the newest.
func (d *historyDialog) bringBack() {
	desk, key, revision := d.s.desk(), d.key, d.past[d.shown].Revision
	d.hide()
	d.s.quick(func(ctx context.Context) error { return desk.Restore(ctx, key, revision) }, d.s.fail)
}
