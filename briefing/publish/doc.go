// Package publish sets papers into files: a briefing pack becomes a DOCX that
// Word and LibreOffice open as if a person had made it, with real headings,
// footnotes, repeated table heads and links.
//
// It lays out what a paper holds and adds nothing: who may see what was
// decided before, by briefing's gate. The same paper gives the same bytes.
package publish
