package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"placard/briefing"
)

func BenchmarkCommit(b *testing.B) {
	v, _ := create(b)
	text := written(1, 1)
	for base := uint64(0); b.Loop(); base++ {
		commit(b, v, briefing.Put(remark(1, text), base))
	}
}

func BenchmarkGet(b *testing.B) {
	v, _ := create(b)
	for n := range 1000 {
		commit(b, v, briefing.Put(remark(n+1, written(n+1, 1)), 0))
	}
	n := 0
	for b.Loop() {
		textOf(b, v, n%1000+1)
		n++
	}
}

// manyRevisions is 100,000 revisions: of as many entities, or of few.
func manyRevisions(b *testing.B, entities int) string {
	b.Helper()
	v, dir := create(b)
	const revisions, group = 100_000, 500
	for n := 0; n < revisions; n += group {
		changes := make([]briefing.Change, group)
		for i := range changes {
			e := (n + i) % entities
			changes[i] = briefing.Put(remark(e+1, written(e+1, 1)), uint64((n+i)/entities))
		}
		commit(b, v, changes...)
	}
	shut(b, v)
	return dir
}

func BenchmarkOpen100kRevisions(b *testing.B) {
	for _, entities := range []int{100_000, 5_000} {
		dir := manyRevisions(b, entities)
		b.Run(fmt.Sprintf("entities=%d", entities), func(b *testing.B) {
			for b.Loop() {
				shut(b, open(b, dir))
			}
		})
		b.Run(fmt.Sprintf("entities=%d/after a kill", entities), func(b *testing.B) {
			for b.Loop() {
				if err := os.Remove(filepath.Join(dir, markerName)); err != nil {
					b.Fatal(err)
				}
				shut(b, open(b, dir))
			}
		})
	}
}
