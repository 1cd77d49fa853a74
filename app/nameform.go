package app

import (
	"context"
	"maps"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// open reads the revision an edit is made on, then shows the form.
func (p *namesPanel) open(d *briefing.Delegation) {
	desk := p.s.open
	var base uint64
	p.s.quick(func(ctx context.Context) (err error) {
		base, err = desk.Revision(ctx, d.Key())
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.edit(d, base)
	})
}

// edit changes the names of a delegation or group, and a group's members.
func (p *namesPanel) edit(d *briefing.Delegation, base uint64) {
	s, desk := p.s, p.s.open
	fresh := *d
	fresh.Names = maps.Clone(d.Names)
	if fresh.Names == nil {
		fresh.Names = map[string]string{}
	}
	form := newFacts(s)
	code := form.add("names.code", d.Code)
	for _, l := range languages {
		form.add("names.in."+l.code, d.Names[l.code]).OnChanged = func(typed string) { fresh.Names[l.code] = strings.TrimSpace(typed) }
	}
	content := container.NewVBox(form.grid)
	if where := joined(", ", d.Source, string(d.AsOf)); where != "" {
		content.Add(aside(s.say("names.source", "Source", where)))
	}
	var hide func()
	if d.Kind == briefing.KindGroup {
		content.Add(aside(s.say("group.rule." + orNone(string(d.Rule)))))
		if !d.ID.IsZero() {
			content.Add(newButton(s.say("names.load"), func() {
				hide()
				p.loadMembers(d)
			}))
			content.Add(aside(p.memberNames(d)))
		}
	}
	ok := newMainButton(s.say("window.save"), func() {
		fresh.Code = strings.TrimSpace(code.Text)
		hide()
		s.quick(func(ctx context.Context) error { return desk.SaveDelegation(ctx, &fresh, base) }, s.fail)
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	title := d.Name(s.words.Language())
	if title == "" {
		title = s.say("names.new")
	}
	hide = s.modal(title, atLeastWide(480, content), code, no, ok)
}

// memberNames lists who is in a group, and since when.
func (p *namesPanel) memberNames(g *briefing.Delegation) string {
	var names []string
	for _, m := range g.Members {
		for _, d := range p.all {
			if d.ID == m.Delegation {
				names = append(names, joined(" ", d.Name(p.s.words.Language()), string(m.From)))
			}
		}
	}
	if len(names) == 0 {
		return p.s.say("names.no_members")
	}
	return strings.Join(names, " · ")
}

// loadMembers adds members typed or pasted as a table, a line each, with the
// source the user has them from.
func (p *namesPanel) loadMembers(g *briefing.Delegation) {
	s, desk := p.s, p.s.open
	table := newTextField(9)
	table.PlaceHolder = s.say("names.table.hint")
	source := newField(s.say("names.table.source"))
	trouble := widget.NewLabel("")
	trouble.Importance = widget.DangerImportance
	var hide func()
	ok := newMainButton(s.say("names.table.add"), func() {
		text, from := table.Text, source.Text
		var unknown []string
		s.quick(func(ctx context.Context) error {
			members, left, err := desk.MemberTable(ctx, text, from)
			if unknown = left; err != nil || len(left) > 0 || len(members) == 0 {
				return err
			}
			return desk.AddMembers(ctx, g.ID, members)
		}, func(err error) {
			switch {
			case err != nil:
				trouble.SetText(faultOf(err, s.words).what)
			case len(unknown) > 0:
				trouble.SetText(s.say("names.table.unknown", "Lines", shorten(strings.Join(unknown, ", "), 60)))
			default:
				hide()
			}
		})
	})
	open := newButton(s.say("names.table.file"), func() {
		s.pickOpen(s.say("names.table.file"), []string{"txt", "csv", "tsv"}, func(path string) { p.readTable(path, table) })
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewVBox(aside(s.say("names.table.about")), table, source, trouble)
	hide = s.modal(g.Name(s.words.Language()), atLeastWide(520, content), table, open, no, ok)
}

// readTable puts a file's text into the field.
func (p *namesPanel) readTable(path string, into *field) {
	var data []byte
	p.s.quick(func(context.Context) (err error) {
		data, err = readFile(path)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		into.SetText(strings.ToValidUTF8(string(data), "�"))
	})
}
