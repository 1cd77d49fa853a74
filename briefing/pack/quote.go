package pack

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// How much of a paragraph a brief quotes, in bytes; the whole stands at the end.
const (
	quoteLong  = 1000
	quoteShort = 420
)

// quotation is the note's words with their number first: an ask's sentences,
// or the beginning of a paragraph.
func (b *build) quotation(it *item, limit int) briefing.PaperBlock {
	bl := it.block
	start, end := 0, len(bl.Text)
	if len(bl.Text) > limit && it.ask != nil && it.subject.Kind == briefing.OnAsk {
		start, end = askedSpan(bl.Text, it.ask, limit)
	}
	cut := end-start > limit
	if cut {
		end = start + len(cutAtWord(bl.Text[start:end], limit))
	}
	label := briefing.PaperRun{Text: b.place(bl), Style: briefing.Bold, Link: b.sourceLink(bl.ID)}
	runs := []briefing.PaperRun{label, {Text: b.w.Say("pack.quote_open")}}
	if start > 0 {
		runs = append(runs, briefing.PaperRun{Text: "[…] "})
	}
	runs = append(runs, b.runs(bl, start, end, false)...)
	if end < len(bl.Text) {
		runs = append(runs, briefing.PaperRun{Text: " […]"})
	}
	runs = append(runs, briefing.PaperRun{Text: b.w.Say("pack.quote_close")})
	return briefing.PaperBlock{Kind: briefing.PaperQuote, Runs: runs, RTL: rightToLeft(bl.Text), Lang: b.noteLanguage()}
}

// askedSpan is the sentences from the first to the last reason of an ask, or
// the main reason's alone where that is more than limit.
func askedSpan(text string, a *briefing.Ask, limit int) (start, end int) {
	start, end = sentence(text, a.Reason)
	from, until := start, end
	for _, r := range a.Also {
		s, e := sentence(text, r)
		from, until = min(from, s), max(until, e)
	}
	if until-from <= limit {
		return from, until
	}
	return start, end
}

// sentence is the bytes of the sentence around a reason's words.
func sentence(text string, r briefing.Reason) (start, end int) {
	if r.Start < 0 || r.End > len(text) || r.Start >= r.End {
		return 0, len(text)
	}
	end = len(text)
	for i := range len(text) {
		if !endsSentence(text, i) {
			continue
		}
		if i < r.Start {
			start = i + 1
		} else if i >= r.End-1 {
			end = i + 1
			break
		}
	}
	for start < len(text) && text[start] == ' ' {
		start++
	}
	return start, end
}

// endsSentence tells whether the byte at i is a stop that a capital follows.
func endsSentence(text string, i int) bool {
	if text[i] != '.' && text[i] != '?' && text[i] != '!' {
		return false
	}
	rest := strings.TrimLeft(text[i+1:], " \u00a0")
	if rest == "" || len(rest) == len(text)-i-1 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(next) || next == '“' || next == '«'
}

// cutAtWord is the longest beginning of at most n bytes that ends with a word.
func cutAtWord(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	if space := strings.LastIndexByte(text[:n], ' '); space > n/2 {
		n = space
	}
	return text[:n]
}

// runs are a block's bytes from start to end in their looks. notes puts its
// footnotes in; else their marks are left out.
func (b *build) runs(bl *briefing.Block, start, end int, notes bool) []briefing.PaperRun {
	var out []briefing.PaperRun
	at := start
	plain := func(until int) {
		if until > at {
			out = append(out, briefing.PaperRun{Text: bl.Text[at:until]})
		}
	}
	for _, r := range bl.Runs {
		if r.End <= at || r.Start >= end || r.End > len(bl.Text) || r.Start < 0 {
			continue
		}
		from, until := max(r.Start, at), min(r.End, end)
		plain(from)
		at = until
		if r.NoteRef == "" {
			out = append(out, briefing.PaperRun{Text: bl.Text[from:until], Style: r.Style, Link: b.link(r.Link)})
			continue
		}
		if note := b.block(r.NoteRef); notes && note != nil {
			out = append(out, briefing.PaperRun{Note: note.Text})
		}
	}
	plain(end)
	return out
}

// link turns a link of the note into one of the paper; a place that the paper
// does not hold is no link.
func (b *build) link(to string) string {
	if block, inside := strings.CutPrefix(to, "#"); inside {
		return b.sourceLink(block)
	}
	return to
}

func (b *build) sourceLink(block string) string {
	if !b.lay.source || b.block(block) == nil {
		return ""
	}
	return "#" + sourceAnchor(block)
}

func sourceAnchor(block string) string { return "src_" + block }

// noteLanguage is the note's language where it is not the paper's.
func (b *build) noteLanguage() string {
	if b.d.Note.Language == b.w.Language() {
		return ""
	}
	return b.d.Note.Language
}
