package app

import (
	"placard/briefing"
)

// draftOf is the draft on a subject: the one with unsaved words where there
// is one.
func (i *inspector) draftOf(s briefing.Subject) *draft {
	k := draftKey{i.note, s}
	if d := i.drafts[k]; d != nil {
		return d
	}
	p := i.x.Position(s)
	var base uint64
	if p != nil {
		base = i.x.Base(p)
	}
	d := newDraft(i.note, s, p, base, i.x.Upto)
	i.drafts[k] = d
	return d
}

// typed starts the clock after a key.
func (i *inspector) typed() { i.keep.typed(i.draft) }

// edit changes the shown draft by something that is not typed, and saves it.
func (i *inspector) edit(change func(p *briefing.Position)) {
	change(&i.draft.want)
	i.keep.save(i.draft)
	i.position.fill()
}

// setStance sets the shown position's stance.
func (i *inspector) setStance(s briefing.Stance) {
	if i.draft == nil {
		return
	}
	i.edit(func(p *briefing.Position) { p.Stance = s })
}

// focusField opens and focuses a field by its code ("line_to_take"), or the
// new remark ("annotation").
func (i *inspector) focusField(code string) {
	if i.shownBlock() == nil {
		return
	}
	if code == "annotation" {
		i.tabs.SelectIndex(1)
		i.remarks.fill()
		i.s.focus(i.remarks.form.text)
		return
	}
	f, ok := briefing.ParseField(code)
	if !ok {
		return
	}
	i.tabs.SelectIndex(0)
	i.position.focus(f)
}

// shade shuts fallback, red line and tactics at once.
func (i *inspector) shade() { i.position.closeSecrets() }

// saveShown saves what was typed in the shown draft and the open forms.
func (i *inspector) saveShown() {
	if i.draft != nil {
		i.keep.save(i.draft)
	}
	i.remarks.keepTyped()
}

// flush saves every position that was typed in. A remark that was begun stays
// in its form: nobody has added it yet.
func (i *inspector) flush() {
	for _, d := range i.drafts {
		i.keep.save(d)
	}
	i.remarks.keepTyped()
}

// flushBegun saves what would be lost with the widgets: remarks that were
// begun, and words that clash.
func (i *inspector) flushBegun() {
	for _, d := range i.drafts {
		i.keepClashes(d)
	}
	i.remarks.flush()
}

// settled is called when a draft was saved, failed or began to clash.
func (i *inspector) settled(d *draft) {
	if d == i.draft {
		i.position.fill()
		return
	}
	if !d.unsaved() && len(d.flying) == 0 {
		delete(i.drafts, draftKey{d.want.Note, d.want.Subject})
	}
}
