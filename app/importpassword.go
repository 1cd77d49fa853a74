package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// askPassword asks for the password that closes a document and reads it again.
// A wrong one is said so. The password stays with the document while that is
// reviewed, for its pages are drawn with it, and is then forgotten.
func (q *importQueue) askPassword(i *importItem) {
	s := q.s
	password := newSecretField(s.say("import.password.hint"))
	wrong := aside(s.say("import.password.wrong"))
	wrong.Importance = widget.DangerImportance
	setVisible(wrong, i.original.Password != "")
	var hide func()
	skip := func() {
		hide()
		i.err = nil
		q.forget(i, importDropped)
		q.next()
	}
	try := func() {
		typed := password.Text
		if typed == "" {
			return
		}
		hide()
		i.original.Password = typed
		q.again(i)
	}
	password.OnSubmitted = func(string) { try() }
	no, ok := newButton(s.say("import.password.skip"), skip), newMainButton(s.say("import.password.yes"), try)
	content := container.NewVBox(prose(s.say("import.password.about", "Name", i.name)), wrong, password, aside(s.say("import.password.kept")))
	hide = s.modal(s.say("import.password.title"), atLeastWide(420, content), password, no, ok)
}

// again reads a document with the password that was given.
func (q *importQueue) again(i *importItem) {
	desk := q.s.open
	i.err = nil
	q.s.run(q.s.say("import.reading", "Name", i.name), func(ctx context.Context, progress briefing.Progress) error {
		return readItem(ctx, desk, i, progress)
	}, func(err error) {
		if errors.Is(err, context.Canceled) {
			q.forget(i, importDropped)
		} else {
			q.wasRead(i, err)
		}
		q.next()
	})
}
