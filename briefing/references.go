package briefing

import (
	"regexp"
	"slices"
	"strings"
)

// paragraphMention is a mention of paragraphs by number, in six languages:
// "paragraph 3", "paras. 3 and 5", "paragraphes 3 à 5", "пункт 3", "第3段".
var paragraphMention = regexp.MustCompile(`(?i)(?:paragraphs?|paras?\.?|párrafos?|párr\.|paragraphes?|пункт(?:а|е|у|ом|ы|ов|ах)?|الفقرة|الفقرات)[\s\x{a0}]+([0-9]{1,3}(?:[\s\x{a0}]?(?:bis|ter))?)(?:[\s\x{a0}]*(?:,|and|et|y|и|و|to|à|a|-|–)[\s\x{a0}]*([0-9]{1,3}))*|第([0-9]{1,3})段`)

// elsewhere follows a mention that means another document.
var elsewhere = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:\([a-z]+\)[\s\x{a0}]*)*(?:of|in|de|du|del|de la|of the|в|من)[\s\x{a0}]+(?:[^.;]{0,60})?(?:resolution|decision|document|report|convention|charter|statute|constitution|résolution|décision|rapport|statut|charte|resolución|decisión|documento|informe|carta|резолюци|решени|القرار|annex|[A-Z]+/[A-Z0-9])`)

var mentionedNumber = regexp.MustCompile(`[0-9]{1,3}(?:[\s\x{a0}]?(?:bis|ter))?`)

// LinkReferences finds where blocks mention numbered paragraphs of the same
// note and lays a link run ("#b7") over each number found. A mention means
// the paragraph of its own part and series first, then that of the body.
func LinkReferences(blocks []Block) []Reference {
	var out []Reference
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == KindFurniture || b.Kind == KindMasthead {
			continue
		}
		for _, m := range paragraphMention.FindAllStringIndex(b.Text, -1) {
			if !wordEdge(b.Text, m[0]) && b.Text[m[0]] < 0x80 || elsewhere.MatchString(b.Text[m[1]:]) {
				continue
			}
			out = append(out, linkMention(blocks, b, m[0], m[1])...)
		}
	}
	return out
}

// linkMention links the numbers within one mention; the first one takes the
// word before it along.
func linkMention(blocks []Block, b *Block, start, end int) []Reference {
	var out []Reference
	for k, n := range mentionedNumber.FindAllStringIndex(b.Text[start:end], -1) {
		from, to := start+n[0], start+n[1]
		target := paragraphLabelled(blocks, b, b.Text[from:to])
		if target == nil || target.ID == b.ID {
			continue
		}
		if k == 0 {
			from = start
		}
		if strings.HasSuffix(b.Text[:end], "段") {
			to = end
		}
		b.Runs = withLink(b.Runs, from, to, "#"+target.ID)
		out = append(out, Reference{From: b.ID, To: target.ID, Text: b.Text[from:to]})
	}
	return out
}

// paragraphLabelled is the paragraph a label means when b mentions it.
func paragraphLabelled(blocks []Block, b *Block, label string) *Block {
	label = strings.Join(strings.Fields(strings.ReplaceAll(label, "\u00a0", " ")), "")
	var best *Block
	rank := 0
	for i := range blocks {
		t := &blocks[i]
		if t.Kind != KindParagraph || t.Label != label {
			continue
		}
		r := 1
		switch {
		case t.Part == b.Part && t.Series == b.Series:
			r = 3
		case t.Part == b.Part || t.Part == PartBody && t.Series == "":
			r = 2
		}
		if r > rank {
			best, rank = t, r
		}
	}
	return best
}

// withLink lays a link over bytes from to to; runs that lie there keep their
// looks.
func withLink(runs []Run, from, to int, link string) []Run {
	var out []Run
	at := from
	bare := func(end int) {
		if at < end {
			out = append(out, Run{Start: at, End: end, Link: link})
			at = end
		}
	}
	for _, r := range runs {
		if r.End <= from || r.Start >= to {
			out = append(out, r)
			continue
		}
		if r.Start < from {
			left := r
			left.End = from
			out = append(out, left)
		}
		bare(max(r.Start, from))
		inner := r
		inner.Start, inner.End = max(r.Start, from), min(r.End, to)
		if inner.Link == "" {
			inner.Link = link
		}
		out = append(out, inner)
		at = inner.End
		if r.End > to {
			right := r
			right.Start = to
			out = append(out, right)
		}
	}
	bare(to)
	slices.SortFunc(out, func(a, b Run) int { return a.Start - b.Start })
	return out
}
