package briefing

import (
	"context"
	"slices"
	"strings"
)

// Template is recurring language: a text under a name, to begin a field with.
// {paragraph}, {symbol} and {delegation} in it stand for the place it is put.
type Template struct {
	Name     string `cbor:"1,keyasint" json:"name"`
	Language string `cbor:"2,keyasint,omitempty" json:"language,omitempty"`
	Text     string `cbor:"3,keyasint" json:"text"`
}

// ShippedTemplates are the codes of the examples that the catalogue holds in
// each language, under "template.<code>.name" and ".text".
var ShippedTemplates = []string{"thanks", "support", "amend", "clarify", "reserve", "referendum", "align", "decline"}

// TemplatesIn are the user's own templates of a language, by name, then the
// shipped ones in it.
func (s *Settings) TemplatesIn(w Words) []Template {
	var out []Template
	for _, t := range s.Templates {
		if t.Language == w.Language() {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Template) int { return strings.Compare(Fold(a.Name), Fold(b.Name)) })
	for _, code := range ShippedTemplates {
		out = append(out, Template{
			Name: w.Say("template." + code + ".name"), Language: w.Language(), Text: w.Say("template." + code + ".text"),
		})
	}
	return out
}

// Own tells whether a template is one of the user's.
func (s *Settings) Own(t Template) bool { return slices.Contains(s.Templates, t) }

// FillTemplate puts a template's words to a block of the note.
func (d *Dossier) FillTemplate(t Template, block string) string {
	label := ""
	if b := d.Text.Block(block); b != nil {
		label = d.Text.LabelOf(b).Label
	}
	return strings.NewReplacer(
		"{paragraph}", label, "{symbol}", d.Note.Symbol, "{delegation}", d.Settings.Delegation,
	).Replace(t.Text)
}

// KeepTemplate keeps a template of the user's own; one of the same name and
// language gives way. ErrInvalid without a name or words, ErrTooLong.
func (d *Desk) KeepTemplate(ctx context.Context, t Template) error {
	t.Name, t.Text = strings.TrimSpace(t.Name), strings.TrimSpace(t.Text)
	if t.Name == "" || t.Text == "" {
		return ErrInvalid.Because(nil, "Value", "template")
	}
	if err := checkLength("template", t.Text); err != nil {
		return err
	}
	return d.changeSettings(ctx, Act{Code: "act.template", Args: []string{t.Name}}, func(s *Settings) {
		s.Templates = append(slices.DeleteFunc(s.Templates, t.replaces), t)
	})
}

// ForgetTemplate removes a template of the user's own.
func (d *Desk) ForgetTemplate(ctx context.Context, t Template) error {
	return d.changeSettings(ctx, Act{Code: "act.template_remove", Args: []string{t.Name}}, func(s *Settings) {
		s.Templates = slices.DeleteFunc(s.Templates, t.replaces)
	})
}

func (t Template) replaces(old Template) bool {
	return t.Name == old.Name && t.Language == old.Language
}
