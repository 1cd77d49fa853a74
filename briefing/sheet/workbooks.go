package sheet

import (
	"context"
	"io"

	"placard/briefing"
)

// Workbooks writes spreadsheets in the Office Open XML format. The zero value
// is ready; it is safe for concurrent use.
type Workbooks struct{}

var _ briefing.Workbook = (*Workbooks)(nil)

// New makes a Workbooks.
func New() *Workbooks { return &Workbooks{} }

// WriteMatrix writes the comparison workbook. Nothing is written before the
// whole of it stands: ErrTooLong where a text does not fit into a cell, the
// context's error where it was cancelled.
func (*Workbooks) WriteMatrix(ctx context.Context, w io.Writer, m *briefing.Matrix, words briefing.Words) error {
	b := newBook(ctx, words, matrixMargins(m, words))
	b.outsiders = m.Audience.Outsider()
	defer b.close()
	for _, add := range []func(*book, *briefing.Matrix) error{
		addOverview, addMatrix, addObservations, addOurs, addCorrespondence, addParagraphs, addLegend,
	} {
		if err := add(b, m); err != nil {
			return err
		}
	}
	return b.writeTo(w, identity{title: m.Title, made: m.Made})
}

// WriteReview writes capital's workbook in the language of its batch, with
// the batch's identity in four places. It fails as WriteMatrix does.
func (*Workbooks) WriteReview(ctx context.Context, w io.Writer, r *briefing.Review, words briefing.Words) error {
	if r.Batch.Language != "" {
		words = words.In(r.Batch.Language)
	}
	b := newBook(ctx, words, reviewMargins(r, words))
	defer b.close()
	for _, add := range []func(*book, *briefing.Review) error{
		addReadMe, addReview, addBallots, addNewPoints, addMeta,
	} {
		if err := add(b, r); err != nil {
			return err
		}
	}
	return b.writeTo(w, identity{
		title: r.Title, creator: r.From, made: r.Batch.Created, workbook: r.Batch.ID.String(),
	})
}
