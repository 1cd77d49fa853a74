package briefing_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
)

// mutant is a version of a note whose history is known.
type mutant struct {
	random *rand.Rand
	blocks []briefing.Block
	// from holds the old blocks that each new block came from.
	from   map[string][]string
	edited map[string]bool // new blocks whose words changed
	moved  map[string]bool
	cut    map[string]bool // new blocks of splits and merges
	next   int
}

// mutate makes a newer version of blocks by so many acts of a drafter.
func mutate(blocks []briefing.Block, seed uint64, acts int) *mutant {
	m := &mutant{
		random: rand.New(rand.NewPCG(seed, 13)), from: map[string][]string{},
		edited: map[string]bool{}, moved: map[string]bool{}, cut: map[string]bool{},
	}
	for _, b := range blocks {
		b.Runs = slices.Clone(b.Runs)
		m.blocks = append(m.blocks, b)
		m.from[b.ID] = []string{b.ID}
	}
	touched := map[string]bool{}
	for range acts {
		m.act(touched)
	}
	m.dirty(touched)
	m.renumber()
	return m
}

// act does one thing to a passage that nothing was done to yet.
func (m *mutant) act(touched map[string]bool) {
	i := m.random.IntN(len(m.blocks))
	b := m.blocks[i]
	if touched[b.ID] || !drafted(&b) {
		return
	}
	words := len(strings.Fields(b.Text))
	switch m.random.IntN(8) {
	case 0, 1:
		m.edit(i)
	case 2:
		m.move(i)
	case 3:
		m.edit(i)
		m.move(i)
	case 4:
		if words >= 16 && len(b.Runs) == 0 {
			m.split(i, touched)
		}
	case 5:
		m.merge(i, touched)
	case 6:
		m.insert(i, touched)
	case 7:
		delete(m.from, b.ID)
		m.blocks = slices.Delete(m.blocks, i, i+1)
	}
	touched[b.ID] = true
}

// drafted tells whether drafters work on such a block.
func drafted(b *briefing.Block) bool {
	return (b.Kind == briefing.KindParagraph || b.Kind == briefing.KindBullet) && len(strings.Fields(b.Text)) >= 5
}

// edit replaces, adds or drops some of the words, at most two in five.
func (m *mutant) edit(i int) {
	b := &m.blocks[i]
	words := strings.Fields(b.Text)
	n := 1 + m.random.IntN(max(1, len(words)*2/5))
	for range n {
		at := m.random.IntN(len(words))
		switch m.random.IntN(3) {
		case 0:
			words[at] = m.word()
		case 1:
			words = slices.Insert(words, at, m.word())
		case 2:
			if len(words) > 4 {
				words = slices.Delete(words, at, at+1)
			}
		}
	}
	b.Text, b.Runs = strings.Join(words, " ")+" "+m.word(), nil
	m.edited[b.ID] = true
}

// move takes a block at least four places away.
func (m *mutant) move(i int) {
	b := m.blocks[i]
	m.blocks = slices.Delete(m.blocks, i, i+1)
	for range 50 {
		to := m.random.IntN(len(m.blocks))
		if max(to-i, i-to) >= 4 {
			m.blocks = slices.Insert(m.blocks, to, b)
			m.moved[b.ID] = true
			return
		}
	}
	m.blocks = slices.Insert(m.blocks, i, b)
}

func (m *mutant) split(i int, touched map[string]bool) {
	words := strings.Fields(m.blocks[i].Text)
	cut := len(words)/3 + m.random.IntN(max(1, len(words)/3))
	second := m.blocks[i]
	second.ID, second.Text = m.id(), strings.Join(words[cut:], " ")
	m.blocks[i].Text = strings.Join(words[:cut], " ")
	m.from[second.ID] = slices.Clone(m.from[m.blocks[i].ID])
	m.blocks = slices.Insert(m.blocks, i+1, second)
	for _, id := range []string{second.ID, m.blocks[i].ID} {
		m.cut[id], touched[id] = true, true
	}
}

// merge joins a block with the one behind it.
func (m *mutant) merge(i int, touched map[string]bool) {
	if i+1 >= len(m.blocks) || touched[m.blocks[i+1].ID] || !drafted(&m.blocks[i+1]) || m.blocks[i].Kind != m.blocks[i+1].Kind {
		return
	}
	next := m.blocks[i+1]
	m.blocks[i].Text, m.blocks[i].Runs = m.blocks[i].Text+" "+next.Text, nil
	m.from[m.blocks[i].ID] = append(m.from[m.blocks[i].ID], m.from[next.ID]...)
	delete(m.from, next.ID)
	m.cut[m.blocks[i].ID], touched[next.ID] = true, true
	m.blocks = slices.Delete(m.blocks, i+1, i+2)
}

