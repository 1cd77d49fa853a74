package search_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/search"
	"placard/storage"
)

// vault is a real one in a folder of the test's.
func vault(tb testing.TB, dir string) briefing.Vault {
	tb.Helper()
	vaults := storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}})
	created, err := vaults.Create(tb.Context(), dir, []byte("harbour lantern copper seven"))
	if err != nil {
		tb.Fatal(err)
	}
	return created.Vault
}

// page is a note of given paragraphs.
func page(n int, language string, paragraphs ...string) (*briefing.Note, *briefing.Text) {
	var id briefing.ID
	id[0], id[14], id[15] = 1, byte(n>>8), byte(n)
	text := &briefing.Text{Note: id}
	for i, p := range paragraphs {
		text.Blocks = append(text.Blocks, briefing.Block{ID: fmt.Sprint("b", i), Kind: briefing.KindText, Text: p})
	}
	return &briefing.Note{ID: id, Language: language, Symbol: fmt.Sprintf("X/%d", n)}, text
}

func commit(tb testing.TB, v briefing.Vault, changes ...briefing.Change) {
	tb.Helper()
	if _, err := v.Commit(tb.Context(), briefing.Commit{Act: briefing.Act{Code: "act.import"}, Changes: changes}); err != nil {
		tb.Fatal(err)
	}
}

// keep commits a note with its text.
func keep(tb testing.TB, v briefing.Vault, n int, language string, paragraphs ...string) {
	tb.Helper()
	note, text := page(n, language, paragraphs...)
	commit(tb, v, briefing.Put(note, 0), briefing.Put(text, 0))
}

// find gives the places of the matches as "note.part", in order.
func find(tb testing.TB, x *search.Index, words string) []string {
	tb.Helper()
	got, err := x.Find(tb.Context(), briefing.Query{Words: words, Limit: 1 << 20})
	if err != nil {
		tb.Fatal(err)
	}
	if got.Total != len(got.Best) {
		tb.Errorf("%q: total %d, but %d are given", words, got.Total, len(got.Best))
	}
	var out []string
	for _, m := range got.Best {
		if m.Key.Table == briefing.TableText {
			out = append(out, fmt.Sprintf("%d.%d", int(m.Key.ID[14])<<8+int(m.Key.ID[15]), m.Part))
		}
	}
	slices.Sort(out)
	return out
}

func TestEveryFormOfAWordIsFound(t *testing.T) {
	v := vault(t, t.TempDir())
	defer v.Close()
	keep(t, v, 1, "en", "The delegations negotiated the ceasefires.", "Document A/C.3/79/L.12 was tabled.")
	keep(t, v, 2, "fr", "L’Assemblée générale a décidé d’élargir les négociations.", "Le cœur du sujet")
	keep(t, v, 3, "es", "La Comisión aprobó las resoluciones.", "Los niños y niñas")
	keep(t, v, 4, "ru", "Генеральная Ассамблея призывает государства", "всё ещё")
	keep(t, v, 5, "ar", "تطلب الجمعية العامة إلى الأمين العام", "القُدْس الشرقية")
	keep(t, v, 6, "zh", "大会决定设立一个委员会", "秘书长")
	x := search.New(v)
	tests := []struct{ words, want string }{
		{"delegation", "1.0"},
		{"DELEGATIONS", "1.0"},
		{"negotiat", "1.0"},
		{"negotiating ", "1.0"},
		{"A/C.3/79/L.12", "1.1"},
		{"a/c.3", "1.1"},
		{"C.3/79", "1.1"},
		{"A/C.3/79/L", "1.1"},
		{"assemblee", "2.0"},
		{"générale", "2.0"},
		{"generale", "2.0"},
		{"négociation ", "2.0"},
		{"coeur", "2.1"},
		{"l'assemblee", "2.0"},
		{"comision", "3.0"},
		{"resolucion ", "3.0"},
		{"resolución ", "3.0"},
		{"ninos", "3.1"},
		{"государство ", "4.0"},
		{"все еще", "4.1"},
		{"генеральной ", "4.0"},
		{"الامين العام", "5.0"},
		{"القدس", "5.1"},
		{"الجمعيه", "5.0"},
		{"委员会", "6.0"},
		{"大会", "6.0"},
		{"会", "6.0"},
		{"秘", "6.1"},
		{"长", "6.1"},
		{"书", "6.1"},
		{"\"general assembly\"", ""},
		{"\"assemblée générale\"", "2.0"},
		{"«générale a décidé»", "2.0"},
		{"\"générale assemblée\"", ""},
		{"\"the delegation\"", ""},
		{"delegations ceasefire", "1.0"},
		{"delegations niños", ""},
		{"", ""},
		{"\"", ""},
		{"/ . –", ""},
	}
	for _, tt := range tests {
		want := strings.Fields(tt.want)
		if got := find(t, x, tt.words); !slices.Equal(got, want) {
			t.Errorf("%q: found %v, want %v", tt.words, got, want)
		}
	}
}

