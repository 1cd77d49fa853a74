package assets

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"

	"placard/briefing"
)

//go:embed sample/demo.json
var demoFile []byte

// Demo is what a fictional delegation has prepared on the sample: enough to
// see every page filled. What it holds has no ids or times yet, apart from its
// delegations; places in the note are labels as briefing.ParseLabel reads them.
type Demo struct {
	Settings     briefing.Settings
	Delegations  []briefing.Delegation
	Positions    []DemoPosition
	Annotations  []DemoAnnotation
	Observations []DemoObservation
}

// DemoPosition is a position on the place that its label names.
type DemoPosition struct {
	Label string `json:"label"`
	briefing.Position
}

// DemoAnnotation is a remark on a phrase of the place that its label names.
type DemoAnnotation struct {
	Label string `json:"label"`
	Quote string `json:"quote"` // the words, as they stand in the block
	briefing.Annotation
}

// DemoObservation is another's stance on the place that its label names.
type DemoObservation struct {
	Label string `json:"label"`
	By    string `json:"by"` // the code of one of the demo's delegations
	briefing.Observation
}

// demoDelegation is a delegation with the codes of its groups.
type demoDelegation struct {
	briefing.Delegation
	Groups []string `json:"groups"`
}

// demoSource says beside every name of the demo that nobody should look for it
// on a map.
const demoSource = "Placard, invented for the sample"

// demoSince is the day the demo's names and memberships date from: before all
// that happens in it.
const demoSince briefing.Date = "2031-01-01"

// ReadDemo reads the demo anew; the caller may change what it gets.
func ReadDemo() (*Demo, error) {
	var file struct {
		Settings     briefing.Settings
		Delegations  []demoDelegation
		Positions    []DemoPosition
		Annotations  []DemoAnnotation
		Observations []DemoObservation
	}
	d := json.NewDecoder(bytes.NewReader(demoFile))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("read demo: %w", err)
	}
	out := &Demo{
		Settings:     file.Settings,
		Delegations:  demoDelegations(file.Delegations),
		Positions:    file.Positions,
		Annotations:  file.Annotations,
		Observations: file.Observations,
	}
	ids := map[string]briefing.ID{}
	for _, d := range out.Delegations {
		ids[d.Code] = d.ID
	}
	for i := range out.Observations {
		o := &out.Observations[i]
		o.Delegation = ids[o.By]
	}
	return out, nil
}

// demoDelegations gives each its id and its source, and groups their members.
func demoDelegations(list []demoDelegation) []briefing.Delegation {
	members := map[string][]briefing.Member{}
	out := make([]briefing.Delegation, len(list))
	for i, d := range list {
		out[i] = d.Delegation
		out[i].ID = delegationID(d.Kind, d.Code)
		out[i].Source, out[i].AsOf = demoSource, demoSince
		for _, group := range d.Groups {
			members[group] = append(members[group], briefing.Member{
				Delegation: out[i].ID, From: demoSince, Source: demoSource,
			})
		}
	}
	for i := range out {
		out[i].Members = members[out[i].Code]
	}
	return out
}
