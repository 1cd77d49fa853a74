// Package pdf sets papers into tagged PDF: real page numbers in the contents,
// footnotes on the page of their mark, tables whose heads repeat, an outline,
// and a tree that says what each piece is.
//
// Setting has three steps, a group of files each: blocks become slabs, slices
// of a column that no page break cuts (flow.go and the files of its blocks);
// slabs are put on sheets (paginate.go); sheets are drawn (draw.go). It lays
// out what a paper holds and adds nothing. The same paper gives the same bytes.
package pdf
