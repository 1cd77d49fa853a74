package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"placard/briefing"
)

// benchSize is how many paragraphs are searched; PLACARD_PARAGRAPHS says another.
func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("PLACARD_PARAGRAPHS")); err == nil {
		return n
	}
	return 100_000
}

// vocabulary is made-up words, the first the most common, as in any language.
func vocabulary(r *rand.Rand, n int) []string {
	syllables := strings.Fields("ba be co da des en fi ga hi in ko la men ne or pa que ra si ta tion un ve za")
	out := make([]string, n)
	for i := range out {
		for range 1 + r.IntN(4) {
			out[i] += syllables[r.IntN(len(syllables))]
		}
	}
	return out
}

// filled is an index of n paragraphs of about 80 words.
func filled(r *rand.Rand, words []string, n int) *Index {
	zipf := rand.NewZipf(r, 1.07, 3, uint64(len(words)-1))
	x := &Index{ready: true, dirty: map[briefing.Key]bool{}}
	b := newBuilder()
	for note := 0; n > 0; note++ {
		var passages []briefing.Passage
		for i := range min(n, 200) {
			var text strings.Builder
			for range 40 + r.IntN(80) {
				text.WriteString(words[zipf.Uint64()])
				text.WriteByte(' ')
			}
			passages = append(passages, briefing.Passage{Part: i, Text: text.String()})
		}
		n -= len(passages)
		k := briefing.Key{Table: briefing.TableText}
		copy(k.ID[:], fmt.Sprintf("%016d", note))
		b.add(k, "en", passages)
		if b.len() >= segmentSize || n == 0 {
			x.take(b)
			b = newBuilder()
		}
	}
	return x
}

// BenchmarkFind is a query as it is typed. It tells the median, the 99th of a
// hundred and the memory that the index takes.
func BenchmarkFind(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 3))
	words := vocabulary(r, 60_000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := filled(r, words, benchSize())
	runtime.GC()
	runtime.ReadMemStats(&after)
	pick := func() string { return words[int(float64(len(words))*r.Float64()*r.Float64()*r.Float64())] }
	for _, kind := range []struct {
		name  string
		words func() string
	}{
		{"word", func() string { return pick() + " " }},
		{"prefix", func() string { w := pick(); return w[:max(1, len(w)/2)] }},
		{"two", func() string { return pick() + " " + pick() + " " }},
		{"phrase", func() string { return `"` + pick() + " " + pick() + `"` }},
		{"common-phrase", func() string { return `"` + words[r.IntN(20)] + " " + words[r.IntN(20)] + `"` }},
	} {
		b.Run(kind.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				best(x.segments, parse(kind.words()), briefing.Query{Limit: 50})
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB")
		})
	}
}

// BenchmarkRead is what one paragraph costs to index.
func BenchmarkRead(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 3))
	words := vocabulary(r, 60_000)
	for b.Loop() {
		filled(r, words, 20_000)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/20_000, "ms/paragraph")
}
