package extract

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// builder turns passages into blocks, one after the other. What it knows of
// the blocks before decides what a passage is.
type builder struct {
	passages []manuscript.Passage
	signs    []sign.Sign
	i        int // the passage being placed

	blocks []briefing.Block
	part   string
	annex  int
	// front is set while title lines are read: at the start of the document
	// and of each annex.
	front   bool
	bodyAt  int                             // the passage that ends the front
	fronts  map[string][]manuscript.Passage // the title lines of each part
	annexes []string                        // the printed heading of each annex
	plain   bool                            // nothing in the document is numbered

	headings []level
	lists    []level
	// broken is the list that prose or the next paragraph interrupted: it may
	// yet go on counting.
	broken  []level
	numbers series
	// paragraph is the id of the paragraph that continuations belong to.
	paragraph string
	hinted    bool   // the source says which passages are headings
	preamble  bool   // between "The General Assembly," and paragraph 1
	opener    string // the organ that speaks in the first resolution
	agenda    agenda
	notes     notes
	formerly  []series // the numberings that ended, for the names of series
}

// level is one depth of headings or of a list, with its newest member.
type level struct {
	form   sign.Form
	style  string
	n      int
	indent int
	block  string
}

// placers are tried in order on each passage until one of them makes a block
// of it; the last one takes everything.
var placers = []func(*builder, manuscript.Passage, sign.Sign) bool{
	(*builder).placeFurniture,
	(*builder).placeTable,
	(*builder).placeNote,
	(*builder).placeAnnex,
	(*builder).placeFront,
	(*builder).placeDay,
	(*builder).placeWeek,
	(*builder).placeSlot,
	(*builder).placeCluster,
	(*builder).placeItem,
	(*builder).placeSubitem,
	(*builder).placeSummary,
	(*builder).placeHinted,
	(*builder).placeParagraph,
	(*builder).placeHeading,
	(*builder).placeSubparagraph,
	(*builder).placeOption,
	(*builder).placeBullet,
	(*builder).placeTorn,
	(*builder).placeOpener,
	(*builder).placeText,
}

// build places every passage. It stops with the context's error.
func build(ctx context.Context, passages []manuscript.Passage) (*builder, error) {
	b := &builder{passages: passages, part: briefing.PartBody, fronts: map[string][]manuscript.Passage{}}
	for _, p := range passages {
		b.signs = append(b.signs, manuscript.SignOf(p))
		b.notes.see(p)
		b.hinted = b.hinted || p.Hint == manuscript.HintHeading
	}
	b.plain = numberless(b.signs)
	b.enter(0)
	for b.i = range passages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, place := range placers {
			if place(b, passages[b.i], b.signs[b.i]) {
				break
			}
		}
	}
	b.notes.tie(b.blocks)
	return b, nil
}

// enter begins the front of a part at passage i.
func (b *builder) enter(i int) {
	b.front, b.bodyAt = true, b.findBody(i)
	b.paragraph, b.preamble, b.lists, b.broken, b.headings = "", false, nil, nil, nil
	b.endSeries()
	b.agenda = agenda{}
}

// add appends a block and gives its id.
func (b *builder) add(kind briefing.Kind, label string, r manuscript.Rich) *briefing.Block {
	p := b.passages[b.i]
	b.blocks = append(b.blocks, briefing.Block{
		ID: "b" + strconv.Itoa(len(b.blocks)+1), Kind: kind, Part: b.part,
		Label: label, Text: strings.ReplaceAll(r.Text, "\t", " "), Runs: r.Runs, Page: p.Page, Place: p.Place, Doubts: slices.Clone(p.Doubts),
	})
	return b.last()
}

func (b *builder) last() *briefing.Block { return &b.blocks[len(b.blocks)-1] }

// next is the index of the next passage that is neither furniture nor a
// footnote; the number of passages where there is none.
func (b *builder) next(i int) int {
	for i++; i < len(b.passages); i++ {
		if h := b.passages[i].Hint; h != manuscript.HintFurniture && h != manuscript.HintNote && b.signs[i].Form != sign.Note && b.signs[i].Form != sign.Rule {
			break
		}
	}
	return i
}

// previous is the index of the last such passage before i; -1 where there is none.
func (b *builder) previous(i int) int {
	for i--; i >= 0; i-- {
		if h := b.passages[i].Hint; h != manuscript.HintFurniture && h != manuscript.HintNote && b.signs[i].Form != sign.Note && b.signs[i].Form != sign.Rule {
			break
		}
	}
	return i
}

// section is the id of the innermost heading; empty where there is none.
func (b *builder) section() string {
	if len(b.headings) == 0 {
		return ""
	}
	return b.headings[len(b.headings)-1].block
}

// longestHeading in letters; the line of a heading may well wrap.
const longestHeading = 200

// titled tells whether a text looks like a heading and not like a sentence.
func titled(text string) bool {
	n := utf8.RuneCountInString(text)
	if n == 0 || n > longestHeading || sentence.Ends(text) || !sentence.Capitalized(text) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return last != ',' && last != '،' && last != '，' && last != '-' && last != '–'
}
