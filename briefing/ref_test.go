package briefing_test

import (
	"strings"
	"testing"

	"placard/briefing"
)

// refs that real symbols and our suffixes make.
var refs = []string{
	"IC/2005/13-P12-O2", "IC/2005/13-P12-A", "MC/2398/Rev.1-P3.2", "EB140/CONF./7 Rev.1-X1P4",
	"GB.338/INS/17 (Rev. 1)-I3", "206 EX/4.I-P9-OWN", "IDB.38/6–PBC.26/6-P101", "N01F3A2-Bb12",
}

const refLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func TestCheckedRefReadsBack(t *testing.T) {
	for _, ref := range refs {
		if got, ok := briefing.ParseRef(" " + briefing.CheckedRef(ref) + " "); !ok || got != ref {
			t.Errorf("%q came back as %q, %v", ref, got, ok)
		}
	}
}

// One wrong character anywhere, the check character too, is always caught.
func TestCheckedRefCatchesEveryWrongCharacter(t *testing.T) {
	for _, ref := range refs {
		printed := briefing.CheckedRef(ref)
		for i, old := range printed {
			if !counts(old) {
				continue
			}
			for _, fresh := range refLetters + "*" {
				if strings.EqualFold(string(fresh), string(old)) || fresh == '*' && i < len(printed)-1 {
					continue
				}
				wrong := printed[:i] + string(fresh) + printed[i+1:]
				if _, ok := briefing.ParseRef(wrong); ok {
					t.Fatalf("%s passes for %s", wrong, printed)
				}
			}
		}
	}
}

// Two characters changed over are always caught, neighbours or not.
func TestCheckedRefCatchesEveryTransposition(t *testing.T) {
	for _, ref := range refs {
		printed := []rune(briefing.CheckedRef(ref))
		for i := range printed {
			for j := i + 1; j < len(printed); j++ {
				if !counts(printed[i]) || !counts(printed[j]) || strings.EqualFold(string(printed[i]), string(printed[j])) {
					continue
				}
				wrong := append([]rune(nil), printed...)
				wrong[i], wrong[j] = wrong[j], wrong[i]
				if _, ok := briefing.ParseRef(string(wrong)); ok {
					t.Fatalf("%s passes for %s", string(wrong), string(printed))
				}
			}
		}
	}
}

func counts(r rune) bool {
	return strings.ContainsRune(refLetters, r) || r >= 'a' && r <= 'z' || r == '*'
}

// What word processors do to a reference by themselves does not spoil it.
func TestCheckedRefForgivesTypography(t *testing.T) {
	printed := briefing.CheckedRef("IC/2005/13-P12-O2")
	changed := strings.ToLower(strings.Replace(printed, "13-P12", "13–P12", 1))
	if _, ok := briefing.ParseRef(changed); !ok {
		t.Errorf("%q is refused for %q", changed, printed)
	}
}

func TestParseRefRefusesWhatIsNone(t *testing.T) {
	for _, s := range []string{"", "-", "-A", "IC/2005/13", "Total", "IC/2005/13-P12-O2"} {
		if ref, ok := briefing.ParseRef(s); ok && briefing.CheckedRef(ref) != s {
			t.Errorf("%q is read as %q", s, ref)
		}
	}
}

func FuzzParseRef(f *testing.F) {
	for _, r := range refs {
		f.Add(briefing.CheckedRef(r))
	}
	f.Add("–*")
	f.Fuzz(func(t *testing.T, s string) {
		ref, ok := briefing.ParseRef(s)
		if !ok {
			return
		}
		if again, ok := briefing.ParseRef(briefing.CheckedRef(ref)); !ok || again != ref {
			t.Errorf("%q gives %q, which does not read back", s, ref)
		}
	})
}
