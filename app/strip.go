package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// strip is the line at the bottom: how far the work on the note has come, the
// last thing done, and long work with its number and Cancel.
type strip struct {
	s      *shell
	counts *widget.Label
	said   *widget.Label
	work   *fyne.Container
	task   *widget.Label
	bar    *widget.ProgressBar
	cancel *button
	top    fyne.CanvasObject
}

func newStrip(s *shell) *strip {
	p := &strip{s: s, counts: line(""), said: widget.NewLabel(""), task: widget.NewLabel(""), bar: widget.NewProgressBar()}
	p.said.Importance = widget.LowImportance
	p.cancel = newButton(s.say("window.cancel"), nil)
	p.work = container.NewHBox(p.task, atLeastWide(140, p.bar), p.cancel)
	p.work.Hide()
	p.top = container.NewBorder(nil, nil, nil, container.NewHBox(p.said, p.work, gap(2, 0)), p.counts)
	return p
}

func (p *strip) object() fyne.CanvasObject { return p.top }

// reload counts the open note.
func (p *strip) reload() {
	d := p.s.dossier()
	if d == nil {
		p.counts.SetText(p.s.say("strip.notes", "Count", len(p.s.held.notes)))
		return
	}
	p.counts.SetText(tallyWords(d.Tally(), p.s.words))
}

// tallyWords says how far the work has come; what counts nothing is left out.
func tallyWords(t briefing.Tally, w briefing.Words) string {
	parts := []string{
		w.Say("strip.read", "Done", t.Read, "Of", t.Paragraphs),
		w.Say("strip.answered", "Done", t.Answered, "Of", t.Asks),
	}
	add := func(n int, key string, args ...any) {
		if n > 0 {
			parts = append(parts, w.Say(key, append(args, "Count", n)...))
		}
	}
	add(t.Unsettled, "strip.unsettled")
	add(t.Drafts, "strip.drafts")
	add(t.Ready, "strip.ready")
	if t.Due != "" {
		add(t.AtCapital, "strip.at_capital_due", "Date", t.Due.Say(w))
	} else {
		add(t.AtCapital, "strip.at_capital")
	}
	add(t.Cleared, "strip.cleared")
	add(t.Stale, "strip.stale")
	return strings.Join(parts, "  ·  ")
}

// note says the last thing done, until something else is.
func (p *strip) note(text string) { p.said.SetText(text) }

// show tells of long work; total 0 is unknown.
func (p *strip) show(title string, done, total int, cancel func()) {
	p.task.SetText(title)
	p.bar.Max = float64(max(total, 1))
	p.bar.SetValue(float64(done))
	p.cancel.OnTapped = cancel
	p.cancel.Enable()
	p.work.Show()
}

// hide ends the telling.
func (p *strip) hide() { p.work.Hide() }
