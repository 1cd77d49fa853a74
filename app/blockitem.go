package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// blockItem is one line of the blocks of an import: a bar where it is
// doubtful, the kind, the number, the first words.
type blockItem struct {
	widget.BaseWidget
	doubt *ground
	kind  *widget.Label
	label *widget.Label
	text  *widget.Label
	top   fyne.CanvasObject
}

func newBlockItem() fyne.CanvasObject {
	b := &blockItem{kind: line(""), label: line(""), text: line("")}
	b.kind.Importance, b.kind.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	b.label.TextStyle.Bold = true
	b.doubt = newGround(theme.ColorNameBackground, gap(4, 0))
	left := container.New(layout.NewCustomPaddedHBoxLayout(0), b.doubt, fixedWide(92, b.kind), fixedWide(40, b.label))
	b.top = container.New(snug(9), container.NewBorder(nil, nil, left, nil, b.text))
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer shows the line.
func (b *blockItem) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.top) }

// put shows a block in the line.
func (b *blockItem) put(block *briefing.Block, w briefing.Words) {
	b.doubt.fill = theme.ColorNameBackground
	kind := w.Say("import.kind." + string(block.Kind))
	if len(block.Doubts) > 0 {
		b.doubt.fill = familyDoubt + ".ink"
		kind = "? " + kind
	}
	b.doubt.Refresh()
	b.kind.SetText(kind)
	b.label.SetText(block.Label)
	b.text.TextStyle.Bold = block.Kind == briefing.KindHeading || block.Kind == briefing.KindAnnex
	b.text.Importance = widget.MediumImportance
	if block.Kind == briefing.KindFurniture {
		b.text.Importance = widget.LowImportance
	}
	b.text.SetText(oneLine(block.Text))
}
