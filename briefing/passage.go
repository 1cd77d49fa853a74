package briefing

// Passage is one piece of an entity's text as it is searched.
type Passage struct {
	// Part tells the passages of an entity apart: the index of a block in a
	// Text, the Field of a Position, 0 elsewhere.
	Part int
	Text string
}

// Passages lists what of an entity can be found by its words; none for what
// holds no words of its own.
func Passages(e Entity) []Passage {
	switch e := e.(type) {
	case *Note:
		return []Passage{{Text: e.Symbol + " " + e.Title}}
	case *Text:
		return e.passages()
	case *Annotation:
		return []Passage{{Text: e.Text}}
	case *Observation:
		return []Passage{{Text: e.Text}}
	case *Position:
		return e.passages()
	}
	return nil
}

func (t *Text) passages() []Passage {
	out := make([]Passage, 0, len(t.Blocks))
	for i, b := range t.Blocks {
		if b.Text != "" && b.Kind != KindFurniture {
			out = append(out, Passage{Part: i, Text: b.Text})
		}
	}
	return out
}

func (p *Position) passages() []Passage {
	var out []Passage
	for _, f := range Fields {
		if text := p.Text(f); text != "" {
			out = append(out, Passage{Part: int(f), Text: text})
		}
	}
	return out
}
