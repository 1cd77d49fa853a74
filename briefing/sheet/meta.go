package sheet

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"placard/briefing"
)

// metaSheet tells Placard what the workbook is when it comes back; it is not
// translated.
const metaSheet = "_meta"

// reviewSchema is the version of the workbook's arrangement.
const reviewSchema = "placard.review/1"

// addMeta is the hidden sheet with the workbook's identity and arrangement.
func addMeta(b *book, r *briefing.Review) error {
	var codes []string
	for _, c := range r.Columns() {
		codes = append(codes, string(c))
	}
	sums := sha256.New()
	for i := range r.Rows {
		sums.Write([]byte(r.Rows[i].Sum + "\n"))
	}
	facts := [][2]string{
		{"schema", reviewSchema},
		{"workbook", r.Batch.ID.String()},
		{"batch", strconv.Itoa(r.Batch.Number)},
		{"language", b.words.Language()},
		{"rows", strconv.Itoa(len(r.Rows))},
		{"sum", cmp.Or(r.Batch.Seal, hex.EncodeToString(sums.Sum(nil)[:8]))},
		{"columns", strings.Join(codes, " ")},
		{"review", b.say("tab.review")},
		{"options", b.say("tab.options")},
		{"points", b.say("tab.points")},
	}
	p := plan{
		name: metaSheet, rows: len(facts), protected: true,
		columns: []column{{look: lookPlain, width: 14}, {look: lookPlain, width: 60}},
	}
	return b.add(p, func(g *grid) error {
		for _, f := range facts {
			if err := g.line(f[0], f[1]); err != nil {
				return err
			}
		}
		return nil
	})
}
