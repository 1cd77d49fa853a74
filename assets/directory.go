package assets

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"strings"

	"placard/briefing"
)

//go:embed delegations/countries.tsv
var countries string

//go:embed delegations/groups.tsv
var groups string

// Directory is the reference list that a new vault starts from: the countries
// of ISO 3166-1 and the usual groups, without members.
type Directory struct{}

var _ briefing.Directory = Directory{}

// Delegations lists countries, then groups. Their ids are the same in every
// vault, so that two vaults can be compared.
func (Directory) Delegations() ([]briefing.Delegation, error) {
	states, err := readDelegations(countries, briefing.KindState)
	if err != nil {
		return nil, fmt.Errorf("read countries: %w", err)
	}
	blocs, err := readDelegations(groups, briefing.KindGroup)
	if err != nil {
		return nil, fmt.Errorf("read groups: %w", err)
	}
	return append(states, blocs...), nil
}

// readDelegations reads a table: "# source:" and "# as of:" lines, a head,
// then rows of code, names in the order of Languages and, for groups, a rule.
func readDelegations(table string, kind briefing.DelegationKind) ([]briefing.Delegation, error) {
	var all []briefing.Delegation
	shared := briefing.Delegation{Kind: kind}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if note, ok := strings.CutPrefix(line, "# "); ok {
			readSource(note, &shared)
			continue
		}
		cells := strings.Split(line, "\t")
		if cells[0] == "code" {
			continue
		}
		if len(cells) <= len(Languages) {
			return nil, fmt.Errorf("row %q has %d cells", cells[0], len(cells))
		}
		d := shared
		d.Code, d.Names = cells[0], map[string]string{}
		d.ID = delegationID(kind, d.Code)
		for i, language := range Languages {
			d.Names[language] = cells[i+1]
		}
		if len(cells) > len(Languages)+1 {
			d.Rule = briefing.GroupRule(cells[len(Languages)+1])
		}
		all = append(all, d)
	}
	return all, nil
}

func readSource(note string, d *briefing.Delegation) {
	name, value, _ := strings.Cut(note, ": ")
	switch name {
	case "source":
		d.Source = value
	case "as of":
		d.AsOf = briefing.Date(value)
	}
}

// delegationID is a UUID of version 8 (RFC 9562), the one for ids of one's own
// making: here a hash of what the delegation is.
func delegationID(kind briefing.DelegationKind, code string) briefing.ID {
	sum := sha256.Sum256([]byte("placard delegation " + string(kind) + " " + code))
	var id briefing.ID
	copy(id[:], sum[:])
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return id
}
