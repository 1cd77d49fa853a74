package word_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
)

// FuzzSealed opens damaged files behind a password, with the password.
func FuzzSealed(f *testing.F) {
	for _, name := range []string{"port.docx", "port.odt"} {
		data, err := os.ReadFile("../testdata/sealed/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		_, err := extract.New().Extract(context.Background(), briefing.Original{Name: "x", Data: data, Password: "lantern"}, nil)
		if _, known := errors.AsType[*briefing.Problem](err); err != nil && !known {
			t.Fatal(err)
		}
	})
}
