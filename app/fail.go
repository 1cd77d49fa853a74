package app

import (
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// fault is a problem in people's words.
type fault struct{ what, safe, try, detail string }

// faultOf puts an error into words: what happened, what is safe, what to try.
// The detail is a code for whoever helps; it holds no words of the user's.
func faultOf(err error, words briefing.Words) fault {
	var p *briefing.Problem
	var conflict *briefing.ConflictError
	switch {
	case errors.As(err, &conflict):
		p = briefing.ErrConflict
	case !errors.As(err, &p):
		p = &briefing.Problem{Code: "unknown"}
	}
	key := "problem." + p.Code
	return fault{
		what:   words.Say(key+".what", p.Args...),
		safe:   words.Say(key+".safe", p.Args...),
		try:    words.Say(key+".try", p.Args...),
		detail: p.Error(),
	}
}

// fail shows what happened, what is safe and what to try; the detail comes
// after a button.
func (s *shell) fail(err error) {
	if err == nil {
		return
	}
	slog.Error("shown to the user", "code", codeOf(err))
	f := faultOf(err, s.words)
	detail := aside(f.detail)
	detail.Hide()
	what := section(f.what)
	what.Wrapping = fyne.TextWrapWord
	content := container.NewVBox(what, prose(f.safe), prose(f.try), detail)
	var hide func()
	more := newQuietButton(s.say("window.detail"), func() { detail.Show() })
	ok := newMainButton(s.say("window.close"), func() { hide() })
	hide = s.modal(s.say("window.fail.title"), atLeastWide(440, content), nil, more, ok)
}

// codeOf is what the log keeps of an error: never its arguments.
func codeOf(err error) string {
	if p, ok := errors.AsType[*briefing.Problem](err); ok {
		return p.Code
	}
	return "unknown"
}
