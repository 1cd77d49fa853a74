package briefing

// String is the table's name in open formats; empty for one that this version
// does not know.
func (t Table) String() string {
	for _, x := range tables {
		if x.table == t {
			return x.name
		}
	}
	return ""
}

// ParseTable is the table of a name that String gives.
func ParseTable(name string) (t Table, ok bool) {
	for _, x := range tables {
		if x.name == name {
			return x.table, true
		}
	}
	return 0, false
}
