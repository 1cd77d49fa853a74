package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/sheet"
)

// unpacked are a workbook's parts in their order.
func unpacked(tb testing.TB, data []byte) (names []string, parts map[string][]byte) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		names, parts[f.Name] = append(names, f.Name), text
	}
	return names, parts
}

var styleNumber = regexp.MustCompile(` s="\d+"`)

// damage does to a part what programs, disks and networks do.
func damage(r *rand.Rand, names []string, parts map[string][]byte) string {
	name := names[r.IntN(len(names))]
	part := bytes.Clone(parts[name])
	switch r.IntN(6) {
	case 0:
		delete(parts, name)
		return "drop " + name
	case 1:
		parts[name] = nil
		return "blank " + name
	case 2:
		parts[name] = part[:r.IntN(len(part)+1)]
		return "cut " + name
	case 3:
		other := names[r.IntN(len(names))]
		parts[name], parts[other] = parts[other], parts[name]
		return "swap " + name + " " + other
	case 4: // another program's styles
		parts[name] = styleNumber.ReplaceAllFunc(part, func([]byte) []byte { return []byte(fmt.Sprintf(` s="%d"`, r.IntN(40))) })
		return "styles " + name
	}
	if len(part) > 0 {
		i := r.IntN(len(part))
		part[i] ^= 1 << r.IntN(7)
		parts[name] = part
	}
	return "flip " + name
}

// However the parts of a workbook are damaged, no answer reaches another row
// silently, and none is lost without a word.
func TestDamagedPartsNeverMisplaceAnAnswerSilently(t *testing.T) {
	s := send(t, "en")
	meant := map[string]string{}
	whole := s.edited(func(r *reviewer) {
		for i, row := range s.batch.Rows {
			comment := "this answers " + row.Ref
			meant[comment] = row.Ref
			r.write("Comment", i+2, comment)
		}
	})
	names, intact := unpacked(t, whole)
	random := rand.New(rand.NewPCG(7, 2026))
	refused, shownAs := 0, 0
	for n := range mutations(t) {
		parts := maps.Clone(intact)
		did := damage(random, names, parts)
		back, err := sheet.New().ReadReview(t.Context(), zipParts(t, names, parts), english)
		if err != nil {
			refused++
			continue
		}
		r := briefing.Merge(&s.batch, back, s.standing())
		if len(r.Findings) > 0 {
			shownAs++
		}
		for _, x := range r.Rows {
			if ref, ours := meant[x.Comment]; ours && ref != x.Ref && !doubted(r, x) {
				t.Errorf("%d: %s: the answer to %s is on %s: %q", n, did, ref, x.Ref, told(r))
			}
		}
		for comment, ref := range meant {
			if !shown(r, comment) && !altered(r, ref) && len(r.Findings) == 0 {
				t.Errorf("%d: %s: the answer to %s is lost", n, did, ref)
			}
		}
	}
	t.Logf("%d refused, %d with a finding, the rest read as they were", refused, shownAs)
}

// altered tells whether the row shows an answer, if not the very one.
func altered(r *briefing.Reconciliation, ref string) bool {
	for _, x := range r.Rows {
		if x.Ref == ref && strings.TrimSpace(x.Comment) != "" {
			return true
		}
	}
	return false
}

func zipParts(tb testing.TB, names []string, parts map[string][]byte) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		text, there := parts[name]
		if !there {
			continue
		}
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
