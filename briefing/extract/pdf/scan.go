package pdf

import (
	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// Objects that the engine finds on a page, by their kind.
const (
	objectPath  = 2
	objectImage = 3
	objectForm  = 5
)

const (
	// pictured is the part of a page that an image takes at least where the
	// page is a picture.
	pictured = 0.25
	// outlined is how many drawn shapes stand on a page whose letters are
	// shapes.
	outlined = 60
)

// look sees whether a page that holds no text shows something, and whether
// that is likely something to read: an image of some size, or letters that are
// only shapes.
func (d *document) look(page uint64, s *sheet) {
	paths := 0
	s.drawn = d.count("FPDFPage_GetAnnotCount", page) > 0 // forms and remarks show too
	for i := range uint64(min(d.count("FPDFPage_CountObjects", page), maxGlyphs)) {
		object := d.call("FPDFPage_GetObject", page, i)
		if object == 0 {
			continue
		}
		s.drawn = true
		switch d.count("FPDFPageObj_GetType", object) {
		case objectPath:
			paths++
		case objectImage, objectForm:
			s.picture = s.picture || d.area(object) > pictured*s.width*s.height
		}
		if s.picture || paths > outlined {
			s.picture = true
			return
		}
	}
}

// area is what an object covers, in square points.
func (d *document) area(object uint64) float64 {
	if d.call("FPDFPageObj_GetBounds", object, d.buffer, d.buffer+4, d.buffer+8, d.buffer+12) == 0 {
		return 0
	}
	return (d.float(8) - d.float(0)) * (d.float(12) - d.float(4))
}

// scan is what stands for a page to type from.
func (s *sheet) scan() manuscript.Passage {
	return manuscript.Passage{Hint: manuscript.HintFurniture, Picture: true, Page: s.number, Doubts: []string{briefing.DoubtScan}}
}

// scans are the pages of a document without text that show anything at all.
func scans(sheets []*sheet) []manuscript.Passage {
	var out []manuscript.Passage
	for _, s := range sheets {
		if s.drawn {
			out = append(out, s.scan())
		}
	}
	return out
}
