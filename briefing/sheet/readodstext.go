package sheet

import (
	"encoding/xml"
	"strings"

	"placard/briefing"
)

// odsWords collects the words of a cell or of a note on it.
type odsWords struct {
	text, struck strings.Builder
	lines        int
	strike       []bool // of the spans that are open
}

// said reads the words of a cell up to its end, and keeps the note on it.
func (r *odsReader) said(until, at string) (wording, error) {
	var w odsWords
	for {
		t, err := r.d.RawToken()
		if err != nil {
			return wording{}, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local == "annotation" {
				if err := r.note(at); err != nil {
					return wording{}, err
				}
				continue
			}
			if w.open(e, r.struck); w.text.Len() > r.room {
				return wording{}, tooLarge("unpacked", r.sheet.part, at)
			}
		case xml.CharData:
			w.write(string(e))
		case xml.EndElement:
			if e.Name.Local == until {
				r.room -= w.text.Len()
				return wording{text: briefing.PlainLines(w.text.String()), struck: strings.TrimSpace(w.struck.String())}, nil
			}
			w.close(e)
		}
	}
}

// mostSpaces bounds the run of spaces that one element may stand for.
const mostSpaces = 32767

func (w *odsWords) open(e xml.StartElement, struck map[string]bool) {
	switch e.Name.Local {
	case "p", "h":
		if w.lines++; w.lines > 1 {
			w.text.WriteByte('\n')
		}
		w.strike = append(w.strike, false)
	case "span":
		style, _ := attribute(e, "style-name")
		w.strike = append(w.strike, struck[style] || w.striking())
	case "s":
		w.write(strings.Repeat(" ", min(times(e, "c"), mostSpaces)))
	case "tab":
		w.write("\t")
	case "line-break":
		w.write("\n")
	}
}

func (w *odsWords) close(e xml.EndElement) {
	if n := len(w.strike); n > 0 && (e.Name.Local == "p" || e.Name.Local == "h" || e.Name.Local == "span") {
		w.strike = w.strike[:n-1]
	}
}

func (w *odsWords) striking() bool { return len(w.strike) > 0 && w.strike[len(w.strike)-1] }

// write adds words that stand in a paragraph; the blanks between are layout.
func (w *odsWords) write(text string) {
	if len(w.strike) == 0 {
		return
	}
	w.text.WriteString(text)
	if w.striking() {
		w.struck.WriteString(text)
	}
}

// note reads a note on a cell: who wrote it, and what.
func (r *odsReader) note(at string) error {
	var w odsWords
	author := ""
	for {
		t, err := r.d.RawToken()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := r.noteElement(e, &w, &author); err != nil {
				return err
			}
		case xml.CharData:
			w.write(string(e))
		case xml.EndElement:
			if e.Name.Local == "annotation" {
				r.room -= w.text.Len()
				r.keepNote(briefing.Remark{Sheet: r.sheet.name, Cell: at, Author: strings.TrimSpace(author), Text: strings.TrimSpace(w.text.String())})
				return nil
			}
			w.close(e)
		}
	}
}

func (r *odsReader) noteElement(e xml.StartElement, w *odsWords, author *string) (err error) {
	switch e.Name.Local {
	case "creator":
		*author, err = readValue(r.d)
	case "date", "date-string":
		_, err = readValue(r.d)
	default:
		if w.open(e, nil); w.text.Len() > r.room {
			err = tooLarge("unpacked", r.sheet.part, "")
		}
	}
	return err
}

// keepNote keeps a note that says anything. Programs that copy an author into
// the words write it in front.
func (r *odsReader) keepNote(n briefing.Remark) {
	n.Text = strings.TrimSpace(strings.TrimPrefix(n.Text, n.Author+":"))
	if n.Text != "" {
		r.book.notes[r.sheet] = append(r.book.notes[r.sheet], n)
	}
}
