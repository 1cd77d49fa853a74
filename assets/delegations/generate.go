//go:build ignore

// Generate writes countries.tsv from Debian's package iso-codes and its
// compiled gettext catalogues. Run it with "go run generate.go" where that
// package is installed.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const (
	countries = "/usr/share/iso-codes/json/iso_3166-1.json"
	catalogue = "/usr/share/locale/%s/LC_MESSAGES/iso_3166-1.mo"
	changelog = "/usr/share/doc/iso-codes/changelog.Debian.gz"
)

type country struct {
	Code     string `json:"alpha_2"`
	Name     string `json:"name"`
	Official string `json:"official_name"`
}

func main() {
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	list, err := readCountries()
	if err != nil {
		return err
	}
	version, date, err := release()
	if err != nil {
		return err
	}
	columns := []func(string) string{func(s string) string { return s }}
	for _, language := range []string{"fr", "es"} {
		translate, err := readCatalogue(fmt.Sprintf(catalogue, language))
		if err != nil {
			return fmt.Errorf("read %s: %w", language, err)
		}
		columns = append(columns, translate)
	}
	out, err := os.Create("countries.tsv")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "# source: ISO 3166-1, Debian iso-codes %s\n# as of: %s\ncode\ten\tfr\tes\n", version, date)
	for _, c := range list {
		fmt.Fprint(w, c.Code)
		for _, translate := range columns {
			fmt.Fprint(w, "\t", printed(translate(c.Name), translate(c.Official)))
		}
		fmt.Fprintln(w)
	}
	return errors.Join(w.Flush(), out.Close())
}

func readCountries() ([]country, error) {
	data, err := os.ReadFile(countries)
	if err != nil {
		return nil, err
	}
	var file struct {
		List []country `json:"3166-1"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	slices.SortFunc(file.List, func(a, b country) int { return strings.Compare(a.Code, b.Code) })
	return file.List, nil
}

// release is the version of the installed package and the day it was made, as
// the newest entry of its changelog says.
func release() (version, date string, err error) {
	v, err := exec.Command("dpkg-query", "--show", "--showformat=${Version}", "iso-codes").Output()
	if err != nil {
		return "", "", err
	}
	entries, err := exec.Command("zcat", changelog).Output()
	if err != nil {
		return "", "", err
	}
	_, signed, _ := strings.Cut(string(entries), "\n -- ")
	_, stamp, _ := strings.Cut(signed, ">  ")
	stamp, _, _ = strings.Cut(stamp, "\n")
	made, err := time.Parse(time.RFC1123Z, stamp)
	return string(v), made.Format(time.DateOnly), err
}

// readCatalogue reads a compiled gettext catalogue: two tables of lengths and
// offsets, one of originals and one of translations. What it lacks stays as
// it is.
func readCatalogue(name string) (func(string) string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	if le.Uint32(data) != 0x950412de {
		return nil, errors.New("not a little-endian catalogue")
	}
	at := func(table, i uint32) string {
		entry := table + 8*i
		length, offset := le.Uint32(data[entry:]), le.Uint32(data[entry+4:])
		return string(data[offset : offset+length])
	}
	n, originals, translations := le.Uint32(data[8:]), le.Uint32(data[12:]), le.Uint32(data[16:])
	words := make(map[string]string, n)
	for i := range n {
		words[at(originals, i)] = at(translations, i)
	}
	return func(s string) string {
		if t := words[s]; t != "" && s != "" {
			return t
		}
		return s
	}, nil
}

// printed is a name in reading order. ISO turns many round so that they sort:
// "Iran, Islamic Republic of". The official name serves where a name is turned
// round in a way that joining the halves does not undo.
func printed(name, official string) string {
	head, tail, turned := strings.Cut(name, ", ")
	if !turned || strings.Contains(tail, " and ") || strings.Contains(tail, " et ") || strings.Contains(tail, " y ") {
		return name
	}
	tail = strings.TrimPrefix(tail, "The ")
	if aside, ok := strings.CutPrefix(tail, "Îles ("); ok {
		return "Îles " + head + " (" + aside
	}
	last := tail[strings.LastIndex(tail, " ")+1:]
	switch {
	case last == "d'":
		return upper(tail + head)
	case slices.Contains([]string{"of", "the", "de", "du", "del", "la", "Îles", "Île", "Islas"}, last):
		return upper(tail + " " + head)
	case strings.HasPrefix(tail, "République"):
		return tail + " " + strings.ToLower(head)
	case official != "":
		return official
	}
	return name
}

func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
