package sheet

import (
	"strings"

	"placard/briefing"
)

// identify collects what the four places say of the workbook's identity. A
// place that can't be read says nothing.
func (r *reviewReader) identify(sheets []placedSheet) {
	for _, c := range r.book.claims() {
		r.claim(c.Place, c.ID)
	}
	r.claim("meta", r.meta(sheets))
}

// claims are those of the workbook's three parts that have one.
func (p *parcel) claims() []briefing.WorkbookClaim {
	var core struct {
		Identifier string `xml:"identifier"`
	}
	if p.unmarshal("docProps/core.xml", &core) != nil {
		core.Identifier = ""
	}
	return []briefing.WorkbookClaim{
		{Place: "property", ID: p.customProperty()}, {Place: "name", ID: p.definedName()}, {Place: "identifier", ID: core.Identifier},
	}
}

func (r *reviewReader) claim(place, id string) {
	if id = strings.Trim(strings.TrimSpace(id), `"`); id != "" {
		r.back.Claims = append(r.back.Claims, briefing.WorkbookClaim{Place: place, ID: id})
	}
}

func (p *parcel) customProperty() string {
	var custom struct {
		Properties []struct {
			Name string `xml:"name,attr"`
			Text string `xml:"lpwstr"`
		} `xml:"property"`
	}
	if p.unmarshal("docProps/custom.xml", &custom) != nil {
		return ""
	}
	for _, x := range custom.Properties {
		if x.Name == propertyName {
			return x.Text
		}
	}
	return ""
}

func (p *parcel) definedName() string {
	var book workbookPart
	if p.unmarshal(workbookName, &book) != nil {
		return ""
	}
	for _, n := range book.Names {
		if n.Name == definedName {
			return strings.TrimPrefix(strings.TrimSpace(n.Text), "=")
		}
	}
	return ""
}

// meta reads the hidden sheet; one of a later arrangement than ours is asked
// about.
func (r *reviewReader) meta(sheets []placedSheet) string {
	facts := map[string]string{}
	for _, s := range sheets {
		if s.raw.name != metaSheet {
			continue
		}
		for i := range s.raw.rows {
			facts[s.raw.rows[i].cell(1).text] = s.raw.rows[i].cell(2).text
		}
	}
	if schema := facts["schema"]; schema != "" && schema != reviewSchema {
		r.find(briefing.Finding{Weight: briefing.WeighAsk, Code: "schema_other", Is: schema})
	}
	r.back.Language, r.back.Seal = facts["language"], facts["sum"]
	return facts["workbook"]
}
