package briefing

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// Anchor ties something to a place in a note so that it survives
// renumbering: block id, printed label, quotation and a hash of the block's
// normalised text together. Never the number alone.
type Anchor struct {
	Block string `cbor:"1,keyasint" json:"block"`
	Label string `cbor:"2,keyasint,omitempty" json:"label,omitempty"`
	Quote Quote  `cbor:"3,keyasint" json:"quote"`
	Hash  string `cbor:"4,keyasint,omitempty" json:"hash,omitempty"`
}

// Quote selects a phrase by its words and what stands around them, as the W3C
// Web Annotation model's TextQuoteSelector does. An empty Exact means the
// whole block.
type Quote struct {
	Exact  string `cbor:"1,keyasint,omitempty" json:"exact,omitempty"`
	Prefix string `cbor:"2,keyasint,omitempty" json:"prefix,omitempty"`
	Suffix string `cbor:"3,keyasint,omitempty" json:"suffix,omitempty"`
}

// quoteContext is how many bytes of context a quote keeps on each side, at most.
const quoteContext = 32

// AnchorAt anchors the bytes from start to end of the block; an empty span
// anchors the whole block.
func AnchorAt(b *Block, start, end int) Anchor {
	a := Anchor{Block: b.ID, Label: b.Label, Hash: TextHash(b.Text)}
	if start < 0 || end > len(b.Text) || start >= end {
		return a
	}
	a.Quote = Quote{
		Exact:  b.Text[start:end],
		Prefix: strings.ToValidUTF8(b.Text[max(0, start-quoteContext):start], ""),
		Suffix: strings.ToValidUTF8(b.Text[end:min(len(b.Text), end+quoteContext)], ""),
	}
	return a
}

// Find gives the bytes of text that the quote selects: where the words stand
// more than once, the place whose surroundings fit best. ok is false when the
// words are not there.
func (q Quote) Find(text string) (start, end int, ok bool) {
	if q.Exact == "" {
		return 0, 0, false
	}
	best := -1
	for from := 0; from <= len(text)-len(q.Exact); {
		i := strings.Index(text[from:], q.Exact)
		if i < 0 {
			break
		}
		i += from
		fit := commonSuffix(text[:i], q.Prefix) + commonPrefix(text[i+len(q.Exact):], q.Suffix)
		if fit > best {
			best, start = fit, i
		}
		from = i + 1
	}
	return start, start + len(q.Exact), best >= 0
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// TextHash is a fingerprint of the words alone: case, spaces and invisible
// characters do not count, so that a reflowed page is the same text.
func TextHash(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:8])
}
