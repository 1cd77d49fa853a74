package publish

// letterWidths are Calibri's (and Carlito's) advances for the characters from
// space to tilde, in thousandths of the size.
var letterWidths = [...]int{
	226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386,
	507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
	894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
	517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
	291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527,
	525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
}

// letterWidth is a character's advance; those beyond ASCII are taken as an
// average letter, ideographs as square.
func letterWidth(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(letterWidths):
		return letterWidths[r-' ']
	case r >= 0x2E80:
		return 1000
	}
	return 500
}

// wrapped counts the lines that a text takes at a size (half points) in a
// width (twips), breaking at spaces.
func wrapped(text string, half, width int) int {
	limit := max(1000, width*1000/(half*twip/pointHalf)) // a character at least
	lines, used, word := 1, 0, 0
	flush := func() {
		if used > 0 && used+word > limit {
			lines++
			used = 0
		}
		used += word
		for used > limit {
			lines++
			used -= limit
		}
		word = 0
	}
	for _, r := range text {
		switch r {
		case '\n':
			flush()
			lines++
			used = 0
		case ' ':
			flush()
			used += letterWidths[0]
		default:
			word += letterWidth(r)
		}
	}
	flush()
	return lines
}