func (m *mutant) insert(i int, touched map[string]bool) {
	b := briefing.Block{ID: m.id(), Kind: briefing.KindParagraph, Part: m.blocks[i].Part, Text: prose(m.random)}
	touched[b.ID] = true
	m.blocks = slices.Insert(m.blocks, i+1, b)
}

// dirty changes what nobody means: spaces, quotation marks, hyphens.
func (m *mutant) dirty(touched map[string]bool) {
	noise := []*strings.Replacer{
		strings.NewReplacer("“", `"`, "”", `"`, "’", "'", " the ", "  the "),
		strings.NewReplacer(" of ", "\u00a0of\u00a0", " and ", "\u2009and ", "-", "\u2011"),
		strings.NewReplacer("tion", "ti-\non", "ment", "ment\u00ad", "-", ""),
		strings.NewReplacer(`"`, "«", "'", "’", " to ", "\nto "),
	}
	for i := range m.blocks {
		if b := &m.blocks[i]; !touched[b.ID] && len(b.Runs) == 0 && m.random.IntN(3) == 0 {
			b.Text = noise[m.random.IntN(len(noise))].Replace(b.Text)
		}
	}
}

// renumber numbers the paragraphs anew and mends what mentions them.
func (m *mutant) renumber() {
	next := map[string]int{}
	labels := map[string]string{}
	for i := range m.blocks {
		b := &m.blocks[i]
		if b.Kind == briefing.KindParagraph {
			next[b.Part]++
			b.Label = strconv.Itoa(next[b.Part])
			labels[b.ID] = b.Label
		}
	}
	for i := range m.blocks {
		b := &m.blocks[i]
		for n, r := range b.Runs {
			label, linked := labels[strings.TrimPrefix(r.Link, "#")]
			if !linked {
				continue
			}
			old := b.Text[r.Start:r.End]
			fresh := strings.TrimRight(old, "0123456789") + label
			b.Text = b.Text[:r.Start] + fresh + b.Text[r.End:]
			b.Runs[n].End = r.Start + len(fresh)
			for k := n + 1; k < len(b.Runs); k++ {
				b.Runs[k].Start += len(fresh) - len(old)
				b.Runs[k].End += len(fresh) - len(old)
			}
		}
	}
}

func (m *mutant) id() string {
	m.next++
	return "n" + strconv.Itoa(m.next)
}

func (m *mutant) word() string { return vocabulary[m.random.IntN(len(vocabulary))] }

var vocabulary = strings.Fields(`harbour keeper signal lamp tower survey session member proposal budget report
	secretariat council theme dialogue policy coastal maritime measure review practice training equipment cooperation
	participation programme contribution paper decision framework region vessel safety navigation charter exchange
	experience capacity obligation consultation assembly bureau annual shared joint future early formal open urgent
	voluntary national technical financial efficient transparent inclusive strengthen consider welcome recall support
	establish prepare invite examine adopt develop improve maintain report encourage reduce extend`)

// prose is a paragraph of one to four sentences, which share their phrases
// with others as session documents do.
func prose(r *rand.Rand) string {
	openings := []string{"Member States agreed that the", "The Secretariat will", "In this regard, the", "The Council also noted the", "It was recalled that the"}
	var out []string
	for range 1 + r.IntN(4) {
		s := []string{openings[r.IntN(len(openings))]}
		for range 8 + r.IntN(14) {
			s = append(s, vocabulary[r.IntN(len(vocabulary))])
			if r.IntN(3) == 0 {
				s = append(s, []string{"of the", "and", "to", "for the", "in"}[r.IntN(5)])
			}
		}
		out = append(out, strings.Join(s, " ")+".")
	}
	return strings.Join(out, " ")
}

// longNote is a made-up note of n paragraphs with headings and bullets.
func longNote(seed uint64, n int) []briefing.Block {
	r := rand.New(rand.NewPCG(seed, 7))
	var out []briefing.Block
	add := func(k briefing.Kind, label, parent, text string) string {
		id := "b" + strconv.Itoa(len(out)+1)
		out = append(out, briefing.Block{ID: id, Kind: k, Part: briefing.PartBody, Label: label, Parent: parent, Text: text})
		return id
	}
	for i := range n {
		if i%9 == 0 {
			add(briefing.KindHeading, "", "", fmt.Sprintf("%s and %s", vocabulary[r.IntN(len(vocabulary))], vocabulary[r.IntN(len(vocabulary))]))
		}
		p := add(briefing.KindParagraph, strconv.Itoa(i+1), "", prose(r))
		for k := 0; i%7 == 3 && k < 3; k++ {
			add(briefing.KindBullet, "", p, strings.Join([]string{vocabulary[r.IntN(len(vocabulary))], vocabulary[r.IntN(len(vocabulary))], "of the", vocabulary[r.IntN(len(vocabulary))], vocabulary[r.IntN(len(vocabulary))]}, " "))
		}
	}
	return out
}

