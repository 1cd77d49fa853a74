package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"placard/briefing"
)

// wording is a text with those of its words that are struck through.
type wording struct{ text, struck string }

// readStrings reads the workbook's shared texts.
func (p *parcel) readStrings() error {
	const part = "xl/sharedstrings.xml"
	r, err := p.open(part)
	if r == nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return broken("damaged", part, "", err)
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := readSaid(d, "si")
			if err != nil {
				return broken("damaged", part, "", err)
			}
			p.strings = append(p.strings, s)
		}
	}
}

// readSaid reads plain or rich text up to the end of its element. Readings
// aids of East Asian scripts are not part of it.
func readSaid(d *xml.Decoder, until string) (wording, error) {
	var text, struck strings.Builder
	var inText, strike bool
	aside := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return wording{}, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "rPh":
				aside++
			case "r":
				strike = false
			case "strike":
				v, there := attribute(e, "val")
				strike = !there || truth(v)
			case "t":
				inText = aside == 0
			}
		case xml.CharData:
			if inText {
				text.Write(e)
			}
			if inText && strike {
				struck.Write(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "rPh":
				aside--
			case "t":
				inText = false
			case until:
				return wording{text: unescape(text.String()), struck: strings.TrimSpace(unescape(struck.String()))}, nil
			}
		}
	}
}

// unescape decodes the characters that Office Open XML spells out (_x000D_)
// and ends lines with line feeds alone.
func unescape(text string) string {
	if strings.Contains(text, "_x") {
		text = decodeEscapes(text)
	}
	return briefing.PlainLines(text)
}

func decodeEscapes(text string) string {
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i:]
		if len(text) < 7 || text[6] != '_' {
			b.WriteString(text[:2])
			text = text[2:]
			continue
		}
		n, err := strconv.ParseUint(text[2:6], 16, 16)
		if err != nil {
			b.WriteString(text[:2])
			text = text[2:]
			continue
		}
		b.WriteRune(rune(n))
		text = text[7:]
	}
}
