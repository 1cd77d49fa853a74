package plain

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// token is a piece of text, or a run of asterisks that may open or close
// emphasis.
type token struct {
	text         string
	stars        int // what is left of a run of asterisks
	opens, ends  bool
	link         string
	style        briefing.Style
	noteRef      string
	begin, until briefing.Style // emphasis that begins behind, ends before the token
}

var (
	autolink   = regexp.MustCompile(`^<((?:https?|ftp|mailto):[^\s<>]+)>`)
	inlineLink = regexp.MustCompile(`^\[([^\[\]]+)\]\((https?://[^\s()]+)\)`)
	bareLink   = regexp.MustCompile(`^https?://[^\s<>\[\]"“”«»\p{Han}]+`)
	inlineNote = regexp.MustCompile(`^\[\^([^\]\s]{1,20})\]`)
)

// parseMarkup reads Markdown's emphasis, links and note marks out of a text.
// Asterisks that open or close nothing stay: they are footnote marks.
func parseMarkup(text string) manuscript.Rich {
	tokens := tokenize(text)
	match(tokens)
	return render(tokens).Trim()
}

// unclosed tells whether the text opens emphasis that it does not close.
func unclosed(text string) bool {
	tokens := tokenize(text)
	match(tokens)
	return slices.ContainsFunc(tokens, func(t token) bool { return t.stars > 0 && t.opens })
}

func tokenize(text string) []token {
	var out []token
	plain := 0
	push := func(at, end int, t token) {
		if plain < at {
			out = append(out, token{text: text[plain:at]})
		}
		if t.text != "" || t.stars > 0 {
			out = append(out, t)
		}
		plain = end
	}
	for i := 0; i < len(text); {
		t, width := readToken(text, i)
		if width == 0 {
			_, w := utf8.DecodeRuneInString(text[i:])
			i += w
			continue
		}
		push(i, i+width, t)
		i += width
	}
	push(len(text), len(text), token{})
	return out
}

// readToken reads what stands at byte i; width is 0 for plain text.
func readToken(text string, i int) (t token, width int) {
	rest := text[i:]
	switch rest[0] {
	case '*':
		n := len(rest) - len(strings.TrimLeft(rest, "*"))
		return starToken(text, i, n), n
	case '\\':
		if len(rest) > 1 && rest[1] < utf8.RuneSelf && unicode.IsPunct(rune(rest[1])) {
			return token{text: rest[1:2]}, 2
		}
	case '<':
		if m := autolink.FindStringSubmatch(rest); m != nil {
			return token{text: m[1], link: m[1]}, len(m[0])
		}
	case '[':
		if m := inlineLink.FindStringSubmatch(rest); m != nil {
			return token{text: m[1], link: m[2]}, len(m[0])
		}
		if m := inlineNote.FindStringSubmatch(rest); m != nil {
			return token{text: m[1], style: briefing.Superscript, noteRef: m[1]}, len(m[0])
		}
	case 'h':
		if m := bareLink.FindString(rest); m != "" {
			m = strings.TrimRight(m, ".,;:!?)'’")
			return token{text: m, link: m}, len(m)
		}
	}
	if n := sign.Superscripts(rest); n > 0 {
		return token{text: rest[:n], style: briefing.Superscript}, n
	}
	return token{}, 0
}

// starToken is a run of n asterisks at byte i. It opens emphasis before a
// letter and ends it behind one, as CommonMark has it. One that starts a text
// and is followed by a blank is a bullet or a footnote's mark.
func starToken(text string, i, n int) token {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	blankBefore, blankAfter := i == 0 || unicode.IsSpace(before), i+n == len(text) || unicode.IsSpace(after)
	signBefore, signAfter := unicode.IsPunct(before), unicode.IsPunct(after)
	return token{
		stars: n,
		opens: !blankAfter && (!signAfter || blankBefore || signBefore),
		ends:  !blankBefore && (!signBefore || blankAfter || signAfter),
	}
}

// match pairs the runs of asterisks, innermost first.
func match(tokens []token) {
	for end := range tokens {
		for tokens[end].ends && tokens[end].stars > 0 {
			start := opener(tokens[:end])
			if start < 0 {
				break
			}
			used, style := 1, briefing.Italic
			if tokens[start].stars >= 2 && tokens[end].stars >= 2 {
				used, style = 2, briefing.Bold
			}
			tokens[start].stars -= used
			tokens[end].stars -= used
			tokens[start].begin |= style
			tokens[end].until |= style
			for k := start + 1; k < end; k++ { // what was skipped opens nothing any more
				tokens[k].opens = false
			}
			if tokens[start].stars > 0 && tokens[end].stars == 0 {
				break
			}
		}
	}
}

func opener(tokens []token) int {
	for i, t := range slices.Backward(tokens) {
		if t.opens && t.stars > 0 {
			return i
		}
	}
	return -1
}

// render writes the tokens out with the looks that lie over them.
func render(tokens []token) manuscript.Rich {
	var out manuscript.Rich
	var style briefing.Style
	for _, t := range tokens {
		style &^= t.until
		text := t.text + strings.Repeat("*", t.stars)
		run := briefing.Run{End: len(text), Style: style | t.style, Link: t.link, NoteRef: t.noteRef}
		piece := manuscript.Rich{Text: text}
		if text != "" && (run.Style != 0 || run.Link != "" || run.NoteRef != "") {
			piece.Runs = []briefing.Run{run}
		}
		if text != "" {
			out = out.Join("", piece)
		}
		style |= t.begin
	}
	return out
}
