package sheet

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// plan is everything about a sheet but its rows. It is applied before the
// first row, because a streamed sheet forgets what is set later.
type plan struct {
	name    string
	columns []column
	// rows is the number of the last row.
	rows int
	// keep is the number of columns and rows that stay in view, heads the rows
	// that are repeated on each printed page, headColumns the columns.
	keepColumns, keepRows  int
	firstHead, lastHead    int
	firstColumn, titleCols int
	// filter is the row of heads that filter the rows below; 0 for none.
	filter int
	// protected locks every cell whose look is not an input's.
	protected bool
	// scale of the print in percent; 0 fits the columns on one page.
	scale int
	// pageBefore are the columns that begin a new page; lastPrinted the last
	// column that is printed, 0 for all.
	pageBefore  []int
	lastPrinted int
	// lowest is the height in points that every row has at least: room to write.
	lowest   float64
	portrait bool
	lists    []list
	stances  []string // ranges that are coloured by their words
	dates    []string // ranges that take dates
	links    []link
	charts   []chart
	pictures []picture
}

// column of a sheet: its head, the look of its cells, its width in characters.
type column struct {
	head   string
	top    look
	look   look
	width  float64
	hidden bool
}

// list is a drop-down over a range. Its words stand in the rule itself: a
// list elsewhere is lost when rows are copied to another workbook.
type list struct {
	ranges        string
	words         []string
	title, prompt string
}

// link takes a reader from a cell to a place in another sheet.
type link struct{ cell, target string }

// add makes a sheet of a plan and has fill write its rows.
func (b *book) add(p plan, fill func(*grid) error) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	if err := b.newSheet(p.name); err != nil {
		return fmt.Errorf("add sheet %d: %w", b.sheets, err)
	}
	if err := b.declare(p); err != nil {
		return fmt.Errorf("declare sheet %d: %w", b.sheets, err)
	}
	stream, err := b.file.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if err := freeze(stream, p); err != nil {
		return err
	}
	g := &grid{book: b, stream: stream, plan: p}
	if err := fill(g); err != nil {
		return err
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("flush sheet %d: %w", b.sheets, err)
	}
	b.inner["xl/worksheets/sheet"+strconv.Itoa(b.sheets)+".xml"] = g.inner()
	return nil
}

func (b *book) newSheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

func (b *book) declare(p plan) error {
	f := b.file
	errs := []error{f.SetSheetDimension(p.name, "A1:"+cellName(len(p.columns), max(p.rows, 1)))}
	if p.filter > 0 { // first: it replaces the sheet's properties
		errs = append(errs, f.AutoFilter(p.name, p.span(1, p.filter, len(p.columns), p.rows), nil))
	}
	errs = append(errs, b.page(p), b.rules(p))
	if p.protected {
		errs = append(errs, f.ProtectSheet(p.name, &excelize.SheetProtectionOptions{
			// No sorting: it would move the cells that are open past those that are not.
			SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true,
			FormatCells: true, FormatColumns: true, FormatRows: true,
		}))
	}
	errs = append(errs, f.AddIgnoredErrors(p.name, p.span(1, 1, len(p.columns), max(p.rows, 1)), excelize.IgnoredErrorsNumberStoredAsText))
	return errors.Join(errs...)
}

// page is how the sheet is printed: A4, the mark and the page number on each.
func (b *book) page(p plan) error {
	f, a4, orientation := b.file, 9, "landscape"
	if p.portrait {
		orientation = "portrait"
	}
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation}
	fit := p.scale == 0
	if fit {
		one, many := 1, 0
		layout.FitToWidth, layout.FitToHeight = &one, &many
	} else {
		scale := uint(p.scale)
		order := "overThenDown"
		layout.AdjustTo, layout.PageOrder = &scale, &order
	}
	side, end, margin := 0.4, 0.75, 0.3
	errs := []error{
		f.SetPageLayout(p.name, &layout),
		f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
			Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &margin, Footer: &margin,
		}),
		f.SetHeaderFooter(p.name, b.margins.headerFooter(p.portrait)),
	}
	if titles := p.printTitles(); titles != "" {
		errs = append(errs, f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: p.name}))
	}
	if p.lastPrinted > 0 {
		area := "'" + p.name + "'!$A$1:$" + columnName(p.lastPrinted) + "$" + strconv.Itoa(p.rows)
		errs = append(errs, f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: p.name}))
	}
	for _, c := range p.pageBefore {
		errs = append(errs, f.InsertPageBreak(p.name, cellName(c, 1)))
	}
	hide := false
	errs = append(errs, f.SetSheetView(p.name, 0, &excelize.ViewOptions{ShowGridLines: &hide}))
	return errors.Join(errs...)
}

// printTitles names the columns and rows that are repeated.
func (p *plan) printTitles() string {
	var titles string
	if p.titleCols > 0 {
		titles = "'" + p.name + "'!$" + columnName(p.firstColumn) + ":$" + columnName(p.titleCols)
	}
	if p.lastHead == 0 {
		return titles
	}
	if titles != "" {
		titles += ","
	}
	return titles + "'" + p.name + "'!$" + strconv.Itoa(p.firstHead) + ":$" + strconv.Itoa(p.lastHead)
}

// rules are the drop-downs, date cells, colours and links.
func (b *book) rules(p plan) error {
	var errs []error
	for _, l := range p.lists {
		errs = append(errs, b.dropDown(p.name, l))
	}
	for _, ranges := range p.dates {
		errs = append(errs, b.dateCells(p.name, ranges))
	}
	if len(p.stances) > 0 {
		errs = append(errs, b.colour(p.name, p.stances))
	}
	for _, l := range p.links {
		errs = append(errs, b.file.SetCellHyperLink(p.name, l.cell, l.target, "Location"))
	}
	for _, c := range p.charts {
		errs = append(errs, b.file.AddChart(p.name, c.cell, c.excelize()))
	}
	for _, c := range p.pictures {
		errs = append(errs, b.file.AddPictureFromBytes(p.name, c.cell, c.excelize()))
	}
	return errors.Join(errs...)
}

// freeze keeps the heads in view.
func freeze(s *excelize.StreamWriter, p plan) error {
	if p.keepRows == 0 && p.keepColumns == 0 {
		return nil
	}
	return s.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: p.keepColumns, YSplit: p.keepRows,
		TopLeftCell: cellName(p.keepColumns+1, p.keepRows+1), ActivePane: "bottomRight",
	})
}

// span of cells, from the first column and row to the last.
func (p *plan) span(column, row, lastColumn, lastRow int) string {
	return cellName(column, row) + ":" + cellName(lastColumn, max(row, lastRow))
}

func columnName(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return "A" // no plan of ours has 16,384 columns
	}
	return name
}

func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }
