package briefing

import (
	"slices"
	"strings"
)

// markOrder ranks the handling marks we know, the least restrictive first;
// marks on one line weigh the same. Marks are nobody's law but their
// organization's: what is not listed here can't be ranked, and counts as higher.
var markOrder = [][]string{
	{"", "PUBLIC", "UNCLASSIFIED", "NON CLASSIFIÉ", "SIN CLASIFICAR", "NO CLASIFICADO", "TLP:CLEAR", "TLP:WHITE"},
	{"LIMITE", "OFFICIAL", "INTERNAL", "INTERNE", "INTERNO", "TLP:GREEN"},
	{"OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE", "SENSITIVE", "TLP:AMBER"},
	{"RESTRICTED", "DIFFUSION RESTREINTE", "DIFUSIÓN LIMITADA", "RESTRINGIDO", "RESTREINT", "RESTREINT UE/EU RESTRICTED", "TLP:AMBER+STRICT"},
	{"CONFIDENTIAL", "CONFIDENTIEL", "CONFIDENCIAL", "CONFIDENTIEL UE/EU CONFIDENTIAL", "TLP:RED"}, //nolint:misspell // Spanish
	{"SECRET", "SECRETO", "RESERVADO", "SECRET UE/EU SECRET"},
	{"TOP SECRET", "TRÈS SECRET", "TRES SECRET UE/EU TOP SECRET", "TRÈS SECRET UE/EU TOP SECRET"},
}

// HighestMark gives the most restrictive of the marks, as it was written.
// Marks it doesn't know rank highest and stand side by side with the highest
// known one, since nobody can say which of them is stricter.
func HighestMark(marks ...string) string {
	best, bestRank := "", -1
	var unknown []string
	for _, m := range marks {
		m = strings.Join(strings.Fields(m), " ")
		rank := markRank(m)
		if rank < 0 {
			if !containsFold(unknown, m) {
				unknown = append(unknown, m)
			}
			continue
		}
		if rank > bestRank && m != "" {
			best, bestRank = m, rank
		}
	}
	if bestRank > 0 || len(unknown) == 0 {
		return strings.Join(append(unknown, best), " / ")
	}
	return strings.Join(unknown, " / ")
}

// markRank is the mark's line in markOrder; -1 where it is not there.
func markRank(mark string) int {
	return slices.IndexFunc(markOrder, func(line []string) bool { return containsFold(line, mark) })
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) })
}
