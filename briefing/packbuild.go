package briefing

// packBuilder makes one paper. All it takes from the dossier's positions,
// observations and annotations has passed its gate.
type packBuilder struct {
	d     *Dossier
	p     *Pack
	g     Gate
	w     Words
	text  *Text
	at    map[string]int // places of the text's blocks
	lay   packLayout
	items []*packItem
	marks []string // of everything taken in, for the whole's mark
}

// BuildPack builds the paper of a pack from a dossier, through the gate: what
// the audience may not see is never in it. The same dossier, pack and gate
// give the same paper; its date is the pack's own.
//
// ErrInvalid where the variant is unknown or the gate is for another audience
// than the pack, ErrNothingToExport where nothing would stand in the paper.
func BuildPack(d *Dossier, p *Pack, g Gate, words Words) (*Paper, error) {
	lay, ok := packLayouts[p.Variant]
	if !ok {
		return nil, ErrInvalid.Because(nil, "Value", string(p.Variant))
	}
	if p.Audience != g.Audience {
		return nil, ErrInvalid.Because(nil, "Value", string(p.Audience))
	}
	if d.Note == nil {
		return nil, ErrNothingToExport
	}
	// The annex is a paper of its own: ticking it opens no other.
	g.Annex = g.Annex && p.Variant == VariantRestricted
	b := newPackBuilder(d, p, words)
	b.g, b.lay = g, lay
	b.items = b.wanted(b.gather())
	if len(b.items) == 0 && lay.needsItems {
		return nil, ErrNothingToExport
	}
	return b.paper(), nil
}

func newPackBuilder(d *Dossier, p *Pack, words Words) *packBuilder {
	b := &packBuilder{d: d, p: p, w: words, text: d.Text, at: map[string]int{}}
	if p.Language != "" {
		b.w = words.In(p.Language)
	}
	if b.text == nil {
		b.text = &Text{}
	}
	for i := range b.text.Blocks {
		b.at[b.text.Blocks[i].ID] = i
	}
	return b
}

// block of the note by its id; nil where there is none.
func (b *packBuilder) block(id string) *Block {
	if i, ok := b.at[id]; ok {
		return &b.text.Blocks[i]
	}
	return nil
}

// paper puts the pieces together. The body is built before the front, because
// the front lists the abbreviations and stances that the body uses.
func (b *packBuilder) paper() *Paper {
	body := b.briefs()
	if b.lay.source {
		body = append(body, b.back()...)
	}
	front := b.front(body)
	out := &Paper{
		Title:     b.title(),
		Subject:   b.d.Note.Symbol,
		Author:    b.d.Settings.Delegation,
		Language:  b.w.Language(),
		Reference: b.reference(),
		Large:     b.lay.large,
		Furniture: PaperWords{
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
func (b *packBuilder) briefs() []PaperBlock {
	var out []PaperBlock
	for i, it := range b.items {
		if i == 0 || b.lay.apart(b.items[i-1], it) {
			out = append(out, PaperBlock{Kind: PaperPageBreak})
		}
		out = append(out, b.brief(it)...)
	}
	return out
}

// brief sets one item.
func (b *packBuilder) brief(it *packItem) []PaperBlock {
	b.note(it.pos.Mark)
	var out []PaperBlock
	for _, part := range b.lay.parts {
		out = append(out, part(b, it)...)
	}
	return out
}

// note remembers the mark of something taken in.
func (b *packBuilder) note(mark string) {
	if mark != "" {
		b.marks = append(b.marks, mark)
	}
}

// mark of the whole: the most restrictive of what it holds and of the pack's
// own, else the vault's.
func (b *packBuilder) mark() string {
	own := b.p.Mark
	if own == "" {
		own = b.d.Settings.Mark
	}
	return HighestMark(append([]string{own}, b.marks...)...)
}

func (b *packBuilder) title() string {
	kind := b.w.Say("pack.title." + string(b.p.Variant))
	if m := b.meeting(); m != nil && m.Title != "" {
		return kind + " – " + m.Title
	}
	return kind
}

func (b *packBuilder) reference() string {
	date := sayDate(b.w, DateOf(b.p.Made))
	return b.w.Say("pack.reference", "Number", b.p.Number, "Date", date)
}

// meeting the note serves; nil where the dossier has none.
func (b *packBuilder) meeting() *Meeting {
	if len(b.d.Meetings) == 0 {
		return nil
	}
	return b.d.Meetings[0]
}

func (b *packBuilder) demo() bool {
	m := b.meeting()
	return b.d.Settings.Demo || m != nil && m.Demo
}

// house tells whether the paper stays inside: lists that are not in the
// allow-list (documents held, who covers what) stand only there.
func (b *packBuilder) house() bool { return !b.g.Audience.Outsider() }
