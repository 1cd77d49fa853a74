package briefing

import (
	"cmp"
	"strconv"
	"strings"
)

// Say names the act in a language: "paragraph 12 to Opposes".
func (a Act) Say(w Words) string {
	arg := func(i int) string {
		if i < len(a.Args) {
			return a.Args[i]
		}
		return ""
	}
	what := arg(1)
	switch a.Code {
	case "act.position_stance", "act.observe", "act.many_stance":
		what = w.Say("stance." + cmp.Or(what, "none"))
	case "act.position_state", "act.many_state":
		what = w.Say("state." + cmp.Or(what, "none"))
	case "act.correct":
		what = w.Say("correct." + what)
	case "act.position_field":
		what = w.Say("field." + what)
	}
	count, _ := strconv.Atoi(arg(0)) // of the acts on many
	return w.Say(a.Code, "Count", count, "Label", arg(0), "What", what, "Rest", strings.Join(a.Args, ", "))
}
