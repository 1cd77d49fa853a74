package pdf

import (
	"fmt"
	"io/fs"
	"sync"

	"placard/briefing"
	"placard/briefing/publish/pdf/typeface"
)

// The bundled fonts, as the files are called.
const (
	serif           = "NotoSerif-Regular"
	serifBold       = "NotoSerif-Bold"
	serifItalic     = "NotoSerif-Italic"
	serifBoldItalic = "NotoSerif-BoldItalic"
	sans            = "NotoSans-Regular"
	sansBold        = "NotoSans-Bold"
	sansItalic      = "NotoSans-Italic"
	arabic          = "NotoNaskhArabic-Regular"
	arabicBold      = "NotoNaskhArabic-Bold"
	hebrew          = "NotoSerifHebrew-Regular"
	hebrewBold      = "NotoSerifHebrew-Bold"
)

// arabicScale makes up for the low letters of Naskh beside Latin.
const arabicScale = 1.12

// library is the fonts, read when the first paper is set.
type library struct {
	files  fs.FS
	once   sync.Once
	fonts  map[string]*typeface.Font
	err    error
	system systemFonts
}

func (l *library) read() error {
	l.once.Do(func() {
		l.fonts = map[string]*typeface.Font{}
		for _, name := range []string{
			serif, serifBold, serifItalic, serifBoldItalic, sans, sansBold, sansItalic, arabic, arabicBold, hebrew, hebrewBold,
		} {
			if l.err = l.add(name); l.err != nil {
				return
			}
		}
		l.fonts[arabic], l.fonts[arabicBold] = l.fonts[arabic].Scaled(arabicScale), l.fonts[arabicBold].Scaled(arabicScale)
	})
	return l.err
}

func (l *library) add(name string) error {
	data, err := fs.ReadFile(l.files, name+".ttf")
	if err != nil {
		return fmt.Errorf("bundled font: %w", err)
	}
	l.fonts[name], err = typeface.Read(name, data)
	return err
}

// hand is one of the two kinds of letters a paper is set in.
type hand uint8

const (
	text  hand = iota // prose: with serifs
	label             // headings, tables, furniture: without
)

// faces are the chains of one document by hand and style.
type faces struct {
	chains map[hand][4]typeface.Chain
	all    []*typeface.Face
}

// open opens the fonts for a document, and one of the system's for what the
// bundled ones lack.
func (l *library) open(p *briefing.Paper) *faces {
	f := &faces{}
	opened := map[string]*typeface.Face{}
	face := func(name string) *typeface.Face {
		if opened[name] == nil {
			opened[name] = l.fonts[name].Face()
			f.all = append(f.all, opened[name])
		}
		return opened[name]
	}
	chain := func(first, second, third string) typeface.Chain {
		return typeface.Chain{face(first), face(second), face(third)}
	}
	f.chains = map[hand][4]typeface.Chain{
		text: {
			chain(serif, arabic, hebrew), chain(serifBold, arabicBold, hebrewBold),
			chain(serifItalic, arabic, hebrew), chain(serifBoldItalic, arabicBold, hebrewBold),
		},
		label: {
			chain(sans, arabic, hebrew), chain(sansBold, arabicBold, hebrewBold),
			chain(sansItalic, arabic, hebrew), chain(sansBold, arabicBold, hebrewBold),
		},
	}
	for _, font := range l.system.forLetters(f.lacking(p)) {
		f.extend(font.Face())
	}
	return f
}

// extend adds a face behind all others.
func (f *faces) extend(face *typeface.Face) {
	f.all = append(f.all, face)
	for h, chains := range f.chains {
		for i := range chains {
			chains[i] = append(chains[i], face)
		}
		f.chains[h] = chains
	}
}

// chain for a hand and a style.
func (f *faces) chain(h hand, s briefing.Style) typeface.Chain {
	i := 0
	if s&briefing.Bold != 0 {
		i |= 1
	}
	if s&briefing.Italic != 0 {
		i |= 2
	}
	return f.chains[h][i]
}

// lacking are the letters of a paper that no face has, each once, in order.
func (f *faces) lacking(p *briefing.Paper) []rune {
	chain := f.chains[text][0]
	seen := map[rune]bool{}
	var out []rune
	eachText(p, func(s string) {
		for _, r := range s {
			if r >= 0x250 && !seen[r] {
				seen[r] = true
				if chain.Lacks(r) {
					out = append(out, r)
				}
			}
		}
	})
	return out
}

// eachText calls do with every text that a paper shows.
func eachText(p *briefing.Paper, do func(string)) {
	for _, s := range []string{p.Title, p.Subject, p.Author, p.Mark, p.Reference, p.Copy} {
		do(s)
	}
	runs := func(list []briefing.PaperRun) {
		for _, r := range list {
			do(r.Text)
			do(r.Note)
		}
	}
	for _, list := range [][]briefing.PaperBlock{p.Cover, p.Blocks} {
		for i := range list {
			do(list[i].Title)
			runs(list[i].Runs)
			if list[i].Table == nil {
				continue
			}
			for _, row := range list[i].Table.Rows {
				for _, c := range row {
					runs(c.Runs)
				}
			}
		}
	}
}
