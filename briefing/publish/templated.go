package publish

import (
	"regexp"
	"strconv"
	"strings"
)

// wear gives the parts the template's look: its styles in the place of ours of
// the same name, ours added where it has none.
func (t *template) wear(parts []part, ours []style) []part {
	renamed := t.rename(ours)
	for i := range parts {
		switch {
		case parts[i].name == "word/styles.xml":
			parts[i].body = t.sheet(ours, renamed)
		case strings.HasPrefix(parts[i].name, "word/") && strings.HasSuffix(parts[i].name, ".xml"):
			parts[i].body = refer(parts[i].body, renamed)
		case t.theme != nil && parts[i].name == "[Content_Types].xml":
			parts[i].body = insert(parts[i].body, "</Types>",
				`<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>`)
		case t.theme != nil && parts[i].name == "word/_rels/document.xml.rels":
			parts[i].body = insert(parts[i].body, "</Relationships>",
				`<Relationship Id="theme" Type="`+documentNS+`theme" Target="theme/theme1.xml"/>`)
		}
	}
	if t.theme != nil {
		theme := &markup{}
		theme.Write(t.theme)
		parts = append(parts, part{"word/theme/theme1.xml", theme})
	}
	return parts
}

// rename says what each style of ours is called in the file: as the template's
// of the same name, or by an id that the template does not use.
func (t *template) rename(ours []style) map[string]string {
	out := map[string]string{}
	taken := map[string]bool{}
	for id := range t.taken {
		taken[id] = true
	}
	for _, s := range ours {
		if id := t.ids[styleName(s.kind, s.name)]; id != "" {
			out[s.id] = id
			continue
		}
		id := s.id
		for n := 2; taken[id]; n++ {
			id = s.id + strconv.Itoa(n)
		}
		out[s.id], taken[id] = id, true
	}
	return out
}

// sheet is the template's style sheet with what it lacks.
func (t *template) sheet(ours []style, renamed map[string]string) *markup {
	added := &markup{}
	for _, s := range ours {
		if t.ids[styleName(s.kind, s.name)] == "" {
			s.write(added)
		}
	}
	out := &markup{}
	out.WriteString(t.styles)
	return insert(out, "</w:styles>", refer(added, renamed).String())
}

// insert puts words before the last of an end tag.
func insert(m *markup, before, words string) *markup {
	s := m.String()
	at := strings.LastIndex(s, before)
	out := &markup{}
	out.WriteString(s[:at] + words + s[at:])
	return out
}

var references = regexp.MustCompile(`(<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="|w:styleId=")([^"]*)`)

// refer calls styles by what they are called in the file.
func refer(m *markup, renamed map[string]string) *markup {
	out := &markup{}
	out.WriteString(references.ReplaceAllStringFunc(m.String(), func(ref string) string {
		at := strings.LastIndexByte(ref, '"') + 1
		if id := renamed[ref[at:]]; id != "" {
			return ref[:at] + id
		}
		return ref
	}))
	return out
}
