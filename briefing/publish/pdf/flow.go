package pdf

import (
	"net/url"
	"strings"

	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
	"placard/briefing/publish/pdf/typeface"
)

// flow turns the blocks of a paper into slabs and the tree of what they are.
type flow struct {
	paper *briefing.Paper
	look  look
	faces *faces
	set   typeface.Setter
	root  *tagged.Element

	slabs  []*slab
	after  float64 // room below the last slab
	fresh  bool    // the next slab begins a page
	lists  []*list // open ones, outermost first
	boxed  bool    // the last block was a restricted box
	notes  int
	starts map[*briefing.PaperBlock]*start
	// anchors are the places that links of the paper can lead to.
	anchors map[string]*start
}

func newFlow(p *briefing.Paper, l look, f *faces, root *tagged.Element) *flow {
	out := &flow{
		paper: p, look: l, faces: f, root: root,
		starts: map[*briefing.PaperBlock]*start{}, anchors: map[string]*start{},
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Anchor == "" && b.Kind != briefing.PaperHeading {
			continue
		}
		s := &start{page: -1}
		if b.Kind == briefing.PaperHeading {
			s.title, s.level = plainText(b.Runs), headingLevel(b)
		}
		out.starts[b] = s
		if _, taken := out.anchors[b.Anchor]; b.Anchor != "" && !taken {
			out.anchors[b.Anchor] = s // the first of two wins, as in a browser
		}
	}
	return out
}

// block sets one block; next is the one after it, nil at the end.
func (f *flow) block(b, next *briefing.PaperBlock) {
	if b.Kind != briefing.PaperBullet {
		f.lists = nil
	}
	from := len(f.slabs)
	switch b.Kind {
	case briefing.PaperHeading:
		f.heading(b)
	case briefing.PaperText:
		f.text(b, f.look.body)
	case briefing.PaperQuote:
		f.quote(b)
	case briefing.PaperBullet:
		f.bullet(b)
	case briefing.PaperCall:
		f.call(b)
	case briefing.PaperBox:
		f.box(b, next == nil || next.Kind != briefing.PaperBox)
	case briefing.PaperTable:
		f.table(b, f.look.cell)
	case briefing.PaperContents:
		f.contents(b)
	case briefing.PaperPageBreak:
		f.fresh = len(f.slabs) > 0
	case briefing.PaperSpeech:
		f.prose(b, prose{style: f.look.speech, after: f.look.speech.leading * 0.45})
	case briefing.PaperSmall:
		f.text(b, f.look.small)
	}
	f.boxed = b.Kind == briefing.PaperBox
	f.mark(b, from)
}

// mark puts the block's start and its tie to the next block on its slabs.
func (f *flow) mark(b *briefing.PaperBlock, from int) {
	if len(f.slabs) == from {
		return
	}
	if s := f.starts[b]; s != nil {
		f.slabs[from].starts = append(f.slabs[from].starts, s)
	}
	if b.Together {
		for _, s := range f.slabs[from:] {
			s.keep = true
		}
	}
}

// add puts a slab below the last one with some room between.
func (f *flow) add(s *slab, before float64) {
	s.before = max(before, f.after)
	f.after = 0
	s.fresh, f.fresh = f.fresh, false
	f.slabs = append(f.slabs, s)
}

// target of a link that leads somewhere: a place that the paper has, or an
// address that readers open.
func (f *flow) target(link string) (to *start, uri string) {
	if anchor, inside := strings.CutPrefix(link, "#"); inside {
		return f.anchors[anchor], ""
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
		return nil, ""
	}
	return nil, u.String()
}

func headingLevel(b *briefing.PaperBlock) int { return min(max(b.Level, 1), 4) }

func plainText(runs []briefing.PaperRun) string {
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
