package sheet

import (
	"context"
	"errors"

	"placard/briefing"
)

var _ briefing.Returns = (*Workbooks)(nil)

// ReadReview reads a workbook that came back from capital, whatever program
// saved it and whoever sorted it: .xlsx, .ods, or the Review sheet alone as
// .csv. It believes nothing: rows are handed on with what they say of
// themselves. words is the catalogue, which is asked in each language.
//
// ErrWorkbookFormat (Name: "xls" or empty) for what is none of them,
// ErrEncrypted for one with a password, ErrNotAReview where no sheet has our
// heads, ErrWorkbookDamaged (Reason, Part, Cell) and ErrTooLarge as Preflight
// says.
func (*Workbooks) ReadReview(ctx context.Context, data []byte, words briefing.Words) (*briefing.Returned, error) {
	r := &reviewReader{ctx: ctx, words: readingWords(words), back: &briefing.Returned{}}
	if err := r.open(data); err != nil {
		return nil, refused(err)
	}
	if err := r.read(); err != nil {
		return nil, refused(err)
	}
	return r.back, nil
}

// container is a workbook in one of the formats.
type container interface {
	// sheets are all worksheets, read whole.
	sheets(context.Context) ([]placedSheet, error)
	// claims are what the places that the format has say of the identity.
	claims() []briefing.WorkbookClaim
	// remarks on a sheet's cells.
	remarks(*rawSheet) ([]briefing.Remark, error)
}

// open looks at the file from outside and chooses the reader of its format.
func (r *reviewReader) open(data []byte) error {
	if isText(data) {
		book, coded, err := openCSV(data)
		if coded != "" {
			r.find(briefing.Finding{Weight: briefing.WeighWarn, Code: "characters_guessed", Is: coded})
		}
		r.book = book
		return err
	}
	seen, err := DefaultLimits.Preflight(r.ctx, data)
	if err != nil {
		return err
	}
	for _, note := range seen.Notes {
		r.find(briefing.Finding{Weight: briefing.WeighNote, Code: note})
	}
	if seen.Format == "ods" {
		r.book, err = openODS(data)
	} else {
		r.book, err = openParcel(data)
	}
	return err
}

// refused says a problem of the file as one of a workbook.
func refused(err error) error {
	p, ok := errors.AsType[*briefing.Problem](err)
	switch {
	case !ok:
		return err
	case errors.Is(p, briefing.ErrUnreadable):
		return briefing.ErrWorkbookDamaged.Because(p, p.Args...)
	case errors.Is(p, briefing.ErrUnsupported):
		return briefing.ErrWorkbookFormat.Because(p, p.Args...)
	}
	return err
}

// reviewReader reads one workbook.
type reviewReader struct {
	ctx   context.Context //nolint:containedctx // a reader lives for one call of ReadReview
	book  container
	words spoken
	back  *briefing.Returned
}

func (r *reviewReader) find(f briefing.Finding) { r.back.Findings = append(r.back.Findings, f) }

func (r *reviewReader) read() error {
	sheets, err := r.book.sheets(r.ctx)
	if err != nil {
		return err
	}
	r.identify(sheets)
	review := r.reviewSheet(sheets)
	if review == nil {
		return briefing.ErrNotAReview
	}
	r.rows(review)
	for _, s := range sheets {
		switch {
		case s.raw == review.raw || s.raw.name == metaSheet:
		case s.isReview(): // a second copy, asked about above
			r.looseRemarks(s.raw)
		case r.ballots(s.raw):
		case r.points(s.raw):
		default:
			r.otherSheet(s.raw)
		}
	}
	return nil
}

// otherSheet keeps the remarks of a sheet that is not for answers, and tells
// of one that somebody added.
func (r *reviewReader) otherSheet(s *rawSheet) {
	r.looseRemarks(s)
	if len(s.rows) > 0 && r.words.other[fold(s.name)] != "readme" {
		r.find(briefing.Finding{Weight: briefing.WeighNew, Code: "sheet_extra", Sheet: s.name})
	}
}

// placedSheet is a sheet with the row of its heads.
type placedSheet struct {
	raw *rawSheet
	heads
}

// reviewSheet is the sheet with the most of our heads, the first of several;
// other copies of it are asked about.
func (r *reviewReader) reviewSheet(sheets []placedSheet) *placedSheet {
	var best *placedSheet
	var others []string
	for i := range sheets {
		s := &sheets[i]
		s.heads = findHeads(s.raw, r.words.columns)
		if !s.isReview() {
			continue
		}
		switch {
		case best == nil:
			best = s
		case len(s.at) > len(best.at):
			others, best = append(others, best.raw.name), s
		default:
			others = append(others, s.raw.name)
		}
	}
	for _, name := range others {
		r.find(briefing.Finding{Weight: briefing.WeighAsk, Code: "second_review", Sheet: name, Is: best.raw.name})
	}
	return best
}
