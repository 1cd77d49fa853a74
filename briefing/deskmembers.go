package briefing

import (
	"context"
	"errors"
	"strings"
)

// AddMembers adds delegations to a group, with the date they belong from and
// where the user has it from. Members are never shipped: membership is per
// forum and dated.
func (d *Desk) AddMembers(ctx context.Context, group ID, members []Member) error {
	k := Key{Table: TableDelegation, ID: group}
	g, base, err := get[*Delegation](ctx, d.Vault, k)
	if err != nil {
		return err
	}
	if g.Kind != KindGroup {
		return ErrInvalid.Because(nil, "Value", g.Code)
	}
	for _, m := range members {
		if !m.From.Valid() || !m.Until.Valid() {
			return ErrInvalid.Because(nil, "Value", string(m.From))
		}
		g.Members = upsertMember(g.Members, m)
	}
	_, err = d.commit(ctx, Act{Code: "act.members", Args: []string{g.Name("en")}}, Put(g, base))
	return err
}

func upsertMember(list []Member, m Member) []Member {
	for i := range list {
		if list[i].Delegation == m.Delegation {
			list[i] = m
			return list
		}
	}
	return append(list, m)
}

// MemberTable reads a user's table of a group's members: a line a member,
// "code or name; from; until", fields parted by semicolons or tabs. It returns
// the members found and the lines it could not place.
func (d *Desk) MemberTable(ctx context.Context, table, source string) (members []Member, unknown []string, err error) {
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.FieldsFunc(line, func(r rune) bool { return r == ';' || r == '\t' })
		m := Member{Source: source}
		x, err := d.FindDelegation(ctx, strings.TrimSpace(cells[0]))
		if errors.Is(err, ErrNotFound) {
			unknown = append(unknown, line)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		m.Delegation = x.ID
		if len(cells) > 1 {
			m.From = Date(strings.TrimSpace(cells[1]))
		}
		if len(cells) > 2 {
			m.Until = Date(strings.TrimSpace(cells[2]))
		}
		members = append(members, m)
	}
	return members, unknown, nil
}
