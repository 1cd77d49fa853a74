package main

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
)

// logged are the names under which something may stand in a log: codes, ids,
// counts, names of our own files. Whoever needs another adds it here, with the
// question whether words of a vault can stand in it.
var logged = []string{
	"area", "code", "commits", "event", "file", "first", "key", "language", "missing", "problem", "problems", "sequence", "signal", "system", "version",
}

// Errors name paths and values. They are logged only where no vault is open:
// before the window, by the catalogue that is built in, and by the programs
// that make samples.
var mayLogErrors = []string{"main.go", "restart_unix.go", "restart_windows.go", "assets/tongue.go", "docs/samples/generate.go"}

func TestLogsHoldNoWords(t *testing.T) {
	calls := 0
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && logs(call.Fun) {
				calls++
				wantHarmless(t, filepath.ToSlash(name), call.Args)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if calls < 15 {
		t.Errorf("only %d calls of a log were found", calls)
	}
}

// logs tells whether a call writes a log: slog.Warn, v.log.Info.
func logs(fun ast.Expr) bool {
	method, ok := fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Debug", "Info", "Warn", "Error", "DebugContext", "InfoContext", "WarnContext", "ErrorContext", "Log", "LogAttrs"}, method.Sel.Name) {
		return false
	}
	switch on := method.X.(type) {
	case *ast.Ident:
		return on.Name == "slog" || on.Name == "log"
	case *ast.SelectorExpr:
		return on.Sel.Name == "log"
	}
	return false
}

// wantHarmless wants a message that is written in the program, and pairs of
// which each name is known.
func wantHarmless(t *testing.T, file string, args []ast.Expr) {
	t.Helper()
	for i, arg := range args {
		if i%2 == 0 && i > 0 {
			continue // a value
		}
		lit, ok := arg.(*ast.BasicLit)
		if !ok {
			t.Errorf("%s: a log says what is put together as it runs", file)
			continue
		}
		name, err := strconv.Unquote(lit.Value)
		harmless := i == 0 || slices.Contains(logged, name) || (name == "error" || name == "err") && slices.Contains(mayLogErrors, file)
		if err != nil || !harmless {
			t.Errorf("%s: a log holds %q", file, name)
		}
	}
}
