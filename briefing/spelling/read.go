package spelling

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// The most that is read of a dictionary: the largest known has 10 MB.
const mostBytes = 32 << 20

var errTooLarge = errors.New("dictionary too large")

// Read reads a dictionary from its two files. Lines it does not know are passed
// over. An error tells that it could not be read or speaks an unknown encoding.
func Read(aff, dic io.Reader) (*Dictionary, error) {
	rules, err := readAll(aff)
	if err != nil {
		return nil, err
	}
	words, err := readAll(dic)
	if err != nil {
		return nil, err
	}
	d := &Dictionary{index: map[string]int32{}, suffixes: map[string][]*affix{}, prefixes: map[string][]*affix{}}
	if rules, words, err = decoded(rules, words); err != nil {
		return nil, err
	}
	d.readRules(rules)
	d.readWords(words)
	return d, nil
}

func readAll(r io.Reader) (string, error) {
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(bufio.NewReader(r), mostBytes+1))
	if err == nil && n > mostBytes {
		err = errTooLarge
	}
	return b.String(), err
}

// decoded is both files in UTF-8, from the encoding that the rules name.
func decoded(rules, words string) (string, string, error) {
	name := "ISO8859-1" // where none is named
	for line := range strings.Lines(rules) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "SET" {
			name = f[1]
			break
		}
	}
	if strings.EqualFold(name, "UTF-8") {
		return strings.TrimPrefix(rules, "\ufeff"), strings.TrimPrefix(words, "\ufeff"), nil
	}
	enc, err := htmlindex.Get(strings.Replace(strings.ToLower(name), "iso8859", "iso-8859", 1))
	if err != nil {
		return "", "", err
	}
	if rules, err = enc.NewDecoder().String(rules); err != nil {
		return "", "", err
	}
	words, err = enc.NewDecoder().String(words)
	return rules, words, err
}

// readRules reads the .aff file: how classes are spelled first, since the rest
// rests on it.
func (d *Dictionary) readRules(text string) {
	for line := range strings.Lines(text) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "FLAG" {
			d.spelled = f[1]
		}
	}
	crosses := map[string]bool{}
	heads := map[string]bool{}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) < 2 || strings.HasPrefix(f[0], "#") {
			continue
		}
		switch f[0] {
		case "PFX", "SFX":
			key := f[0] + f[1]
			if !heads[key] && len(f) >= 4 {
				heads[key], crosses[key] = true, f[2] == "Y"
				continue
			}
			d.readAffix(f, crosses[key])
		case "AF":
			if len(d.aliases) > 0 || f[1] != "" && !isNumber(f[1]) {
				d.aliases = append(d.aliases, d.flags(f[1]))
			}
		default:
			d.readProperty(f)
		}
	}
}

func isNumber(text string) bool { return strings.Trim(text, "0123456789") == "" }

func (d *Dictionary) readProperty(f []string) {
	switch f[0] {
	case "NEEDAFFIX":
		d.needs = d.flag(f[1])
	case "FORBIDDENWORD":
		d.forbidden = d.flag(f[1])
	case "ONLYINCOMPOUND":
		d.inCompound = d.flag(f[1])
	case "TRY":
		d.letters = f[1]
	case "ICONV":
		if len(f) == 3 {
			d.converts = append(d.converts, f[1], f[2])
		}
	case "REP":
		if len(f) == 3 {
			d.mistakes = append(d.mistakes, [2]string{strings.ReplaceAll(f[1], "_", " "), strings.ReplaceAll(f[2], "_", " ")})
		}
	}
}

// readAffix reads "SFX V e ive [^e]"; 0 is nothing.
func (d *Dictionary) readAffix(f []string, cross bool) {
	if len(f) < 4 {
		return
	}
	a := &affix{flag: d.flag(f[1]), prefix: f[0] == "PFX", cross: cross, strip: f[2]}
	add, more, _ := strings.Cut(f[3], "/")
	a.add, a.more = add, d.flags(more)
	if a.strip == "0" {
		a.strip = ""
	}
	if a.add == "0" {
		a.add = ""
	}
	if len(f) > 4 {
		a.cond = readCondition(f[4])
	}
	if a.prefix {
		d.prefixes[a.add] = append(d.prefixes[a.add], a)
		return
	}
	d.suffixes[a.add] = append(d.suffixes[a.add], a)
}

// readWords reads the .dic file: a root a line, its classes behind a slash.
func (d *Dictionary) readWords(text string) {
	first := true
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if first || len(f) == 0 {
			first = false // how many there are
			continue
		}
		word, classes := f[0], ""
		if i := strings.IndexByte(word[1:], '/'); i >= 0 {
			word, classes = word[:i+1], word[i+2:]
		}
		before, had := d.index[word]
		if !had {
			before = -1
		}
		d.index[word] = int32(len(d.roots)) //nolint:gosec // bounded by mostBytes
		d.roots = append(d.roots, root{classes: classes, twin: before})
	}
}
