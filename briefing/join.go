package briefing

import "strings"

// JoinText joins the texts that are not empty.
func JoinText(by string, texts ...string) string {
	var said []string
	for _, t := range texts {
		if t != "" {
			said = append(said, t)
		}
	}
	return strings.Join(said, by)
}
