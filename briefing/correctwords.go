package briefing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func (p *proof) split(i, at int) error {
	b := p.blocks[i]
	at = max(0, min(at, len(b.Text)))
	head, tail := b.Text[:at], b.Text[at:]
	if strings.TrimSpace(head) == "" || strings.TrimSpace(tail) == "" {
		return ErrInvalid.Because(nil, "Value", strconv.Itoa(at))
	}
	skip := at + len(tail) - len(strings.TrimLeft(tail, " "))
	second := p.beside(b)
	second.Text, second.Runs = b.Text[skip:], cutRuns(b.Runs, skip, len(b.Text))
	b.Text = strings.TrimRight(head, " ")
	b.Runs, b.Doubts = cutRuns(b.Runs, 0, len(b.Text)), nil
	p.blocks[i] = b
	p.blocks = slices.Insert(p.blocks, i+1, second)
	p.adopt(i + 1)
	return nil
}

// beside is a fresh block of another's kind and place, without its number and
// words; a paragraph's is text, since it has no printed number.
func (p *proof) beside(b Block) Block {
	b.ID, b.Label, b.Text = p.freshBlock(), "", ""
	b.Runs, b.Doubts, b.Slot, b.Rows = nil, nil, nil, nil
	if b.Kind == KindParagraph {
		b.Kind = KindText
	}
	return b
}

// cutRuns keeps what lies between start and end, counted from start.
func cutRuns(runs []Run, start, end int) []Run {
	var out []Run
	for _, r := range runs {
		r.Start, r.End = max(r.Start, start)-start, min(r.End, end)-start
		if r.Start < r.End {
			out = append(out, r)
		}
	}
	return out
}

// freshBlock is an id that no block of the note has.
func (p *proof) freshBlock() string {
	for n := len(p.blocks) + 1; ; n++ {
		id := "b" + strconv.Itoa(n)
		if !slices.ContainsFunc(p.blocks, func(b Block) bool { return b.ID == id }) {
			return id
		}
	}
}

func (p *proof) merge(i int) error {
	if i == 0 {
		return ErrInvalid.Because(nil, "Value", p.blocks[i].ID)
	}
	into, b := &p.blocks[i-1], p.blocks[i]
	offset := len(into.Text) + 1
	into.Text += " " + b.Text
	into.Runs = slices.Clone(into.Runs)
	for _, r := range b.Runs {
		r.Start, r.End = r.Start+offset, r.End+offset
		into.Runs = append(into.Runs, r)
	}
	into.Rows = append(slices.Clone(into.Rows), b.Rows...)
	into.Doubts = nil
	p.blocks = slices.Delete(p.blocks, i, i+1)
	p.redirect(b.ID, p.blocks[i-1].ID)
	return nil
}

// redirect has what pointed to a block that is gone point to another: the
// parts of a list, the links of mentions.
func (p *proof) redirect(from, to string) {
	for j := range p.blocks {
		b := &p.blocks[j]
		if b.Parent == from {
			b.Parent = to
		}
		for k, r := range b.Runs {
			if r.Link == "#"+from {
				b.Runs = slices.Clone(b.Runs)
				b.Runs[k].Link = "#" + to
			}
		}
	}
}

// typedBlock parts typed text: an empty line begins a block. typedNumber is a
// paragraph's number in front of it.
var (
	typedBlock  = regexp.MustCompile(`\n[ \t]*\n\s*`)
	typedNumber = regexp.MustCompile(`^\(?([0-9]{1,4}(?:\.[0-9]{1,3})*)(?:[.)]|\s-)\s+`)
)

// rewrite gives a block other words. Words with empty lines in them are
// several blocks; a number in front of one makes it that paragraph.
func (p *proof) rewrite(i int, text string) error {
	parts := typedBlock.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), -1)
	if parts[0] == "" {
		return ErrInvalid.Because(nil, "Value", p.blocks[i].ID)
	}
	first := p.blocks[i]
	first.Runs, first.Doubts, first.Rows = nil, nil, nil
	first.retyped(parts[0])
	p.blocks[i] = first
	for n, part := range parts[1:] {
		next := p.beside(first)
		if next.listed() || next.Kind == KindHeading {
			next.Kind, next.Level, next.Parent = KindText, 0, ""
		}
		next.retyped(part)
		p.blocks = slices.Insert(p.blocks, i+1+n, next)
	}
	p.adopt(i)
	return nil
}

// retyped takes typed words into a block, on one line.
func (b *Block) retyped(text string) {
	text = strings.Join(strings.Fields(text), " ")
	prose := b.Kind == KindText || b.Kind == KindParagraph
	if m := typedNumber.FindStringSubmatch(text); m != nil && prose {
		b.Kind, b.Label, text = KindParagraph, m[1], text[len(m[0]):]
	}
	b.Text = text
}
