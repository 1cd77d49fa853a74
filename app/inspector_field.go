package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// The fields that stand open, in the order a delegate writes them.
var mainFields = []briefing.Field{
	briefing.FieldLine, briefing.FieldObjective, briefing.FieldPoints, briefing.FieldIfRaised, briefing.FieldIfPressed,
	briefing.FieldWording, briefing.FieldSpeakingNote, briefing.FieldQuestion,
}

// secretFields are shut until they are opened on purpose.
var secretFields = []briefing.Field{
	briefing.FieldFallback, briefing.FieldRedLine, briefing.FieldTactics, briefing.FieldConditions,
}

// moreFields are all that are neither open, secret nor have a place of their own.
func moreFields() []briefing.Field {
	var out []briefing.Field
	own := []briefing.Field{briefing.FieldOwnOption, briefing.FieldMinistry}
	placed := [][]briefing.Field{mainFields, secretFields, own}
next:
	for _, f := range briefing.Fields {
		for _, list := range placed {
			for _, x := range list {
				if x == f {
					continue next
				}
			}
		}
		out = append(out, f)
	}
	return out
}

// fieldBox is a field's name, its editor and a word on its length.
type fieldBox struct {
	field briefing.Field
	w     briefing.Words
	edit  *editor
	pass  *wheelPass
	name  *widget.Label
	note  *widget.Label
	box   *fyne.Container
	// unknown lists words that no dictionary knows, and offers others.
	unknown *button
}

func newFieldBox(f briefing.Field, w briefing.Words, panel *container.Scroll, typed func(briefing.Field, string), left func()) *fieldBox {
	b := &fieldBox{field: f, w: w, name: fieldName(w.Say("field." + f.String())), note: smallLabel("")}
	b.note.Hide()
	b.unknown = newQuietButton("", nil)
	b.unknown.Alignment = widget.ButtonAlignLeading
	b.unknown.Hide()
	least := 1
	if f == briefing.FieldLine || f == briefing.FieldPoints {
		least = 2
	}
	b.edit = newEditor(least, func(text string) {
		b.remark(text)
		typed(f, text)
	}, left)
	b.edit.SetPlaceHolder(w.Say("field." + f.String() + ".hint"))
	// Where the text fits, the wheel scrolls the panel and does not stop here.
	b.pass = newWheelPass(panel.Scrolled)
	b.box = container.New(tight(), b.name, container.NewStack(b.edit, b.pass), b.note, b.unknown)
	return b
}

// fieldName is the small heading above an editor.
func fieldName(text string) *widget.Label {
	l := smallLabel(text)
	l.TextStyle.Bold = true
	return l
}

// smallLabel is secondary text.
func smallLabel(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameCaptionText
	l.Wrapping = fyne.TextWrapWord
	return l
}

// remark says how long the text is, once that matters, and leaves the wheel
// to the editor once its text no longer fits.
func (b *fieldBox) remark(text string) {
	said, tooLong := sayLength(b.w, text)
	b.note.Importance = widget.MediumImportance
	if tooLong {
		b.note.Importance = widget.DangerImportance
	}
	b.note.SetText(said)
	setVisible(b.note, said != "")
	setVisible(b.pass, b.edit.rows < editorRows)
}

// show shows what the draft has.
func (b *fieldBox) show(p *briefing.Position) { b.edit.show(p.Text(b.field)) }

// setVisible shows or hides an object, touching it only where that changes something.
func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// tightLayout stacks a name close over what it names: the labels' own padding
// is taken back.
type tightLayout struct{}

func tight() fyne.Layout { return tightLayout{} }

// overlap is how far each object moves up over a label's padding.
func (tightLayout) overlap() float32 { return theme.InnerPadding() - 1 }

// MinSize is the height of all, less what they overlap.
func (l tightLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
		if _, label := o.(*widget.Label); label {
			size.Height -= l.overlap()
		}
	}
	return size
}

// Layout places them from the top.
func (l tightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		// A wrapped label knows its height only at its width.
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		label, isLabel := o.(*widget.Label)
		if isLabel && label.TextStyle.Bold {
			o.Move(fyne.NewPos(-theme.InnerPadding()/2, y))
		} else {
			o.Move(fyne.NewPos(0, y))
		}
		y += height
		if isLabel {
			y -= l.overlap()
		}
	}
}
