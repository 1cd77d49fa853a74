package publish

import (
	"strconv"
	"strings"

	"placard/briefing"
)

// bookmarks names every place that something can lead to. Names in the file
// have at most 40 letters, digits and underscores; anchors are anybody's.
type bookmarks struct {
	byAnchor map[string]string
	byBlock  map[*briefing.PaperBlock]string
	ids      map[string]string
}

// nameBookmarks names the paper's anchors and its headings, in order.
func nameBookmarks(p *briefing.Paper) *bookmarks {
	n := &bookmarks{
		byAnchor: map[string]string{}, byBlock: map[*briefing.PaperBlock]string{}, ids: map[string]string{},
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Anchor == "" && b.Kind != briefing.PaperHeading {
			continue
		}
		if _, taken := n.byAnchor[b.Anchor]; taken && b.Anchor != "" {
			continue // the first of two wins, as in a browser
		}
		name := n.fresh(b.Anchor)
		n.byBlock[b] = name
		if b.Anchor != "" {
			n.byAnchor[b.Anchor] = name
		}
	}
	return n
}

// fresh makes a name like the anchor that nothing has yet.
func (n *bookmarks) fresh(anchor string) string {
	name := strings.Map(func(r rune) rune {
		if r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '_'
	}, anchor)
	id := strconv.Itoa(len(n.ids) + 1)
	if name == "" || len(name) > 30 || n.ids["p_"+name] != "" {
		name = name[:min(len(name), 20)] + "_" + id
	}
	n.ids["p_"+name] = id
	return "p_" + name
}

// of gives a block's bookmark with its number; "" for none.
func (n *bookmarks) of(b *briefing.PaperBlock) (name, id string) {
	name = n.byBlock[b]
	return name, n.ids[name]
}
