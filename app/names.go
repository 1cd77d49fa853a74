package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// namesPanel lists delegations and groups with where their names come from.
// Names of states are politics: each can be changed, and then says so.
type namesPanel struct {
	s     *shell
	all   []*briefing.Delegation
	rows  []*briefing.Delegation // those that fit what is typed
	input *field
	list  *listView
	top   fyne.CanvasObject
}

func newNamesPanel(s *shell) *namesPanel {
	p := &namesPanel{s: s, input: newField(s.say("names.filter"))}
	p.input.OnChanged = func(string) { p.filter() }
	p.list = newListView(func() int { return len(p.rows) }, newNamesRow, p.update)
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.UnselectAll()
		p.open(p.rows[i])
	}
	add := newButton(s.say("names.add"), func() { p.edit(&briefing.Delegation{Kind: briefing.KindOrganization}, 0) })
	group := newButton(s.say("names.add_group"), func() {
		p.edit(&briefing.Delegation{Kind: briefing.KindGroup, Rule: briefing.GroupInformation}, 0)
	})
	head := container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(group, add)), heading(s.say("names.title"))),
		p.input, aside(s.say("names.about")))
	p.top = roomy(container.NewBorder(head, nil, nil, nil, p.list))
	return p
}

// newNamesRow is a name with its code and, under it, where it comes from.
func newNamesRow() fyne.CanvasObject {
	source := line("")
	source.Importance, source.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	code := section("")
	code.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, fixedWide(92, code), nil, container.New(&stacked{}, line(""), source))
}

func (p *namesPanel) object() fyne.CanvasObject { return p.top }

// reload reads the list: groups first, then by name.
func (p *namesPanel) reload() {
	desk, language := p.s.open, p.s.words.Language()
	var all []*briefing.Delegation
	p.s.quick(func(ctx context.Context) (err error) {
		all, err = desk.Delegations(ctx)
		if err != nil {
			return err
		}
		slices.SortFunc(all, func(a, b *briefing.Delegation) int {
			if (a.Kind == briefing.KindGroup) != (b.Kind == briefing.KindGroup) {
				if a.Kind == briefing.KindGroup {
					return -1
				}
				return 1
			}
			return strings.Compare(briefing.Fold(a.Name(language)), briefing.Fold(b.Name(language)))
		})
		return nil
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.all = all
		p.filter()
	})
}

func (p *namesPanel) filter() {
	want := strings.Fields(briefing.Fold(p.input.Text))
	p.rows = nil
	for _, d := range p.all {
		if holdsAll(briefing.Fold(d.Code+" "+d.Name(p.s.words.Language())), want) {
			p.rows = append(p.rows, d)
		}
	}
	p.list.Refresh()
}

func (p *namesPanel) update(i widget.ListItemID, o fyne.CanvasObject) {
	d := p.rows[i]
	row := o.(*fyne.Container).Objects
	words := row[0].(*fyne.Container).Objects
	words[0].(*widget.Label).SetText(d.Name(p.s.words.Language()))
	words[1].(*widget.Label).SetText(joined("  ·  ", p.membersOf(d), p.sourceOf(d)))
	row[1].(*fyne.Container).Objects[0].(*widget.Label).SetText(d.Code)
}

// membersOf counts a group's members; nothing for who is no group.
func (p *namesPanel) membersOf(d *briefing.Delegation) string {
	if d.Kind != briefing.KindGroup {
		return ""
	}
	return p.s.say("names.members", "Count", len(d.Members))
}

// sourceOf says where a name comes from, or that the user changed it.
func (p *namesPanel) sourceOf(d *briefing.Delegation) string {
	if d.Edited {
		return p.s.say("names.edited")
	}
	return joined(", ", d.Source, string(d.AsOf))
}
