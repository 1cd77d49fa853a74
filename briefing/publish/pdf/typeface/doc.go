// Package typeface turns text into lines of placed glyphs: it picks a face for
// each letter, shapes, orders both directions and breaks lines; and it makes of
// the glyphs that were used a small font to embed.
//
// It knows nothing of pages, papers or PDF. Lengths are points, widths in a
// font thousandths of its size.
package typeface
