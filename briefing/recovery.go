package briefing

import (
	"context"
	"io"
	"strings"
	"time"
)

// RecoverySheet is a vault's recovery key with what a person who finds it in a
// drawer must know: what it opens and how. It holds nothing else of the vault.
type RecoverySheet struct {
	Vault string // the folder's name
	Key   string
	Made  time.Time
}

// Paper is the sheet as a page to print. The key stands in groups of four,
// which Placard reads with or without the blanks.
func (r RecoverySheet) Paper(w Words) *Paper {
	text := func(kind PaperKind, text string) PaperBlock {
		return PaperBlock{Kind: kind, Runs: []PaperRun{{Text: text}}}
	}
	title := w.Say("recovery.title", "Vault", r.Vault)
	p := &Paper{
		Title: title, Language: w.Language(),
		Furniture: PaperWords{Page: w.Say("recovery.page"), Of: w.Say("recovery.of")},
	}
	p.Blocks = []PaperBlock{{Kind: PaperHeading, Level: 1, Runs: []PaperRun{{Text: title}}}}
	p.Blocks = append(p.Blocks, text(PaperText, w.Say("recovery.made", "Date", DateOf(r.Made).Say(w))))
	for _, sentence := range r.sentences(w) {
		p.Blocks = append(p.Blocks, text(PaperText, sentence))
	}
	p.Blocks = append(p.Blocks,
		PaperBlock{Kind: PaperCall, Title: w.Say("recovery.key"), Runs: []PaperRun{{Text: groups(r.Key), Style: Bold}}},
		text(PaperSmall, w.Say("recovery.blanks")))
	return p
}

// Text is the sheet as plain text. It is an identity file of the age tool too,
// where lines that begin with # are remarks.
func (r RecoverySheet) Text(w Words) string {
	lines := append([]string{w.Say("recovery.title", "Vault", r.Vault), w.Say("recovery.made", "Date", DateOf(r.Made).Say(w))}, r.sentences(w)...)
	return "# " + strings.Join(lines, "\n# ") + "\n\n" + r.Key + "\n"
}

func (r RecoverySheet) sentences(w Words) []string {
	return []string{w.Say("recovery.what"), w.Say("recovery.how"), w.Say("recovery.backups"), w.Say("recovery.keep")}
}

// groups sets a blank after every fourth letter behind the key's beginning.
func groups(key string) string {
	at := strings.LastIndex(key, "-") + 2
	if at > len(key) {
		return key
	}
	parts := []string{key[:at]}
	for rest := key[at:]; rest != ""; {
		n := min(4, len(rest))
		parts, rest = append(parts, rest[:n]), rest[n:]
	}
	return strings.Join(parts, " ")
}

// WriteRecovery writes the sheet in a publisher's format or as "txt";
// ErrUnsupported for another.
func (d *Desk) WriteRecovery(ctx context.Context, out io.Writer, format string, r RecoverySheet, w Words) error {
	if format == "txt" {
		_, err := io.WriteString(out, r.Text(w))
		return err
	}
	publisher, ok := d.Publishers[format]
	if !ok {
		return ErrUnsupported.Because(nil, "Name", format)
	}
	return publisher.Publish(ctx, out, r.Paper(w), nil)
}
