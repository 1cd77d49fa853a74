package stancemap

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// svg writes the scene as SVG 1.1, with a title for those who do not see it.
func (s *scene) svg(alt string) string {
	var b strings.Builder
	size := `width="` + num(s.width) + `" height="` + num(s.height) + `"`
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" ` + size + ` viewBox="0 0 ` + num(s.width) + " " + num(s.height) + `" role="img" font-family="Go, Noto Sans, Arial, sans-serif">` + "\n")
	b.WriteString("<title>" + escaped(alt) + "</title>\n")
	b.WriteString(`<rect width="100%" height="100%" fill="#` + paper + "\"/>\n")
	for _, a := range s.areas {
		b.WriteString(a.svg())
	}
	for _, g := range s.signs {
		b.WriteString(g.svg())
	}
	for _, l := range s.labels {
		b.WriteString(l.svg())
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (a area) svg() string {
	fill, dashes := "none", ""
	if a.fill != "" {
		fill = "#" + a.fill
	}
	if a.dashed {
		dashes = ` stroke-dasharray="3 2"`
	}
	return `<rect x="` + num(a.x) + `" y="` + num(a.y) + `" width="` + num(a.width) + `" height="` + num(a.height) +
		`" fill="` + fill + `" stroke="#` + a.edge + `"` + dashes + "/>\n"
}

func (g sign) svg() string {
	var path strings.Builder
	for _, o := range outlines(g.stance) {
		for i, p := range o {
			letter := "L"
			if i == 0 {
				letter = "M"
			}
			path.WriteString(letter + num(g.x+p.x*g.size) + " " + num(g.y+p.y*g.size))
		}
		path.WriteString("Z")
	}
	return `<path d="` + path.String() + `" fill="#` + g.ink + "\"/>\n"
}

func (l label) svg() string {
	if l.text == "" {
		return ""
	}
	weight, end := "", ""
	if l.bold {
		weight = ` font-weight="bold"`
	}
	switch l.anchor {
	case atMiddle:
		end = ` text-anchor="middle"`
	case atEnd:
		end = ` text-anchor="end"`
	case atStart:
	}
	return `<text x="` + num(l.x) + `" y="` + num(l.y) + `" font-size="` + num(l.size) + `" fill="#` + l.ink + `"` + weight + end + ">" + escaped(l.text) + "</text>\n"
}

// num is a length with two places at most.
func num(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), ".")
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
	return b.String()
}
