package rows

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"placard/briefing"
)

// rowSum is the fingerprint of what a row said when it was sent. Case and
// spaces do not count, so that a program that reflows text keeps it; column
// codes and lengths do, so that no text moves to another column unseen.
func rowSum(columns []briefing.ReviewColumn, sent map[string]string) string {
	sum := sha256.New()
	for _, c := range columns {
		if c.Hidden() || c.Input() {
			continue
		}
		text := briefing.TextHash(sent[string(c)])
		sum.Write([]byte(string(c) + ":" + strconv.Itoa(len(text)) + ":" + text + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
