package briefing

import "time"

// Intervention is one thing we may say in the room.
type Intervention struct {
	Position *Position
	Block    *Block
	Label    Label
	Text     string        // the speaking note; where there is none the line to take and the points
	Short    string        // the line to take alone; empty where Text is no longer
	Took     time.Duration // Text's length as it is spoken
}

// Interventions lists what we may say, in the order of the note; an agenda
// item, which the room takes in its own order, with its paragraphs.
func (d *Dossier) Interventions() []Intervention {
	var out []Intervention
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		for _, p := range d.Positions {
			if p.Subject.Block != b.ID {
				continue
			}
			if v, ok := intervention(p); ok {
				v.Block, v.Label = b, d.Text.LabelOf(b)
				out = append(out, v)
			}
		}
	}
	return out
}

// intervention is what a position has to say; ok is false for nothing.
func intervention(p *Position) (v Intervention, ok bool) {
	line := p.Text(FieldLine)
	v = Intervention{Position: p, Text: p.Text(FieldSpeakingNote)}
	if v.Text == "" {
		v.Text = JoinText("\n\n", line, p.Text(FieldPoints))
	}
	if line != v.Text {
		v.Short = line
	}
	_, v.Took = SpokenLength(v.Text)
	return v, v.Text != ""
}
