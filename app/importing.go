package app

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"placard/briefing"
)

// importExts are the names of documents that the picker lists.
var importExts = []string{"md", "txt", "text", "htm", "html", "docx", "odt", "rtf", "pdf", "doc"}

// importCeiling is more than any extractor takes: a file that is larger is
// refused before it is read whole.
const importCeiling = 256 << 20

// chooseImport has a document chosen and reads it.
func (s *shell) chooseImport() {
	s.pickOpen(s.say("import.choose"), importExts, s.importFile)
}

// importFile reads a document and shows what was recognised.
func (s *shell) importFile(path string) {
	s.recognize(filepath.Base(path), func() ([]byte, error) { return readFile(path) })
}

// readFile reads a file whole, unless it is larger than any document.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, briefing.FileProblem(err, path)
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, importCeiling+1))
	if err != nil {
		return nil, briefing.FileProblem(err, path)
	}
	if len(data) > importCeiling {
		return nil, briefing.ErrTooLarge.Because(nil, "Name", filepath.Base(path), "Limit", "256 MB")
	}
	return data, nil
}

// importSample reads the fictional note that ships with the program.
func (s *shell) importSample() {
	name, data := s.Sample()
	s.recognize(name, func() ([]byte, error) { return data, nil })
}

// recognize reads a document in the background; nothing is saved.
func (s *shell) recognize(name string, read func() ([]byte, error)) {
	desk := s.open
	var found *briefing.Proposal
	var source *sourceText
	s.run(s.say("import.reading", "Name", name), func(ctx context.Context, progress briefing.Progress) error {
		data, err := read()
		if err != nil {
			return err
		}
		source = newSourceText(name, data)
		found, err = desk.Recognize(ctx, briefing.Original{Name: name, Data: data}, progress)
		return err
	}, func(err error) {
		if err != nil {
			s.failUnlessCancelled(err)
			return
		}
		s.show(pageImport)
		if p, ok := s.pages[pageImport].(*importPage); ok {
			p.propose(found, source)
		}
	})
}
