package pack

import (
	"strings"

	"placard/briefing"
)

// place names a block as people cite it: "Paragraph 12, second bullet".
func (b *build) place(bl *briefing.Block) string {
	l := b.text.LabelOf(bl)
	if l.Label == "" {
		return b.w.Say("pack.place.text")
	}
	return l.Say(bl.Kind, b.w)
}

// placeOf names an item's place; by its anchor where the text moved on.
func (b *build) placeOf(it *item) string {
	if it.block != nil {
		return b.place(it.block)
	}
	if it.pos.Anchor.Label != "" {
		return b.w.Say("pack.place.gone", "Label", it.pos.Anchor.Label)
	}
	return b.w.Say("pack.place.text")
}

// itemTitle is the title of a brief.
func (b *build) itemTitle(it *item) string {
	switch it.subject.Kind {
	case briefing.OnItem:
		if it.block != nil {
			return b.placeOf(it) + " – " + it.block.Text
		}
	case briefing.OnOption:
		if it.subject.Option == briefing.OwnOption {
			return b.w.Say("field.own_option")
		}
		if o := it.option(); o != nil {
			return b.w.Say("pack.option", "Code", o.Code, "Title", optionTitle(o))
		}
	case briefing.OnAsk:
		if it.ask != nil {
			return b.placeOf(it) + " – " + b.askWords(it.ask)
		}
	case briefing.OnParagraph:
		if h := b.headingOver(it.block); h != "" {
			return b.placeOf(it) + " – " + h
		}
	}
	return b.placeOf(it)
}

// option of the ask that the item is on; nil where the ask no longer has it.
func (it *item) option() *briefing.Option {
	if it.ask == nil {
		return nil
	}
	for i := range it.ask.Options {
		if it.ask.Options[i].Code == it.subject.Option {
			return &it.ask.Options[i]
		}
	}
	return nil
}

func optionTitle(o *briefing.Option) string { return strings.TrimRight(o.Title, " :.–") }

// askWords says what an ask wants: "choose 2 of 3, or an option of our own".
func (b *build) askWords(a *briefing.Ask) string {
	if a.Class != briefing.AskChoose || a.Choose == 0 {
		return b.w.Say("ask.class." + string(a.Class))
	}
	out := b.w.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	if a.OwnOption {
		out += ", " + b.w.Say("ask.own_option")
	}
	return out
}

// headingOver is the nearest heading before a block in its part.
func (b *build) headingOver(bl *briefing.Block) string {
	heading := ""
	for i := range b.text.Blocks {
		x := &b.text.Blocks[i]
		if bl == nil || x.ID == bl.ID {
			return heading
		}
		if x.Kind == briefing.KindHeading && x.Part == bl.Part {
			heading = x.Text
		}
	}
	return ""
}
