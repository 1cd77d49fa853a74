package storage

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"placard/briefing"
)

// index is every entity's head in memory. With it no reader takes an older
// revision for today's or overlooks a lost one, whatever becomes of the files.
// It is safe for concurrent use.
type index struct {
	mu      sync.RWMutex
	groups  map[group]map[briefing.ID]head
	applied uint64 // the newest commit they show
}

// group is the entities of a table under one parent.
type group struct {
	table  briefing.Table
	parent briefing.ID
}

// located is a head with the key it belongs to.
type located struct {
	key  briefing.Key
	head head
}

func newIndex() *index {
	return &index{groups: map[group]map[briefing.ID]head{}}
}

// head of an entity; ok is false where there never was one.
func (x *index) head(k briefing.Key) (h head, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	h, ok = x.groups[group{k.Table, k.Parent}][k.ID]
	return h, ok
}

// set takes the heads that commits up to applied made.
func (x *index) set(applied uint64, heads ...located) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.applied = applied
	for _, l := range heads {
		g := group{l.key.Table, l.key.Parent}
		if x.groups[g] == nil {
			x.groups[g] = map[briefing.ID]head{}
		}
		x.groups[g][l.key.ID] = l.head
	}
}

// last is the sequence of the newest commit.
func (x *index) last() uint64 {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.applied
}

// count counts today's entities.
func (x *index) count() (n int) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, heads := range x.groups {
		for _, h := range heads {
			if !h.Removed {
				n++
			}
		}
	}
	return n
}

// living lists today's entities of a table in key order, those under one
// parent where parent is not zero.
func (x *index) living(table briefing.Table, parent briefing.ID) []located {
	return x.list(func(g group) bool {
		return g.table == table && (parent.IsZero() || g.parent == parent)
	}, func(h head) bool { return !h.Removed })
}

// moment lists every head as it was at one sequence.
func (x *index) moment() (sequence uint64, heads []located) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.applied, x.sorted(func(group) bool { return true }, func(head) bool { return true })
}

func (x *index) list(in func(group) bool, keep func(head) bool) []located {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.sorted(in, keep)
}

func (x *index) sorted(in func(group) bool, keep func(head) bool) []located {
	var out []located
	for g, heads := range x.groups {
		if !in(g) {
			continue
		}
		for id, h := range heads {
			if keep(h) {
				out = append(out, located{briefing.Key{Table: g.table, Parent: g.parent, ID: id}, h})
			}
		}
	}
	slices.SortFunc(out, func(a, b located) int { return compareKeys(a.key, b.key) })
	return out
}

// compareKeys orders keys as the database does.
func compareKeys(a, b briefing.Key) int {
	return cmp.Or(
		cmp.Compare(a.Table, b.Table),
		bytes.Compare(a.Parent[:], b.Parent[:]),
		bytes.Compare(a.ID[:], b.ID[:]))
}
