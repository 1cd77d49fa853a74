package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// searchDelay is how long a pause in typing starts the search.
const searchDelay = 150 * time.Millisecond

// searchLimit is how many hits are listed.
const searchLimit = 200

// searchPage looks for words in all notes, remarks, positions and observations.
type searchPage struct {
	s     *shell
	input *field
	state *widget.Label
	list  *listView
	found briefing.Hits
	round int    // a search that a newer one overtook is dropped
	stop  func() // ends the wait or the search under way
	top   fyne.CanvasObject
}

func newSearchPage(s *shell) page {
	p := &searchPage{s: s, input: newField(s.say("search.hint")), state: aside(s.say("search.about")), stop: func() {}}
	p.input.OnChanged = func(string) { p.wait(searchDelay) }
	p.input.OnSubmitted = func(string) { p.wait(0) }
	p.list = newListView(
		func() int { return len(p.found.Hits) },
		func() fyne.CanvasObject {
			kind := widget.NewLabel("")
			kind.Importance = widget.LowImportance
			return container.New(&stacked{}, container.NewHBox(section(""), kind), snippet())
		},
		p.update,
	)
	p.list.OnSelected = p.open
	head := container.NewVBox(heading(s.say("search.title")), p.input, p.state)
	p.top = roomy(container.NewBorder(head, nil, nil, nil, p.list))
	return p
}

func (p *searchPage) object() fyne.CanvasObject { return p.top }

// reload searches again: what was found may have changed.
func (p *searchPage) reload() {
	p.s.focus(p.input)
	if p.input.Text != "" {
		p.wait(0)
	}
}

// wait starts the search after a pause, in place of the one before.
func (p *searchPage) wait(pause time.Duration) {
	p.stop()
	if pause == 0 {
		p.search()
		return
	}
	p.stop = p.s.jobs.later(pause, p.search)
}

func (p *searchPage) search() {
	p.round++
	round, words, desk := p.round, p.input.Text, p.s.open
	ctx, cancel := context.WithCancel(p.s.ctx)
	p.stop = cancel
	var found briefing.Hits
	p.s.jobs.long(ctx, func(ctx context.Context, _ briefing.Progress) (err error) {
		found, err = desk.Search(ctx, briefing.Query{Words: words, Limit: searchLimit})
		return err
	}, nil, func(err error) {
		cancel()
		if round == p.round && p.s.open == desk {
			p.show(found, words, err)
		}
	})
}

func (p *searchPage) show(found briefing.Hits, words string, err error) {
	if err != nil {
		p.s.fail(err)
		return
	}
	p.found = found
	p.list.UnselectAll()
	p.list.Refresh()
	switch {
	case words == "":
		p.state.SetText(p.s.say("search.about"))
	case found.Total == 0:
		p.state.SetText(p.s.say("search.none", "Words", words))
	default:
		p.state.SetText(p.s.say("search.found", "Count", found.Total))
	}
}

func (p *searchPage) update(i widget.ListItemID, o fyne.CanvasObject) {
	hit := p.found.Hits[i]
	row := o.(*fyne.Container)
	showSnippet(row.Objects[1].(*widget.RichText), hit.Snippet(snippetWidth))
	head := row.Objects[0].(*fyne.Container)
	head.Objects[0].(*widget.Label).SetText(joined(" · ", hit.Symbol, hit.Label))
	head.Objects[1].(*widget.Label).SetText(p.s.say("search.in." + string(hit.In)))
}

func (p *searchPage) open(i widget.ListItemID) {
	hit := p.found.Hits[i]
	p.list.UnselectAll()
	p.s.openNote(hit.Note, hit.Block)
}

// search shows the search page with the keyboard in it.
func (s *shell) search() { s.show(pageSearch) }
