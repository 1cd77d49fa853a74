package strength

import (
	"crypto/rand"
	_ "embed" // the list of words
	"math/big"
	"strings"
)

// The EFF's long list: 7,776 words that are easy to tell apart and to spell,
// one a line. Six of them are 77 bits.
//
//go:embed eff_large.txt
var effLarge string

// made is how many words a made passphrase has.
const made = 6

// Make makes a passphrase of six words drawn by chance, the same in every
// language of the program.
func (Meter) Make() (string, error) {
	list := strings.Fields(effLarge)
	words, count := make([]string, made), big.NewInt(int64(len(list)))
	for i := range words {
		n, err := rand.Int(rand.Reader, count)
		if err != nil {
			return "", err
		}
		words[i] = list[n.Int64()]
	}
	return strings.Join(words, " "), nil
}
