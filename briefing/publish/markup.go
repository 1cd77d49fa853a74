package publish

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// markup collects XML. Names are ours and need no check; values and text are
// anybody's and are escaped.
type markup struct{ bytes.Buffer }

// start opens an element; attrs are name, value pairs.
func (m *markup) start(name string, attrs ...string) {
	m.WriteByte('<')
	m.WriteString(name)
	m.attrs(attrs)
	m.WriteByte('>')
}

// empty writes an element without content.
func (m *markup) empty(name string, attrs ...string) {
	m.WriteByte('<')
	m.WriteString(name)
	m.attrs(attrs)
	m.WriteString("/>")
}

func (m *markup) attrs(attrs []string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		m.WriteByte(' ')
		m.WriteString(attrs[i])
		m.WriteString(`="`)
		m.text(attrs[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) end(name string) {
	m.WriteString("</")
	m.WriteString(name)
	m.WriteByte('>')
}

// val writes an element that has only a w:val.
func (m *markup) val(name, value string) { m.empty(name, "w:val", value) }

// text writes s escaped, without what XML 1.0 can't hold.
func (m *markup) text(s string) {
	if strings.IndexFunc(s, special) < 0 {
		m.WriteString(s)
		return
	}
	_ = xml.EscapeText(m, []byte(strings.Map(legal, s))) // a buffer takes everything
}

func special(r rune) bool {
	return r < ' ' || r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || r >= utf8.RuneError
}

// legal drops control characters, broken bytes and noncharacters.
func legal(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return r
	case r < ' ', r == utf8.RuneError, r == 0xFFFE, r == 0xFFFF:
		return -1
	}
	return r
}
