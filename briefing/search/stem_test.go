package search

import (
	"slices"
	"testing"
)

// TestFormsOfAWordShareAStem, with accents and without.
func TestFormsOfAWordShareAStem(t *testing.T) {
	for _, pair := range [][2]string{
		{"negotiations", "negotiating"},
		{"États", "etat"},
		{"négociations", "negociation"},
		{"resoluciones", "resolucion"},
		{"резолюции", "резолюция"},
		{"государства", "государствами"},
		{"القرارات", "قرارات"},
	} {
		shared := func(s string) bool { return slices.Contains(stems("", pair[1]), s) }
		if !slices.ContainsFunc(stems("", pair[0]), shared) {
			t.Errorf("%s %v, %s %v share none", pair[0], stems("", pair[0]), pair[1], stems("", pair[1]))
		}
	}
}
