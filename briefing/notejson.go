package briefing

import (
	"bytes"
	"encoding/json"
)

// NoteSchema names the form MarshalNote writes.
const NoteSchema = "placard.note/1"

// noteJSON is the published form of a note. Fields that the page does not
// print are absent.
type noteJSON struct {
	Schema string `json:"schema"`
	ID     string `json:"id,omitempty"` // of a stored note
	Note
	Blocks   []blockJSON    `json:"blocks"`
	Meetings []meetingJSON  `json:"meetings,omitempty"`
	Left     map[string]int `json:"left,omitempty"`
}

// meetingJSON is a meeting whose id is absent while it is only proposed.
type meetingJSON struct {
	ID string `json:"id,omitempty"`
	Meeting
}

// blockJSON is a block with its runs in words and the asks found in it.
type blockJSON struct {
	Block
	Runs []runJSON `json:"runs,omitempty"`
	Asks []Ask     `json:"asks,omitempty"`
}

// runJSON is a run with its words, and its looks as flags.
type runJSON struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Text        string `json:"text"`
	Bold        bool   `json:"bold,omitempty"`
	Italic      bool   `json:"italic,omitempty"`
	Superscript bool   `json:"superscript,omitempty"`
	Underline   bool   `json:"underline,omitempty"`
	Strike      bool   `json:"strike,omitempty"`
	Link        string `json:"link,omitempty"`
	NoteRef     string `json:"note_ref,omitempty"`
}

// MarshalNote writes a recognised or stored note with its asks as JSON of the
// schema "placard.note/1", indented, the same bytes for the same note.
func MarshalNote(r *Recognized, asks []Ask) ([]byte, error) {
	doc := noteJSON{Schema: NoteSchema, ID: printed(r.Note.ID), Note: r.Note, Left: r.Left, Blocks: make([]blockJSON, len(r.Blocks))}
	for _, m := range r.Meetings {
		doc.Meetings = append(doc.Meetings, meetingJSON{ID: printed(m.ID), Meeting: m})
	}
	for i, b := range r.Blocks {
		doc.Blocks[i] = blockJSON{Block: b, Runs: spellRuns(b)}
	}
	for _, a := range asks {
		for i := range doc.Blocks {
			if doc.Blocks[i].ID == a.Block {
				doc.Blocks[i].Asks = append(doc.Blocks[i].Asks, a)
			}
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func printed(id ID) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}

func spellRuns(b Block) []runJSON {
	var out []runJSON
	for _, r := range b.Runs {
		if r.Start < 0 || r.End > len(b.Text) || r.Start > r.End {
			continue
		}
		out = append(out, runJSON{
			Start: r.Start, End: r.End, Text: b.Text[r.Start:r.End],
			Bold: r.Has(Bold), Italic: r.Has(Italic), Superscript: r.Has(Superscript),
			Underline: r.Has(Underline), Strike: r.Has(Strike),
			Link: r.Link, NoteRef: r.NoteRef,
		})
	}
	return out
}
