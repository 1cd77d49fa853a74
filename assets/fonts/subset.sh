#!/bin/sh
# Makes the bundled fonts from those of Debian's fonts-noto-core: the letters
# that papers need, without hints; the signs of stance are merged into the text
# faces, so that no machine shows boxes in their place. Needs fonttools and
# its Python.
set -eu
cd "$(dirname "$0")"
from=${1:-/usr/share/fonts/truetype/noto}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Latin, Greek, Cyrillic, marks, punctuation, currencies, letterlike signs.
letters='U+0020-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-218F,U+2212'
arrows='U+2190-2199,U+21D2,U+21D4,U+2200-220F,U+2211-221E,U+2248,U+2260,U+2264,U+2265'
signs='U+25A0-25FF,U+2605,U+2606,U+2610-2612,U+26A0,U+2713-2718,U+27E6,U+27E7'

subset() { # font ranges name
	pyftsubset "$from/$1.ttf" --unicodes="$2" --no-hinting --notdef-outline --name-IDs='0,1,2,3,4,5,6,13,14' \
		--layout-features+=tnum,lnum,sups --output-file="$3"
}
# Lines stay as high as the text face makes them, whatever the signs reach to.
metrics() { # text-face merged out
	/usr/bin/python3 - "$@" <<-'PY'
		import sys
		from fontTools.ttLib import TTFont
		text, font = TTFont(sys.argv[1]), TTFont(sys.argv[2], recalcTimestamp=False)
		for table, fields in {"hhea": ["ascent", "descent", "lineGap"],
		                      "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"],
		                      "head": ["modified", "created"]}.items():
		    for f in fields:
		        setattr(font[table], f, getattr(text[table], f))
		font.save(sys.argv[3])
	PY
}

subset NotoSansMath-Regular "$arrows" "$work/arrows.ttf"
subset NotoSansSymbols2-Regular "$signs" "$work/signs.ttf"

for face in NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSerif-BoldItalic; do
	subset "$face" "$letters" "$work/$face.ttf"
	(cd "$work" && pyftmerge --drop-tables=MATH,meta "$face.ttf" arrows.ttf signs.ttf && mv merged.ttf "$face.merged.ttf")
	metrics "$work/$face.ttf" "$work/$face.merged.ttf" "$face.ttf"
done
for face in NotoNaskhArabic-Regular NotoNaskhArabic-Bold NotoSerifHebrew-Regular NotoSerifHebrew-Bold; do
	subset "$face" 'U+0020-007E,U+00A0,U+00AB,U+00BB,U+0590-06FF,U+0750-077F,U+200C-200F,U+FB1D-FDFF,U+FE70-FEFC' "$face.ttf"
done
