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

// chooseImport has documents chosen and reads them.
func (s *shell) chooseImport() {
	s.pickFiles(s.say("import.choose"), importExts, s.importFiles)
}

// importFiles reads documents and shows what was recognised, one after another.
func (s *shell) importFiles(paths []string) {
	items := make([]*importItem, len(paths))
	for i, path := range paths {
		items[i] = &importItem{name: filepath.Base(path), read: func() ([]byte, error) { return readFile(path) }}
	}
	s.importAll(items)
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

// recognize reads one document in the background; nothing is saved.
func (s *shell) recognize(name string, read func() ([]byte, error)) {
	s.importAll([]*importItem{{name: name, read: read}})
}

// importAll puts documents in the import page's queue and reads them.
func (s *shell) importAll(items []*importItem) {
	if p, ok := s.page(pageImport).(*importPage); ok && len(items) > 0 {
		p.queue.add(items)
	}
}

// readItem reads and recognises a document, and looks for what the vault holds
// of it.
func readItem(ctx context.Context, desk *briefing.Desk, i *importItem, progress briefing.Progress) error {
	if i.original.Data == nil {
		data, err := i.read()
		if err != nil {
			return err
		}
		i.original = briefing.Original{Name: i.name, Data: data}
	}
	found, err := desk.Recognize(ctx, i.original, progress)
	if err != nil {
		return err
	}
	i.found = found
	i.kin, err = desk.Kin(ctx, found)
	return err
}
