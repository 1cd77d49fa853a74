// Package sheet writes Placard's workbooks: the comparison matrix and the
// review that goes to capital. It decides how a workbook looks and works, not
// what stands in it: what it is given has passed the gate.
//
// Sheets are streamed, and everything about a sheet is declared before its
// first row (plan.go): what is set after a stream is flushed is silently lost.
// The parts that come out are mended and zipped in parts.go, always in the
// same order and without a clock, so that equal input gives equal bytes.
package sheet
