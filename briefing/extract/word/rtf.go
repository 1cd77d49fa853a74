package word

import (
	"context"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// rtf is a Rich Text file being read.
type rtf struct {
	scan   rtfScanner
	m      *manuscript.Manuscript
	state  rtfState
	stack  []rtfState
	fonts  map[int]encoding.Encoding
	styles map[int]*docxStyle
	enc    encoding.Encoding
	raw    []byte // text that is still to be decoded
	skip   int    // signs that stand in for the Unicode one before
	high   rune   // the first half of a surrogate pair

	open    manuscript.Passage
	label   strings.Builder     // what \listtext prints
	name    strings.Builder     // of a style being defined
	code    strings.Builder     // of a field
	note    *manuscript.Passage // the footnote being read
	host    manuscript.Passage  // the paragraph the footnote is tied to
	notes   []manuscript.Passage
	noteNo  int
	row     []string
	rows    [][]string
	cellAt  int // where the open cell begins in cells
	cells   []manuscript.Passage
	heads   []manuscript.Passage // the first page's head
	page    int
	body    bool
	fontNo  int
	styleNo int
}

// rtfState is what a group inherits and gives back at its end.
type rtfState struct {
	look        docxLook
	deleted     bool // by somebody whose changes are tracked
	inserted    bool
	destination string // "" for the text itself
	skipSigns   int    // \uc
	enc         encoding.Encoding
	style       int
	outline     int
	table       bool
	link        string
}

// ReadRTF reads a Rich Text file. Odd control words mean nothing and are
// passed over.
func ReadRTF(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	d := &rtf{
		scan: rtfScanner{data: data}, m: &manuscript.Manuscript{Format: "rtf", Left: map[string]int{}}, page: 1,
		fonts: map[int]encoding.Encoding{}, styles: map[int]*docxStyle{}, enc: charmap.Windows1252,
	}
	d.state = rtfState{skipSigns: 1}
	for tokens := 0; ; tokens++ {
		t := d.scan.next()
		if t.kind == rtfEnd {
			break
		}
		if tokens%4096 == 0 {
			progress.Tell(d.scan.at, len(data))
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if len(d.stack) > maxDepth*10 || len(d.m.Passages) > maxPassages {
			return nil, briefing.ErrTooLarge
		}
		d.token(t)
	}
	d.paragraph()
	d.endTable()
	d.m.Passages = append(d.heads, d.m.Passages...)
	return d.m, nil
}

func (d *rtf) token(t rtfToken) {
	if t.kind != rtfText {
		d.decode()
	}
	switch t.kind {
	case rtfOpen:
		d.stack = append(d.stack, d.state)
	case rtfClose:
		d.close()
	case rtfControl:
		d.control(t)
	case rtfText:
		text := t.text
		if n := min(d.skip, len(text)); n > 0 {
			text, d.skip = text[n:], d.skip-n
		}
		d.raw = append(d.raw, text...)
	case rtfEnd:
	}
}

// decode turns the bytes gathered so far into text. Signs of two bytes may
// come in two pieces.
func (d *rtf) decode() {
	if len(d.raw) == 0 {
		return
	}
	enc := d.state.enc
	if enc == nil {
		enc = d.enc
	}
	text, err := enc.NewDecoder().Bytes(d.raw)
	if err == nil {
		d.say(string(text))
	}
	d.raw = d.raw[:0]
}

// close ends a group: what a destination gathered goes where it belongs.
func (d *rtf) close() {
	if len(d.stack) == 0 {
		return
	}
	ended := d.state
	d.state = d.stack[len(d.stack)-1]
	d.stack = d.stack[:len(d.stack)-1]
	if ended.destination == d.state.destination {
		return
	}
	switch ended.destination {
	case "listtext":
		d.open.Label = strings.TrimSpace(d.label.String())
		d.label.Reset()
	case "fldinst":
		if _, rest, ok := strings.Cut(d.code.String(), "HYPERLINK"); ok {
			if parts := strings.Split(rest, `"`); len(parts) > 1 && strings.HasPrefix(parts[1], "http") {
				d.state.link = parts[1]
			}
		}
		d.code.Reset()
	case "footnote":
		d.endNote()
	case "headerf":
		d.paragraph()
		d.endTable()
		d.heads, d.m.Passages = d.m.Passages, nil
	}
}

// say adds text to where it belongs.
func (d *rtf) say(text string) {
	switch d.state.destination {
	case "listtext":
		d.label.WriteString(text)
		return
	case "fldinst":
		d.code.WriteString(text)
		return
	case "stylesheet":
		d.defineStyle(text)
		return
	case "", "footnote", "headerf":
	default:
		return
	}
	if d.state.deleted || d.state.inserted {
		d.m.Left[leftTracked]++
		d.open.Doubts = []string{briefing.DoubtTracked}
	}
	if d.state.deleted {
		return
	}
	if d.state.look.hidden {
		d.m.Left[leftHidden]++
		return
	}
	piece := manuscript.Rich{Text: strings.Map(oneLine, text)}
	if d.state.look.style != 0 || d.state.link != "" {
		piece.Runs = []briefing.Run{{End: len(piece.Text), Style: d.state.look.style, Link: d.state.link}}
	}
	d.open.Rich = d.open.Join("", piece)
}
