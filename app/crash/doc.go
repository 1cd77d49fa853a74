// Package crash keeps words out of what is left behind when the program fails:
// no core file, no other process reading its memory, and of a panic's report
// the stacks but never the values.
package crash
