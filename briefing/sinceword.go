package briefing

import (
	"cmp"
	"strings"
)

// Say is the change in words, without the place it happened at: "red line →
// opposes". d names delegations.
func (s Shift) Say(d *Dossier, w Words) string {
	fields := make([]string, 0, len(s.Fields))
	for _, f := range s.Fields {
		fields = append(fields, w.Say("field."+f.String()))
	}
	who := ""
	if x := d.Delegation(s.Delegation); x != nil {
		who = x.Name(w.Language())
	}
	word := func(st Stance) string {
		return strings.TrimSpace(st.Glyph() + " " + w.Say("stance."+cmp.Or(string(st), "none")))
	}
	status := ""
	if s.Kind == ShiftDocument {
		status = w.Say("document." + string(s.Document.Status))
	}
	return w.Say("shift."+string(s.Kind), "Was", word(s.Was), "Now", word(s.Now), "Fields", strings.Join(fields, ", "),
		"Who", who, "Status", status)
}

// Place names where the change happened, as people cite it.
func (s Shift) Place(d *Dossier, w Words) string {
	if s.Kind == ShiftDocument {
		return JoinText(" – ", s.Document.Symbol, s.Document.Title)
	}
	b := d.Text.Block(s.Subject.Block)
	if b == nil {
		return ""
	}
	return d.Text.LabelOf(b).Say(b.Kind, w)
}
