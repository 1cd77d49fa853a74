package briefing

import "strings"

// Diff is the word diff of an edited, split or merged row, without what
// changes nothing: spaces, quotation marks, hyphens and the marks of
// footnotes. It is one stretch of all the words where nothing else changed. A
// line feed parts the passages of the newer version.
func (p *Pair) Diff() []Stretch {
	return quietDiff(wholeText(p.Old), wholeText(p.New))
}

func wholeText(passages []Clause) string {
	texts := make([]string, len(passages))
	for i := range passages {
		texts[i] = strings.Join(strings.Fields(passages[i].Text), " ")
	}
	return strings.Join(texts, "\n")
}

// quietDiff takes back from a word diff what reads the same before and after.
func quietDiff(from, to string) []Stretch {
	var out stretches
	gone, fresh := "", ""
	settle := func() {
		if spelledKey(gone) == spelledKey(fresh) && (endMark(gone) == endMark(fresh)) {
			out.add(Same, fresh)
		} else {
			if gone != "" {
				out.add(Gone, gone)
			}
			if fresh != "" {
				out.add(New, fresh)
			}
		}
		gone, fresh = "", ""
	}
	for _, s := range WordDiff(from, to) {
		switch s.Kind {
		case Gone:
			gone += s.Text
		case New:
			fresh += s.Text
		case Same:
			settle()
			out.add(Same, s.Text)
		}
	}
	settle()
	return out
}

// endMark is the mark at the end of a text that spelledKey leaves out.
func endMark(text string) string {
	text = strings.TrimSpace(text)
	return text[len(strings.TrimRight(text, ".;,:")):]
}
