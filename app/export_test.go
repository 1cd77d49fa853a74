package app

import "testing"

// A pack written as PDF is never called a document, whatever was typed.
func TestAFileEndsInWhatItIs(t *testing.T) {
	for path, want := range map[string]string{
		"/a/pack": "/a/pack.pdf", "/a/pack.docx": "/a/pack.docx.pdf", "/a/pack.PDF": "/a/pack.PDF", "/a/v1.2": "/a/v1.2.pdf",
	} {
		if got := ending(path, ".pdf"); got != want {
			t.Errorf("%s is written to %s, want %s", path, got, want)
		}
	}
}