// sampleBlocks is the fictional note, without what is not compared.
func sampleBlocks(tb testing.TB) []briefing.Block {
	tb.Helper()
	name, data := assets.Sample()
	got, err := extract.New().Extract(tb.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return slices.DeleteFunc(got.Blocks, func(b briefing.Block) bool {
		return b.Kind == briefing.KindMasthead || b.Kind == briefing.KindFurniture || b.Kind == briefing.KindAgendaSlot || b.Kind == briefing.KindContinuation
	})
}

// tallies of an alignment against the truth.
type tallies struct {
	right, found, true int // edges
	fates, fatesRight  int // pairs that both know
	falselyEdited      int
}

func (n *tallies) f1() float64 { return 2 * float64(n.right) / float64(n.found+n.true) }

func (n *tallies) count(m *mutant, pairs []briefing.Pair) (wrong []string) {
	for _, from := range m.from {
		n.true += len(from)
	}
	for _, p := range pairs {
		for _, o := range p.Old {
			for _, x := range p.New {
				n.found++
				if slices.Contains(m.from[x.Block], o.Block) {
					n.right++
				} else {
					wrong = append(wrong, fmt.Sprintf("%s: %q is no %q", p.Fate, x.Text, o.Text))
				}
			}
		}
		if len(p.Old) == 1 && len(p.New) == 1 && slices.Contains(m.from[p.New[0].Block], p.Old[0].Block) {
			wrong = append(wrong, n.fate(m, p)...)
		}
	}
	return wrong
}

// fate counts a pair that is one, by whether its fate is the true one too.
func (n *tallies) fate(m *mutant, p briefing.Pair) []string {
	id := p.New[0].Block
	if m.cut[id] {
		return nil
	}
	want := briefing.FateSame
	switch {
	case m.edited[id] && m.moved[id]:
		want = briefing.FateMovedEdited
	case m.edited[id]:
		want = briefing.FateEdited
	case m.moved[id]:
		want = briefing.FateMoved
	case p.Old[0].Label != p.New[0].Label:
		want = briefing.FateRenumbered
	}
	n.fates++
	if p.Fate == want {
		n.fatesRight++
		return nil
	}
	if !m.edited[id] && !p.Fate.KeepsWords() {
		n.falselyEdited++
	}
	return []string{fmt.Sprintf("%s instead of %s: %q %q", p.Fate, want, p.Old[0].Text, p.New[0].Text)}
}

// Five hundred notes, each changed by as many acts as a fifth of its length,
// compared with what is known of them.
func TestAlignMutatedNotes(t *testing.T) {
	if testing.Short() {
		t.Skip("looked at whole in the run without the race detector")
	}
	sample := sampleBlocks(t)
	var n tallies
	for seed := range uint64(500) {
		blocks := sample
		if seed%5 != 0 {
			blocks = longNote(seed, 20+int(seed%5)*10)
		}
		m := mutate(blocks, seed, 3+len(blocks)/5)
		wrong := n.count(m, briefing.Align(&briefing.Text{Blocks: blocks}, &briefing.Text{Blocks: m.blocks}, nil, false))
		if os.Getenv("PLACARD_ALIGN_MISSES") != "" {
			for _, w := range wrong {
				t.Logf("note %d: %.300s", seed, w)
			}
		}
	}
	t.Logf("edges: F1 %.4f (%d right of %d found, %d true); fates right %d of %d; falsely edited %d",
		n.f1(), n.right, n.found, n.true, n.fatesRight, n.fates, n.falselyEdited)
	if n.f1() < 0.98 {
		t.Errorf("F1 = %.4f, want 0.98", n.f1())
	}
	if n.falselyEdited > 0 {
		t.Errorf("%d passages are called edited that nobody edited", n.falselyEdited)
	}
	if 100*n.fatesRight < 98*n.fates {
		t.Errorf("%d of %d fates are right, want 98 in 100", n.fatesRight, n.fates)
	}
}

// BenchmarkAlign compares two notes of 200 paragraphs with the word diffs of
// what was edited; at most 0.3 s.
func BenchmarkAlign(b *testing.B) {
	older := longNote(1, 200)
	m := mutate(older, 1, 60)
	for b.Loop() {
		for _, p := range briefing.Align(&briefing.Text{Blocks: older}, &briefing.Text{Blocks: m.blocks}, nil, false) {
			if len(p.Old) == 1 && len(p.New) == 1 && !p.Fate.KeepsWords() {
				briefing.WordDiff(p.Old[0].Text, p.New[0].Text)
			}
		}
	}
}
