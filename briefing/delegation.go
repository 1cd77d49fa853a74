package briefing

// DelegationKind says what sits behind a nameplate.
type DelegationKind string

// The kinds of delegation.
const (
	KindState        DelegationKind = "state"
	KindOrganization DelegationKind = "organization"
	KindGroup        DelegationKind = "group"
)

// GroupRule says what a group's word means for its members.
type GroupRule string

// The rules of groups.
const (
	GroupSpeaksAsOne GroupRule = "speaks_as_one"
	GroupMayDeviate  GroupRule = "may_deviate"
	GroupInformation GroupRule = "information"
	GroupElectoral   GroupRule = "electoral" // regional groups: seats, not positions
)

// Delegation is a country, an organization or a bloc of them in the room.
// Names of states are politics: each is editable, and says where it came from.
type Delegation struct {
	ID     ID                `cbor:"1,keyasint" json:"id"`
	Code   string            `cbor:"2,keyasint" json:"code"` // ISO 3166-1 alpha-2, or a short name
	Kind   DelegationKind    `cbor:"3,keyasint" json:"kind"`
	Names  map[string]string `cbor:"4,keyasint" json:"names"` // by language
	Rule   GroupRule         `cbor:"5,keyasint,omitempty" json:"rule,omitempty"`
	Source string            `cbor:"6,keyasint,omitempty" json:"source,omitempty"`
	AsOf   Date              `cbor:"7,keyasint,omitempty" json:"as_of,omitempty"` // of the source
	// Members of a group; membership is per forum and dated.
	Members []Member `cbor:"8,keyasint,omitempty" json:"members,omitempty"`
	Edited  bool     `cbor:"9,keyasint,omitempty" json:"edited,omitempty"` // a user changed a name
}

// Member is a delegation's membership of a group.
type Member struct {
	Delegation ID     `cbor:"1,keyasint" json:"delegation"`
	From       Date   `cbor:"2,keyasint,omitempty" json:"from,omitempty"`
	Until      Date   `cbor:"3,keyasint,omitempty" json:"until,omitempty"`
	Source     string `cbor:"4,keyasint,omitempty" json:"source,omitempty"`
}

// Name in a language, else in English, else the code.
func (d *Delegation) Name(language string) string {
	if n := d.Names[language]; n != "" {
		return n
	}
	if n := d.Names["en"]; n != "" {
		return n
	}
	return d.Code
}

// HadMember tells whether a delegation belonged to the group on a day. A
// membership without dates holds at all times; so does any where the day is
// not known.
func (d *Delegation) HadMember(member ID, on Date) bool {
	for _, m := range d.Members {
		if m.Delegation != member {
			continue
		}
		if on == "" || (m.From == "" || m.From <= on) && (m.Until == "" || on <= m.Until) {
			return true
		}
	}
	return false
}
