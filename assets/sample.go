package assets

import _ "embed"

//go:embed sample/note.md
var sampleNote []byte

// Sample is the fictional note of a fictional organization that a first run
// and a demo vault offer: its file name and its bytes, the caller's to keep.
func Sample() (name string, data []byte) {
	return "LC-2031-7.md", append([]byte(nil), sampleNote...)
}
