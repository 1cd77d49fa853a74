package app

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"placard/briefing"
)

// answerExts are the names of workbooks that come back from capital.
var answerExts = []string{"xlsx", "xlsm", "ods", "csv"}

// isAnswer tells a workbook from a document by its name: no document that is
// read into paragraphs is called so.
func isAnswer(path string) bool {
	return slices.Contains(answerExts, strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
}

// chooseAnswer has a returned workbook chosen and reads it.
func (s *shell) chooseAnswer() {
	s.pickOpen(s.say("answer.choose"), answerExts, s.importAnswer)
}

// importAnswer reads a workbook that came back and shows what it would change.
func (s *shell) importAnswer(path string) {
	s.readAnswer(filepath.Base(path), func(context.Context) ([]byte, error) { return readFile(path) })
}

// reopenAnswer shows a workbook that was taken in before.
func (s *shell) reopenAnswer(r *briefing.Return) {
	s.readAnswer(r.Name, func(context.Context) ([]byte, error) { return r.Bytes, nil })
}

// readAnswer reads a workbook in the background; nothing is saved.
func (s *shell) readAnswer(name string, read func(context.Context) ([]byte, error)) {
	desk := s.open
	s.leave()
	var data []byte
	var found *briefing.Reconciliation
	s.run(s.say("answer.reading", "Name", name), func(ctx context.Context, _ briefing.Progress) (err error) {
		if data, err = read(ctx); err != nil {
			return err
		}
		found, err = desk.ReadReturn(ctx, name, data)
		return err
	}, func(err error) {
		if err != nil {
			s.failUnlessCancelled(err)
			return
		}
		p, ok := s.page(pageReturned).(*returnedPage)
		if !ok {
			return
		}
		p.propose(name, data, found)
		s.show(pageReturned)
		s.focus(p.list)
	})
}

// saveAnswer writes a returned workbook out again, byte for byte.
func (s *shell) saveAnswer(r *briefing.Return) {
	desk, batch, sum := s.desk(), r.Batch, r.SHA256
	s.saveCopy(s.say("answer.save"), r.Name, func(ctx context.Context) ([]byte, error) {
		return desk.ReturnedFile(ctx, batch, sum)
	})
}

// saveCopy asks where to and writes bytes that the vault holds.
func (s *shell) saveCopy(title, name string, read func(context.Context) ([]byte, error)) {
	s.saveFile(title, name, func(ctx context.Context, w io.Writer, _ briefing.Progress) error {
		data, err := read(ctx)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}, func() {})
}
