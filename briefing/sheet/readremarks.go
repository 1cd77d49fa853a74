package sheet

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"placard/briefing"
)

// remarks are the notes and threaded comments of a sheet by their rows.
type remarks struct{ all []briefing.Remark }

// take gives the remarks on a row, once.
func (m *remarks) take(row int) []briefing.Remark {
	var out []briefing.Remark
	m.all = slices.DeleteFunc(m.all, func(x briefing.Remark) bool {
		here := rowOf(x.Cell) == row
		if here {
			out = append(out, x)
		}
		return here
	})
	return out
}

// rest are the remarks on rows that hold nothing.
func (m *remarks) rest() []briefing.Remark { return m.all }

// rowOf a cell's reference; 0 for none.
func rowOf(cell string) int {
	n, _ := strconv.Atoi(strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
	return n
}

// remarksOf collects notes and threaded comments. A part that can't be read
// is a finding: the rows are there all the same.
func (r *reviewReader) remarksOf(s *rawSheet) remarks {
	found, err := r.book.remarks(s)
	if err != nil {
		r.remarksLost(s)
	}
	return remarks{found}
}

// remarks of a worksheet: what could be read of them, with the first error.
func (p *parcel) remarks(s *rawSheet) ([]briefing.Remark, error) {
	rels, err := p.relations(s.part)
	if err != nil {
		return nil, err
	}
	var out []briefing.Remark
	for _, part := range rels.byKind["comments"] {
		found, failed := p.notes(s, part)
		out, err = append(out, found...), errors.Join(err, failed)
	}
	for _, part := range rels.byKind["threadedComment"] {
		found, failed := p.threads(s, part)
		out, err = append(out, found...), errors.Join(err, failed)
	}
	return out, err
}

func (r *reviewReader) remarksLost(s *rawSheet) {
	r.find(briefing.Finding{Weight: briefing.WeighAsk, Code: "remarks_lost", Sheet: s.name})
}

// threadMark begins the author of a note that only stands in for a thread.
const threadMark = "tc="

func (p *parcel) notes(s *rawSheet, part string) ([]briefing.Remark, error) {
	var file struct {
		Authors  []string `xml:"authors>author"`
		Comments []struct {
			Ref    string   `xml:"ref,attr"`
			Author int      `xml:"authorId,attr"`
			Plain  []string `xml:"text>t"`
			Rich   []string `xml:"text>r>t"`
		} `xml:"commentList>comment"`
	}
	if err := p.unmarshal(part, &file); err != nil {
		return nil, err
	}
	var out []briefing.Remark
	for _, c := range file.Comments {
		author := ""
		if c.Author >= 0 && c.Author < len(file.Authors) {
			author = strings.TrimSpace(file.Authors[c.Author])
		}
		text := strings.TrimSpace(unescape(strings.Join(append(c.Plain, c.Rich...), "")))
		text = strings.TrimSpace(strings.TrimPrefix(text, author+":")) // Excel writes the name again
		if text == "" || strings.HasPrefix(author, threadMark) {
			continue
		}
		out = append(out, briefing.Remark{Sheet: s.name, Cell: c.Ref, Author: author, Text: text})
	}
	return out, nil
}

func (p *parcel) threads(s *rawSheet, part string) ([]briefing.Remark, error) {
	var file struct {
		Comments []struct {
			Ref    string `xml:"ref,attr"`
			Person string `xml:"personId,attr"`
			Text   string `xml:"text"`
		} `xml:"threadedComment"`
	}
	if err := p.unmarshal(part, &file); err != nil {
		return nil, err
	}
	people := p.people()
	var out []briefing.Remark
	for _, c := range file.Comments {
		if text := strings.TrimSpace(unescape(c.Text)); text != "" {
			out = append(out, briefing.Remark{Sheet: s.name, Cell: c.Ref, Author: people[c.Person], Text: text})
		}
	}
	return out, nil
}

// people who wrote threaded comments, by their ids.
func (p *parcel) people() map[string]string {
	var file struct {
		People []struct {
			ID   string `xml:"id,attr"`
			Name string `xml:"displayName,attr"`
		} `xml:"person"`
	}
	out := map[string]string{}
	rels, err := p.relations(workbookName)
	if err != nil {
		return out
	}
	for _, part := range rels.byKind["person"] {
		if p.unmarshal(part, &file) == nil {
			for _, x := range file.People {
				out[x.ID] = x.Name
			}
		}
	}
	return out
}

// looseRemarks keeps the remarks of a sheet that has no rows of ours.
func (r *reviewReader) looseRemarks(s *rawSheet) {
	found := r.remarksOf(s)
	r.back.Remarks = append(r.back.Remarks, found.rest()...)
}
