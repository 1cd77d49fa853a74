package briefing

import "testing"

func TestFamilyOf(t *testing.T) {
	for symbol, want := range map[string]string{
		"HB/2031/4":                 "HB/2031/4",
		"HB/2031/4/Rev.1":           "HB/2031/4",
		"HB/2031/4/Rev.1/Add.2":     "HB/2031/4",
		"HB/2031/4/Add.1-Corr.2":    "HB/2031/4",
		"HB/2031/4 (Rev. 3)":        "HB/2031/4",
		"HB/2031/4/Corr.1**":        "HB/2031/4",
		"HB/2031/4 et Corr. 1":      "HB/2031/4",
		"HB/2031/4 Add.1 and Add.2": "HB/2031/4",
		"hb/2031/4":                 "HB/2031/4",
		"HB/81/6 (Sect. 13)/Corr.1": "HB/81/6 (SECT. 13)",
		"HB/31-HBS/2031/230":        "HB/31-HBS/2031/230",
		"HB/INF.3":                  "HB/INF.3",
		"HB/2031/CRP.2/Rev.1":       "HB/2031/CRP.2",
		"HB 66.10":                  "HB 66.10",
		"Rev.1":                     "REV.1", // nothing else to go by
		"":                          "",
	} {
		if got := FamilyOf(symbol); got != want {
			t.Errorf("%q is of the family %q, want %q", symbol, got, want)
		}
	}
}

func FuzzFamilyOf(f *testing.F) {
	f.Add("HB/2031/4/Rev.1")
	f.Add("HB/2031/4 et Corr. 1")
	f.Fuzz(func(t *testing.T, symbol string) {
		family := FamilyOf(symbol)
		if again := FamilyOf(family); again != family {
			t.Errorf("%q is of %q, which is of %q", symbol, family, again)
		}
	})
}
