package assets

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
)

// sources parses the Go files below a folder, tests left out.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	files, set := map[string]*ast.File{}, token.NewFileSet()
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		files[name] = f
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// constants are the string constants of the domain by their type's name.
func constants(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, f := range sources(t, "../briefing") {
		if f.Name.Name != "briefing" {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, ok := spec.Type.(*ast.Ident)
			if value, isText := text(spec.Values[0]); ok && isText {
				all[kind.Name] = append(all[kind.Name], value)
			}
			return true
		})
	}
	return all
}

// doubts are the codes that reading a document leaves on a block: constants
// called doubt….
func doubts(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, f := range sources(t, "../briefing/extract") {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if ok && len(spec.Values) == 1 && strings.HasPrefix(spec.Names[0].Name, "doubt") {
				if code, ok := text(spec.Values[0]); ok {
					all = append(all, code)
				}
			}
			return true
		})
	}
	return all
}

func text(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestEveryCodeOfTheDomainHasAWord(t *testing.T) {
	english, all := byKey(t, "en"), constants(t)
	for kind, prefix := range map[string]string{
		"Stance": "stance.", "Family": "stance.family.", "PositionState": "state.", "DossierState": "dossier.",
		"BatchState": "batch.", "AskClass": "ask.class.", "AskState": "ask.state.", "SourceKind": "source.",
		"Priority": "priority.", "Intervene": "intervene.", "AnnotationKind": "annotation.kind.",
		"Audience": "audience.", "Variant": "variant.", "DocumentStatus": "document.",
		"DelegationKind": "delegation.kind.", "GroupRule": "group.rule.", "SubjectKind": "subject.",
		"Kind": "block.", "Part": "part.", "Fate": "fate.", "CarryOutcome": "carry.",
	} {
		if len(all[kind]) < 3 {
			t.Errorf("%s: only %v found in the domain", kind, all[kind])
		}
		for _, code := range all[kind] {
			if code == "" {
				code = "none"
			}
			if english[prefix+code] == nil {
				t.Errorf("%s %q has no word %s", kind, code, prefix+code)
			}
		}
	}
	for _, code := range doubts(t) {
		if english["doubt."+code] == nil {
			t.Errorf("no word doubt.%s", code)
		}
	}
	for _, f := range briefing.Fields {
		for _, key := range []string{"field." + f.String(), "field." + f.String() + ".hint"} {
			if english[key] == nil {
				t.Errorf("no word %s", key)
			}
		}
	}
}

// Every problem says what happened, what is safe and what to try.
func TestEveryProblemHasItsSentences(t *testing.T) {
	english, found := byKey(t, "en"), 0
	for name, f := range sources(t, "..") {
		ast.Inspect(f, func(n ast.Node) bool {
			code := problemCode(n)
			if code == "" {
				return true
			}
			found++
			for _, part := range []string{"what", "safe", "try"} {
				if key := "problem." + code + "." + part; english[key] == nil {
					t.Errorf("%s: no word %s", name, key)
				}
			}
			return true
		})
	}
	if found < 20 {
		t.Errorf("only %d problems found", found)
	}
}

// problemCode is the code of a Problem{Code: "…"} literal.
func problemCode(n ast.Node) string {
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return ""
	}
	kind, ok := lit.Type.(*ast.Ident)
	if sel, qualified := lit.Type.(*ast.SelectorExpr); qualified {
		kind, ok = sel.Sel, true
	}
	if !ok || kind.Name != "Problem" {
		return ""
	}
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok && pair.Key.(*ast.Ident).Name == "Code" {
			code, _ := text(pair.Value)
			return code
		}
	}
	return ""
}

// TestWhatIsSaidIsInTheCatalogue follows every Say("…") of the program, and
// every say of a package's own.
func TestWhatIsSaidIsInTheCatalogue(t *testing.T) {
	english := byKey(t, "en")
	for name, f := range sources(t, "..") {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || !says(call.Fun, "Say") && !says(call.Fun, "say") {
				return true
			}
			key, whole := text(call.Args[0])
			if m := english[key]; whole && m != nil {
				if missing := unsaid(arguments(t, m), call); len(missing) > 0 && !strings.Contains(m.Other, "{{if") {
					t.Errorf("%s: %s is said without %v", name, key, missing)
				}
				return true
			}
			if !whole {
				key = prefixOf(call.Args[0])
			}
			if key != "" && !known(english, key, whole, says(call.Fun, "say")) {
				t.Errorf("%s: no word %s", name, key)
			}
			return true
		})
	}
}

// known tells whether a key, or one that begins so where it is put together at
// run time, is in the catalogue. A package's own say may put its area before:
// "tab.review" is "sheet.tab.review".
func known[V any](words map[string]V, key string, whole, short bool) bool {
	fits := func(k string) bool { return k == key || !whole && strings.HasPrefix(k, key) }
	for full := range words {
		_, rest, _ := strings.Cut(full, ".")
		if fits(full) || short && fits(rest) {
			return true
		}
	}
	return false
}

func says(fun ast.Expr, name string) bool {
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == name
	case *ast.Ident:
		return f.Name == name
	}
	return false
}

// unsaid lists the arguments that a call does not name; nil where the call
// hands on a list of its own.
func unsaid(wanted []string, call *ast.CallExpr) []string {
	if call.Ellipsis.IsValid() {
		return nil
	}
	var names []string
	for _, arg := range call.Args[1:] {
		if name, ok := text(arg); ok {
			names = append(names, name)
		}
	}
	return slices.DeleteFunc(wanted, func(w string) bool { return slices.Contains(names, w) })
}

// prefixOf is the text that a key put together at run time begins with.
func prefixOf(e ast.Expr) string {
	for {
		sum, ok := e.(*ast.BinaryExpr)
		if !ok {
			break
		}
		e = sum.X
	}
	prefix, _ := text(e)
	return prefix
}
