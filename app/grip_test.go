package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// holders are the window's widgets that can have the keyboard, one of a kind.
func (st *stage) holders() map[string]fyne.Focusable {
	note := st.s.pages[pageNote].(*notePage)
	side := st.s.side.(*inspector)
	return map[string]fyne.Focusable{
		"text": note.text, "editor": side.position.fields[firstField].edit, "short field": side.position.facts.due,
		"drop-down": side.position.facts.priority, "stances": side.position.stance, "button": side.position.more.button,
		"outline": st.s.frame.outline.list, "tick": side.remarks.form.private, "tags": side.remarks.form.tags,
	}
}

var firstField = mainFields[0]

func TestF1ShowsTheKeysFromEverywhere(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	for name, w := range st.holders() {
		st.s.show(pageNote)
		st.s.focus(w)
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		st.work()
		if st.s.shown != pageKeys {
			t.Errorf("from the %s F1 leads to %s", name, st.s.shown)
		}
	}
	st.s.show(pageMatrix)
	st.work()
	table := st.s.pages[pageMatrix].(*matrixPage).table
	st.s.focus(table)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if st.s.shown != pageKeys {
		t.Errorf("from the comparison F1 leads to %s", st.s.shown)
	}
}

// What has the keyboard wears a ring; what lost it wears none.
func TestTheFocusWearsARing(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	st.s.show(pageNote)
	side := st.s.side.(*inspector)
	st.objects() // draws everything once
	for name, w := range map[string]struct {
		fyne.Focusable
		g *grip
	}{
		"drop-down": {side.position.facts.priority, &side.position.facts.priority.grip},
		"stances":   {side.position.stance, &side.position.stance.grip},
		"button":    {side.position.more.button, &side.position.more.button.grip},
		"outline":   {st.s.frame.outline.list, &st.s.frame.outline.list.grip},
	} {
		st.s.focus(w.Focusable)
		if !seen(w.g.outer) || !seen(w.g.inner) {
			t.Errorf("the %s has the keyboard and no ring", name)
		}
		st.s.window.Canvas().Unfocus()
		if seen(w.g.inner) {
			t.Errorf("the %s lost the keyboard and keeps the ring", name)
		}
	}
}

func seen(line *canvas.Rectangle) bool { return line != nil && line.Visible() }

func TestEscapeClosesADialogThatNothingInHasTheFocus(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("find")
	st.s.window.Canvas().Unfocus() // as a click on empty ground does
	st.s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if st.s.inDialog() {
		t.Error("the dialog stays")
	}
}