// TestWhatChangedIsKnown: writing anew, removing and undoing, in one session and
// over the next ones.
func TestWhatChangedIsKnown(t *testing.T) {
	dir := t.TempDir()
	v := vault(t, dir)
	x := search.New(v)
	keep(t, v, 1, "en", "harbour", "lighthouse")
	wants := func(words string, want ...string) {
		t.Helper()
		if got := find(t, x, words); !slices.Equal(got, want) {
			t.Errorf("%q: found %v, want %v", words, got, want)
		}
	}
	wants("harbour", "1.0")
	note, text := page(1, "en", "quay", "lighthouse")
	commit(t, v, briefing.Put(text, 1))
	wants("harbour")
	wants("quay", "1.0")
	for n := range 40 { // enough for segments to be merged
		keep(t, v, 100+n, "en", fmt.Sprintf("crane %d", n), "lighthouse")
		find(t, x, "crane")
	}
	wants("quay lighthouse")
	wants("\"crane 7\"", "107.0")
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	commit(t, v, briefing.Drop(text.Key(), 2), briefing.Drop(note.Key(), 1))
	x = search.New(v) // from the shelf, and what was committed since
	wants("quay")
	wants("\"crane 39\"", "139.0")
	if got := find(t, x, "lighthouse"); len(got) != 40 {
		t.Errorf("found %d lighthouses, want 40", len(got))
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestShelfIsAsGoodAsNone: an index that was spoilt is made again, and what
// else stands on the shelf is left alone.
func TestShelfIsAsGoodAsNone(t *testing.T) {
	v := vault(t, t.TempDir())
	defer v.Close()
	keep(t, v, 1, "en", "harbour")
	if err := v.Shelve(briefing.ReviewShelf, []byte("broken off")); err != nil {
		t.Fatal(err)
	}
	x := search.New(v)
	find(t, x, "harbour")
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if kept, err := v.Shelved(briefing.ReviewShelf); err != nil || string(kept) != "broken off" {
		t.Errorf("a review on the shelf: %q, %v", kept, err)
	}
	const contents = "indexcontents"
	if _, err := v.Shelved(contents); err != nil {
		t.Fatal("the index does not stand where it is spoilt: ", err)
	}
	if err := v.Shelve(contents, []byte("no such thing")); err != nil {
		t.Fatal(err)
	}
	if got := find(t, search.New(v), "harbour"); !slices.Equal(got, []string{"1.0"}) {
		t.Errorf("found %v", got)
	}
}

func TestMarksAreTheWordsThatWereFound(t *testing.T) {
	v := vault(t, t.TempDir())
	defer v.Close()
	x := search.New(v)
	got, err := x.Find(t.Context(), briefing.Query{Words: "negotiation géné"})
	if err != nil {
		t.Fatal(err)
	}
	text := "The Générale negotiated, and a NEGOTIATION began."
	var marked []string
	for _, m := range got.Mark(text) {
		marked = append(marked, text[m.Start:m.End])
	}
	if want := []string{"Générale", "negotiated", "NEGOTIATION"}; !slices.Equal(marked, want) {
		t.Errorf("marked %q, want %q", marked, want)
	}
}

// TestAgainstAPlainScan looks for words and phrases that stand in a made-up
// vault and compares with reading all of it.
func TestAgainstAPlainScan(t *testing.T) {
	if testing.Short() {
		t.Skip("looked at whole in the run without the race detector")
	}
	terms, phrases := 3000, 1000
	r := rand.New(rand.NewPCG(7, 7))
	v := vault(t, t.TempDir())
	defer v.Close()
	var all [][]string
	for n := range 60 {
		paragraphs := make([]string, 30)
		for i := range paragraphs {
			paragraphs[i] = strings.Join(prose(r, 40), " ")
		}
		all = append(all, paragraphs)
		keep(t, v, n, "zz", paragraphs...)
	}
	x := search.New(v)
	for range terms {
		w := letters(r)
		if got, want := find(t, x, `"`+w+`"`), scan(all, " "+w+" "); !slices.Equal(got, want) {
			t.Fatalf("%q: found %d, want %d", w, len(got), len(want))
		}
		if got, want := find(t, x, w[:len(w)-1]), scan(all, " "+w[:len(w)-1]); !slices.Equal(got, want) {
			t.Fatalf("%q…: found %d, want %d", w[:len(w)-1], len(got), len(want))
		}
	}
	for range phrases {
		words := strings.Fields(all[r.IntN(60)][r.IntN(30)])
		i := r.IntN(len(words) - 4)
		p := strings.Join(words[i:i+2+r.IntN(3)], " ")
		if got, want := find(t, x, `"`+p+`"`), scan(all, " "+p+" "); !slices.Equal(got, want) {
			t.Fatalf("%q: found %v, want %v", p, got, want)
		}
	}
}

func scan(all [][]string, want string) []string {
	var out []string
	for n, paragraphs := range all {
		for i, p := range paragraphs {
			if strings.Contains(" "+p+" ", want) {
				out = append(out, fmt.Sprintf("%d.%d", n, i))
			}
		}
	}
	slices.Sort(out)
	return out
}

// letters is a made-up word; short ones are common. It begins with a digit, so
// that no language has a say in it.
func letters(r *rand.Rand) string {
	w := []byte{'0' + byte(r.IntN(10))}
	for range 1 + r.IntN(3) {
		w = append(w, 'a'+byte(r.IntN(6)))
	}
	return string(w)
}

func prose(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = letters(r)
	}
	return out
}
