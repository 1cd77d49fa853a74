package briefing

import "slices"

// absorbed tells which blocks are no longer there and which hold their words
// now: a block is always merged into the one before it.
func absorbed(before, after []Block) map[string]string {
	here := make(map[string]bool, len(after))
	for i := range after {
		here[after[i].ID] = true
	}
	gone := map[string]string{}
	last := ""
	for i := range before {
		id := before[i].ID
		if here[id] {
			last = id
		} else {
			gone[id] = last
		}
	}
	return gone
}

// follow has the note name the blocks that hold the words of those gone.
func (n *Note) follow(gone map[string]string) {
	if len(gone) == 0 {
		return
	}
	n.References, n.Documents = slices.Clone(n.References), slices.Clone(n.Documents)
	for i := range n.References {
		r := &n.References[i]
		r.From, r.To = following(r.From, gone), following(r.To, gone)
	}
	n.References = slices.DeleteFunc(n.References, func(r Reference) bool { return r.From == r.To })
	for i := range n.Documents {
		n.Documents[i].Block = following(n.Documents[i].Block, gone)
	}
}

// follow does the same for what a meeting took from the note.
func (m *Meeting) follow(note ID, gone map[string]string) {
	if len(gone) == 0 {
		return
	}
	m.Documents = slices.Clone(m.Documents)
	for i := range m.Documents {
		if m.Documents[i].Note == note {
			m.Documents[i].Block = following(m.Documents[i].Block, gone)
		}
	}
	if m.Agenda == nil || m.Agenda.Note != note {
		return
	}
	agenda := *m.Agenda
	agenda.Items = slices.Clone(agenda.Items)
	for i := range agenda.Items {
		agenda.Items[i].Block = following(agenda.Items[i].Block, gone)
	}
	m.Agenda = &agenda
}

func following(block string, gone map[string]string) string {
	if into, ok := gone[block]; ok {
		return into
	}
	return block
}
