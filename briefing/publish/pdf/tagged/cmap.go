package tagged

import "slices"

const (
	cmapHead = `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`
	cmapTail = `endcmap
CMapName currentdict/CMap defineresource pop
end
end
`
	mostMapped = 100 // in one block, as the format has it
)

// toUnicode says which text each character stands for.
func toUnicode(texts []string) []byte {
	var known []int
	for i, t := range texts {
		if t != "" {
			known = append(known, i)
		}
	}
	var b builder
	b.text(cmapHead)
	for part := range slices.Chunk(known, mostMapped) {
		b.int(len(part)).text(" beginbfchar\n")
		for _, n := range part {
			b.text("<")
			b.hex(uint16(n))
			b.text("><")
			b.utf16(texts[n])
			b.text(">\n")
		}
		b.text("endbfchar\n")
	}
	b.text(cmapTail)
	return b.Bytes()
}
