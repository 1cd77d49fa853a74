package briefing_test

import (
	"os"
	"path/filepath"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
)

const corpus = "../../shared/corpus/dev"

// corpusNote reads a real document; the test is skipped where there is none.
func corpusNote(t *testing.T, name string) *briefing.Recognized {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus, name))
	if err != nil {
		t.Skipf("the corpus of real documents is not here: %v", err)
	}
	got, err := extract.New().Extract(t.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// One document in two formats says the same, however its pages were set.
func TestAlignFormatsOfOneDocument(t *testing.T) {
	for _, c := range []struct {
		older, newer string
		differ       int // passages that two readers cut differently, at most
	}{
		{"ece-cefact-2019-26-docx.docx", "ece-cefact-2019-26-pdf.pdf", 3},
		{"ece-cefact-2019-26-docx.docx", "ece-cefact-2019-26-odt.odt", 3},
		{"un-a-80-604-add6-docx.docx", "un-a-80-604-add6-pdf.pdf", 6},
		{"un-a-80-604-add6-docx.docx", "un-a-80-604-add6-rtf.rtf", 3},
		{"un-s-res-2773-fr.txt", "un-s-res-2773-fr-autonum.docx", 3},
	} {
		t.Run(c.newer, func(t *testing.T) {
			older, newer := corpusNote(t, c.older), corpusNote(t, c.newer)
			pairs := briefing.Align(&briefing.Text{Blocks: older.Blocks}, &briefing.Text{Blocks: newer.Blocks}, nil, false)
			differ := 0
			for _, p := range pairs {
				if p.Fate != briefing.FateSame {
					differ++
					t.Logf("%s %.2f: %d to %d", p.Fate, p.Likeness, len(p.Old), len(p.New)) // words stay where they are
				}
			}
			t.Logf("%d of %d passages differ", differ, len(pairs))
			if differ > c.differ {
				t.Errorf("%d of %d passages differ, want %d at most", differ, len(pairs), c.differ)
			}
		})
	}
}

// The truth between two languages is the printed number: every numbered
// paragraph has its translation under the same one.
func TestAlignLanguagesOfOneDocument(t *testing.T) {
	for _, c := range []struct{ older, newer string }{
		{"un-a-res-48-246-en.pdf", "un-a-res-48-246-es.pdf"},
		{"ohchr-a-hrc-wg6-7-ita-1-en.pdf", "ohchr-a-hrc-wg6-7-ita-1-fr.pdf"},
		{"un-s-res-2773.pdf", "un-s-res-2773-fr.txt"},
		{"un-s-res-2773.pdf", "un-s-res-2773-ar.txt"},
	} {
		t.Run(c.newer, func(t *testing.T) {
			older, newer := corpusNote(t, c.older), corpusNote(t, c.newer)
			pairs := briefing.Align(&briefing.Text{Blocks: older.Blocks}, &briefing.Text{Blocks: newer.Blocks}, nil, true)
			right, found, labels := 0, 0, map[string]int{}
			for _, p := range pairs {
				for _, o := range p.Old {
					if o.Kind == briefing.KindParagraph {
						labels[o.Label]++
					}
				}
				for _, x := range p.New {
					if x.Kind == briefing.KindParagraph {
						labels[x.Label]++
					}
				}
				if len(p.Old) != 1 || len(p.New) != 1 {
					t.Logf("%s %q %q", p.Fate, p.Old, p.New)
					continue
				}
				if p.Old[0].Kind == briefing.KindParagraph {
					found++
					if p.Old[0].Label == p.New[0].Label {
						right++
					}
				}
			}
			twice := 0
			for _, n := range labels {
				if n > 1 {
					twice++
				}
			}
			f1 := 2 * float64(right) / float64(found+twice)
			t.Logf("F1 %.4f: %d right of %d found, %d numbers in both, %d rows", f1, right, found, twice, len(pairs))
			if f1 < 0.98 {
				t.Errorf("F1 = %.4f, want 0.98", f1)
			}
		})
	}
}
