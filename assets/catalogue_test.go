package assets

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// byKey reads a whole language; a key written twice is an error.
func byKey(t *testing.T, code string) map[string]*i18n.Message {
	t.Helper()
	all, read := map[string]*i18n.Message{}, messages(code)
	if code == "fr" {
		read = spaceFrench(read)
	}
	for _, m := range read {
		if all[m.ID] != nil {
			t.Errorf("%s: %s is written twice", code, m.ID)
		}
		all[m.ID] = m
	}
	return all
}

func TestEveryAreaParses(t *testing.T) {
	for _, code := range Languages {
		files, err := wordFiles.ReadDir("words/" + code)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if _, err := area("words/" + code + "/" + f.Name()); err != nil {
				t.Errorf("%s/%s: %v", code, f.Name(), err)
			}
		}
	}
}

func TestLanguagesSayTheSame(t *testing.T) {
	english := byKey(t, "en")
	for _, code := range Languages[1:] {
		other := byKey(t, code)
		for key, m := range english {
			o := other[key]
			if o == nil {
				t.Errorf("%s: %s is missing", code, key)
				continue
			}
			if got, want := arguments(t, o), arguments(t, m); !slices.Equal(got, want) {
				t.Errorf("%s: %s takes %v, English takes %v", code, key, got, want)
			}
			if (m.One != "") != (o.One != "") {
				t.Errorf("%s: %s has a singular in one language only", code, key)
			}
		}
		for key := range other {
			if english[key] == nil {
				t.Errorf("%s: %s is not in English", code, key)
			}
		}
	}
}

func TestPluralsAreWhole(t *testing.T) {
	for _, code := range Languages {
		for key, m := range byKey(t, code) {
			if m.Other == "" || m.Zero+m.Two+m.Few != "" || m.Many != "" && code == "en" {
				t.Errorf("%s: %s has forms that its language lacks", code, key)
			}
			if m.One != "" && !slices.Contains(arguments(t, m), "Count") && !strings.HasPrefix(m.One, "1") {
				t.Logf("%s: %s counts without showing the count", code, key)
			}
		}
	}
}

// arguments of a message, from all its forms, sorted.
func arguments(t *testing.T, m *i18n.Message) []string {
	t.Helper()
	found := map[string]bool{}
	for _, form := range []string{m.One, m.Many, m.Other} {
		parsed, err := template.New(m.ID).Parse(form)
		if err != nil {
			t.Errorf("%s: %v", m.ID, err)
			continue
		}
		fieldsOf(parsed.Root, found)
	}
	return slices.Sorted(maps.Keys(found))
}

// fieldsOf collects the fields that a template reads.
func fieldsOf(n parse.Node, found map[string]bool) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			fieldsOf(child, found)
		}
	case *parse.ActionNode:
		fieldsOf(n.Pipe, found)
	case *parse.IfNode:
		fieldsOf(n.Pipe, found)
		fieldsOf(n.List, found)
		fieldsOf(n.ElseList, found)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			for _, arg := range c.Args {
				fieldsOf(arg, found)
			}
		}
	case *parse.FieldNode:
		found[n.Ident[0]] = true
	}
}

var (
	action       = regexp.MustCompile(`\{\{.*?\}\}`)
	bareFrench   = regexp.MustCompile(`[^\x{202f}\x{a0}][;!?»]|[^\x{202f}\x{a0}]:(\s|$)|«[^\x{202f}\x{a0}]`)
	straightMark = regexp.MustCompile(`["']`)
)

// Typewriter marks and missing French spaces look careless in a paper that an
// ambassador carries.
func TestTypography(t *testing.T) {
	for _, code := range Languages {
		for key, m := range byKey(t, code) {
			words := action.ReplaceAllString(m.One+"\n"+m.Other, "x")
			if straightMark.MatchString(words) {
				t.Errorf("%s: %s has typewriter quotes: %q", code, key, words)
			}
			if code == "fr" && bareFrench.MatchString(words) {
				t.Errorf("%s: %s lacks a narrow space: %q", code, key, words)
			}
		}
	}
}
