package briefing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// numbered makes a text of paragraphs "1 text", bullets "- text" and
// unnumbered prose; ids are the letters of prefix with a count.
func numbered(prefix string, lines ...string) *briefing.Text {
	t := &briefing.Text{}
	parent := ""
	for i, line := range lines {
		b := briefing.Block{ID: fmt.Sprint(prefix, i+1), Part: briefing.PartBody, Kind: briefing.KindText, Text: line}
		mark, rest, _ := strings.Cut(line, " ")
		switch {
		case mark == "-":
			b.Kind, b.Text, b.Parent = briefing.KindBullet, rest, parent
		case mark == "+":
			b.Kind, b.Text, b.Parent = briefing.KindContinuation, rest, parent
		case strings.Trim(mark, "0123456789") == "":
			b.Kind, b.Label, b.Text = briefing.KindParagraph, mark, rest
			parent = b.ID
		}
		t.Blocks = append(t.Blocks, b)
	}
	briefing.LinkReferences(t.Blocks)
	return t
}

// fates writes pairs as "old>new fate", by ids.
func fates(pairs []briefing.Pair) []string {
	ids := func(list []briefing.Clause) string {
		var out []string
		for _, p := range list {
			out = append(out, p.Block)
		}
		return strings.Join(out, "+")
	}
	var out []string
	for _, p := range pairs {
		out = append(out, ids(p.Old)+">"+ids(p.New)+" "+string(p.Fate))
	}
	return out
}

const (
	keepers = "The keepers of the northern towers report on the state of their lamps every second year."
	charts  = "Charts of the inner seas are printed anew whenever a beacon is lit, moved or put out."
	dues    = "Dues for passing vessels are set by the Assembly and collected by the harbours themselves."
	pilots  = "Pilots who speak two languages may guide foreign vessels through the narrows at night."
)

func TestAlignSaysWhatBecameOfEachPassage(t *testing.T) {
	half := func(s string) (string, string) {
		words := strings.Fields(s)
		return strings.Join(words[:8], " "), strings.Join(words[8:], " ")
	}
	first, second := half(dues)
	for _, c := range []struct {
		name         string
		older, newer *briefing.Text
		want         []string
	}{
		{
			"nothing but its setting",
			numbered("a", "1 The “keepers’” co-operation with the tower’s  staff goes on.", "2 "+charts),
			numbered("b", "1 The \"keepers'\" cooperation with\u00a0the tower's staff goes o\u00adn", "2 "+charts),
			[]string{"a1>b1 same", "a2>b2 same"},
		},
		{
			"a page end within a paragraph",
			numbered("a", "1 "+charts, "+ And so are lists of lights."),
			numbered("b", "1 "+charts+" And so are lists of lights."),
			[]string{"a1>b1 same"},
		},
		{
			"inserted before, renumbered after, with what mentions it",
			numbered("a", "1 "+keepers, "2 As paragraph 1 says, lamps are looked at."),
			numbered("b", "1 "+pilots, "2 "+keepers, "3 As paragraph 2 says, lamps are looked at."),
			[]string{">b1 inserted", "a1>b2 renumbered", "a2>b3 renumbered"},
		},
		{
			"a figure is no number of a paragraph",
			numbered("a", "1 Dues rise by 10 per cent in the coming year."),
			numbered("b", "1 Dues rise by 20 per cent in the coming year."),
			[]string{"a1>b1 edited"},
		},
		{
			"edited and deleted",
			numbered("a", "1 "+keepers, "2 "+dues, "3 "+charts),
			numbered("b", "1 "+strings.Replace(keepers, "second", "third", 1), "2 "+charts),
			[]string{"a1>b1 edited", "a2> deleted", "a3>b2 renumbered"},
		},
		{
			"moved, and moved and edited",
			numbered("a", "1 "+keepers+" "+keepers, "2 "+dues, "3 "+charts+" "+charts, "4 "+pilots),
			numbered("b", "1 "+strings.Replace(pilots, "two", "three", 1), "2 "+keepers+" "+keepers, "3 "+charts+" "+charts, "4 "+dues),
			[]string{"a4>b1 moved_edited", "a1>b2 renumbered", "a3>b3 same", "a2>b4 moved"},
		},
		{
			"split and merged",
			numbered("a", "1 "+dues, "2 "+keepers, "3 "+pilots, "4 "+charts),
			numbered("b", "1 "+first, "2 "+second, "3 "+keepers, "4 "+pilots+" "+charts),
			[]string{"a1>b1+b2 split", "a2>b3 renumbered", "a3+a4>b4 merged"},
		},
		{
			"equal phrases stay in their order",
			numbered("a", "1 "+keepers, "- for adoption", "2 "+dues, "- for adoption"),
			numbered("b", "1 "+pilots, "2 "+keepers, "- for adoption", "3 "+dues, "- for adoption"),
			[]string{">b1 inserted", "a1>b2 renumbered", "a2>b3 renumbered", "a3>b4 renumbered", "a4>b5 renumbered"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fates(briefing.Align(c.older, c.newer, nil, false)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// What a person says stands before what the words say.
func TestAlignByHand(t *testing.T) {
	older := numbered("a", "1 "+keepers, "2 "+dues, "3 "+charts)
	newer := numbered("b", "1 "+keepers, "2 "+pilots, "3 "+charts)
	for _, c := range []struct {
		name  string
		links []briefing.Link
		want  []string
	}{
		{"by itself", nil, []string{"a1>b1 same", "a2> deleted", ">b2 inserted", "a3>b3 same"}},
		{"two that share nothing", []briefing.Link{{Old: "a2", New: "b2"}}, []string{"a1>b1 same", "a2>b2 edited", "a3>b3 same"}},
		{"none of the kind", []briefing.Link{{Old: "a1"}, {New: "b1"}}, []string{"a1> deleted", ">b1 inserted", "a2> deleted", ">b2 inserted", "a3>b3 same"}},
		{"a merge", []briefing.Link{{Old: "a1", New: "b2"}, {Old: "a2", New: "b2"}}, []string{">b1 inserted", "a1+a2>b2 merged", "a3>b3 same"}},
		{"what is gone", []briefing.Link{{Old: "zz", New: "b1"}}, []string{"a1>b1 same", "a2> deleted", ">b2 inserted", "a3>b3 same"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := fates(briefing.Align(older, newer, c.links, false))
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// A diff of an edited passage shows words that changed and no others.
func TestPairDiffIsQuiet(t *testing.T) {
	older := numbered("a", "1 The “long-term” plan of the\u00a0keepers is to co-operate with ten harbours.")
	newer := numbered("b", "1 The \"long-term\" plan of the keepers is to cooperate with two harbours.")
	pairs := briefing.Align(older, newer, nil, false)
	var changed []string
	for _, s := range pairs[0].Diff() {
		if s.Kind != briefing.Same {
			changed = append(changed, s.Text)
		}
	}
	if want := []string{"ten", "two"}; !slices.Equal(changed, want) {
		t.Errorf("changed %q, want %q", changed, want)
	}
}
