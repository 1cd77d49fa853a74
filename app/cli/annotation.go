package cli

import (
	"strings"

	"placard/briefing"
)

func annotateFlags(c *call) {
	c.set.String("text", "", "")
	c.set.String("quote", "", "")
	c.set.String("kind", "", "")
	c.set.Bool("private", false, "")
	c.set.Var(&list{}, "tag", "")
}

// typed is the annotation the flags describe.
func (c *call) typed() briefing.Annotation {
	at := func(name string) string { return c.set.Lookup(name).Value.String() }
	a := briefing.Annotation{Text: at("text"), Kind: briefing.AnnotationKind(at("kind")), Private: at("private") == "true"}
	if tags := at("tag"); tags != "" {
		a.Tags = strings.Split(tags, ",")
	}
	a.Anchor.Quote.Exact = at("quote")
	return a
}

func annotate(c *call) error {
	desk, x, b, err := c.place()
	if err != nil {
		return err
	}
	a := c.typed()
	a.Anchor.Block = b.ID
	saved, err := desk.Annotate(c.ctx, x.Note.ID, a)
	if err != nil {
		return err
	}
	return c.print(saved.ID.String())
}

func annotationList(c *call) error {
	_, x, err := c.dossier()
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(x.Annotations)
	}
	for _, a := range x.Annotations {
		if err := c.print(a.ID.String(), a.Anchor.Label, c.Words.Say("annotation.kind."+string(a.Kind)), a.Text); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) annotation() (*briefing.Desk, *briefing.Dossier, *briefing.Annotation, error) {
	desk, x, err := c.dossier()
	if err != nil {
		return nil, nil, nil, err
	}
	for _, a := range x.Annotations {
		if a.ID.String() == c.args[1] {
			return desk, x, a, nil
		}
	}
	return nil, nil, nil, briefing.ErrNotFound.Because(nil, "Value", c.args[1])
}

// annotationEdit changes what the flags name and leaves the rest.
func annotationEdit(c *call) error {
	desk, x, a, err := c.annotation()
	if err != nil {
		return err
	}
	typed := c.typed()
	if c.given("text") {
		a.Text = typed.Text
	}
	if c.given("kind") {
		a.Kind = typed.Kind
	}
	if c.given("tag") {
		a.Tags = typed.Tags
	}
	if c.given("private") {
		a.Private = typed.Private
	}
	_, err = desk.EditAnnotation(c.ctx, *a, x.Base(a))
	return err
}

func annotationRemove(c *call) error {
	desk, x, a, err := c.annotation()
	if err != nil {
		return err
	}
	return desk.RemoveAnnotation(c.ctx, a.Key(), x.Base(a))
}
