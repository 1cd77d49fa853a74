package publish

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"placard/briefing"
)

// Bounds of a template: it is a person's own file, but still a file.
const (
	mostTemplate = 32 << 20
	mostStyles   = 8 << 20
	mostEntries  = 1000
)

// template is the look of a user's own DOCX: its style sheet and its theme.
type template struct {
	styles string
	theme  []byte
	ids    map[string]string // style id by kind and name
	taken  map[string]bool   // ids
}

// styleName is how a style is found: what it is for, and its name in small
// letters, since programs write names either way.
func styleName(kind, name string) string { return kind + "\x00" + strings.ToLower(name) }

// readTemplate reads a template; nil for none. ErrTooLarge, ErrUnreadable.
func readTemplate(data []byte) (*template, error) {
	if data == nil {
		return nil, nil
	}
	if len(data) > mostTemplate {
		return nil, briefing.ErrTooLarge
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > mostEntries {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	styles, err := entryOf(z, "word/styles.xml")
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	t := &template{styles: string(ownNumbers.ReplaceAll(styles, nil)), ids: map[string]string{}, taken: map[string]bool{}}
	if err := t.index(styles); err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	if theme, err := entryOf(z, "word/theme/theme1.xml"); err == nil && tokens(theme, func(xml.Token) error { return nil }) == nil {
		t.theme = theme
	}
	return t, nil
}

// ownNumbers ties styles to the template's own lists, which do not come along.
var ownNumbers = regexp.MustCompile(`(?s)<w:numPr>.*?</w:numPr>`)

func entryOf(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostStyles+1))
	if err == nil && len(data) > mostStyles {
		err = errors.New(name + " is too large")
	}
	return data, err
}

const wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

var errStyles = errors.New("no style sheet that can be added to")

// index finds the styles by name. The sheet must be well-formed and call its
// elements by the usual prefix, since ours are added to it.
func (t *template) index(styles []byte) error {
	id, kind := "", ""
	root := false
	err := tokens(styles, func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Space != wordNS {
			return nil
		}
		switch e.Name.Local {
		case "styles":
			root = true
		case "style":
			id, kind = attribute(e, "styleId"), attribute(e, "type")
			t.taken[id] = true
		case "name":
			if key := styleName(kind, attribute(e, "val")); id != "" && t.ids[key] == "" {
				t.ids[key] = id
			}
		}
		return nil
	})
	if err == nil && (!root || !strings.Contains(t.styles, "</w:styles>")) {
		err = errStyles
	}
	return err
}

// tokens reads all of an XML part; a document type is refused.
func tokens(data []byte, each func(xml.Token) error) error {
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := token.(xml.Directive); ok {
			return errStyles
		}
		if err := each(token); err != nil {
			return err
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
