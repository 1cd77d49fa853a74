package pack

import (
	"cmp"

	"placard/briefing"
)

// Builder builds the papers of packs. It keeps nothing between two of them.
type Builder struct{}

var _ briefing.Packer = Builder{}

// Pack builds the paper of a pack from a dossier, through the gate: what the
// audience may not see is never in it. The same dossier, pack and gate give
// the same paper; its date is the pack's own.
//
// ErrInvalid where the variant is unknown or the gate is for another audience
// than the pack, ErrNothingToExport where nothing would stand in the paper.
func (Builder) Pack(d *briefing.Dossier, p *briefing.Pack, g briefing.Gate, words briefing.Words) (*briefing.Paper, error) {
	lay, ok := layouts[p.Variant]
	if !ok {
		return nil, briefing.ErrInvalid.Because(nil, "Value", string(p.Variant))
	}
	if p.Audience != g.Audience {
		return nil, briefing.ErrInvalid.Because(nil, "Value", string(p.Audience))
	}
	if d.Note == nil {
		return nil, briefing.ErrNothingToExport
	}
	// The annex is a paper of its own: ticking it opens no other.
	g.Annex = g.Annex && p.Variant == briefing.VariantRestricted
	b := newBuild(d, p, words)
	b.g, b.lay = g, lay
	b.items = b.wanted(b.gather())
	if len(b.items) == 0 && lay.needsItems {
		return nil, briefing.ErrNothingToExport
	}
	return b.paper(), nil
}

// build is one paper in the making. All it takes from the dossier's positions,
// observations and annotations has passed its gate.
type build struct {
	d     *briefing.Dossier
	p     *briefing.Pack
	g     briefing.Gate
	w     briefing.Words
	text  *briefing.Text
	at    map[string]int // places of the text's blocks
	lay   layout
	items []*item
	marks []string // of everything taken in, for the whole's mark
}

func newBuild(d *briefing.Dossier, p *briefing.Pack, words briefing.Words) *build {
	b := &build{d: d, p: p, w: words, text: d.Text, at: map[string]int{}}
	if p.Language != "" {
		b.w = words.In(p.Language)
	}
	if b.text == nil {
		b.text = &briefing.Text{}
	}
	for i := range b.text.Blocks {
		b.at[b.text.Blocks[i].ID] = i
	}
	return b
}

// block of the note by its id; nil where there is none.
func (b *build) block(id string) *briefing.Block {
	if i, ok := b.at[id]; ok {
		return &b.text.Blocks[i]
	}
	return nil
}

// paper puts the pieces together. The body is built before the front, because
// the front lists the abbreviations and stances that the body uses.
func (b *build) paper() *briefing.Paper {
	body := b.briefs()
	if b.lay.source {
		body = append(body, b.back()...)
	}
	front := b.front(body)
	out := &briefing.Paper{
		Title:     b.title(),
		Subject:   b.d.Note.Symbol,
		Author:    b.d.Settings.Delegation,
		Language:  b.w.Language(),
		Reference: b.reference(),
		Large:     b.lay.large,
		Snug:      b.lay.snug,
		Furniture: briefing.PaperWords{
			Page: b.w.Say("pack.page"), Of: b.w.Say("pack.of"), Contents: b.w.Say("pack.contents"),
			Copy: b.w.Say("pack.copy"), Refresh: b.w.Say("pack.refresh"),
		},
		Blocks: append(front, body...),
	}
	if b.lay.cover {
		out.Cover = b.cover()
	}
	out.Mark = b.mark()
	if b.demo() {
		out.Demo = b.w.Say("pack.demo")
	}
	return out
}

// briefs sets every item in the layout's parts.
func (b *build) briefs() []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for i, it := range b.items {
		if i == 0 || b.lay.apart(b.items[i-1], it) {
			out = append(out, briefing.PaperBlock{Kind: briefing.PaperPageBreak})
		}
		out = append(out, b.brief(it)...)
	}
	return out
}

// brief sets one item.
func (b *build) brief(it *item) []briefing.PaperBlock {
	b.note(it.pos.Mark)
	var out []briefing.PaperBlock
	for _, part := range b.lay.parts {
		out = append(out, part(b, it)...)
	}
	return out
}

// note remembers the mark of something taken in.
func (b *build) note(mark string) {
	if mark != "" {
		b.marks = append(b.marks, mark)
	}
}

// mark of the whole: the most restrictive of what it holds and of the pack's
// own, else the vault's.
func (b *build) mark() string {
	own := cmp.Or(b.p.Mark, b.d.Settings.Mark)
	return briefing.HighestMark(append([]string{own}, b.marks...)...)
}

func (b *build) title() string {
	kind := b.w.Say("pack.title." + string(b.p.Variant))
	if m := b.meeting(); m != nil && m.Title != "" {
		return kind + " – " + m.Title
	}
	return kind
}

func (b *build) reference() string {
	date := briefing.DateOf(b.p.Made).Say(b.w)
	return b.w.Say("pack.reference", "Number", b.p.Number, "Date", date)
}

// meeting the note serves; nil where the dossier has none.
func (b *build) meeting() *briefing.Meeting {
	if len(b.d.Meetings) == 0 {
		return nil
	}
	return b.d.Meetings[0]
}

func (b *build) demo() bool {
	m := b.meeting()
	return b.d.Settings.Demo || m != nil && m.Demo
}

// house tells whether the paper stays inside: lists that are not in the
// allow-list (documents held, who covers what) stand only there.
func (b *build) house() bool { return !b.g.Audience.Outsider() }
