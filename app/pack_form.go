package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

var (
	packVariants = []briefing.Variant{
		briefing.VariantFull, briefing.VariantOnePage, briefing.VariantSpeaking, briefing.VariantRestricted,
	}
	packFormats = []string{"pdf", "docx"}
	packSizes   = []string{"a4", "letter"}
)

// packForm is what is asked of a pack beside its items.
type packForm struct {
	w        briefing.Words
	changed  func()
	audience *dropDown
	variant  *dropDown
	format   *dropDown
	language *dropDown
	size     *dropDown
	since    *dropDown
	mark     *field
	copied   *field
	pace     *field
	freeze   *check
	ticks    *tickList
	numbers  []int // of the packs that changes can be shown since; 0 first
}

func newPackForm(w briefing.Words, changed func()) *packForm {
	f := &packForm{w: w, changed: changed, mark: newField(""), copied: newField(""), numbers: []int{0}}
	f.pace = newField(strconv.Itoa(briefing.WordsPerMinute))
	f.ticks = newTickList(w, changed)
	f.freeze = newCheck(w.Say("packs.freeze"), func(bool) {})
	f.language = languageChoice(w, "", changed)
	f.format = choice(w, "packs.format.", packFormats, func(string) { changed() })
	f.size = choice(w, "packs.size.", packSizes, func(string) { changed() })
	f.since = newDropDown([]string{w.Say("packs.since.none")}, func(string) { changed() })
	f.audience = choice(w, "audience.", briefing.Audiences, func(briefing.Audience) { changed() })
	f.variant = choice(w, "variant.", packVariants, func(briefing.Variant) { changed() })
	for _, d := range []*dropDown{f.format, f.size, f.since} {
		d.put(0)
	}
	showChoice(f.audience, briefing.Audiences, briefing.ForDelegation)
	showChoice(f.variant, packVariants, briefing.VariantFull)
	for _, e := range []*field{f.mark, f.copied, f.pace} {
		e.OnChanged = func(string) { changed() }
	}
	return f
}

func (f *packForm) object() fyne.CanvasObject {
	item := func(key string, o fyne.CanvasObject) *widget.FormItem { return widget.NewFormItem(f.w.Say(key), o) }
	return widget.NewForm(
		item("exporting.audience", f.audience), item("packs.variant", f.variant), item("packs.format", f.format),
		item("exporting.language", f.language), item("packs.size", f.size), item("exporting.mark", f.mark),
		item("packs.copy", container.NewGridWithColumns(3, f.copied, smallLabel(f.w.Say("packs.pace")), f.pace)),
		item("packs.since", f.since), item("exporting.ticks", f.ticks.top), item("packs.keep", f.freeze))
}

// order is what the form asks for.
func (f *packForm) order() briefing.PackOrder {
	pace, _ := strconv.Atoi(strings.TrimSpace(f.pace.Text)) // what is no number is nobody's pace
	return briefing.PackOrder{
		Audience: briefing.Audiences[max(0, f.audience.SelectedIndex())], Variant: packVariants[max(0, f.variant.SelectedIndex())],
		Mark: strings.TrimSpace(f.mark.Text), Language: chosenLanguage(f.language), Format: packFormats[max(0, f.format.SelectedIndex())],
		Ticked: f.ticks.ticked(), Letter: f.size.SelectedIndex() == 1, Copy: strings.TrimSpace(f.copied.Text), Pace: max(0, pace),
		Since: f.numbers[max(0, f.since.SelectedIndex())], Freeze: f.freeze.Checked,
	}
}

// offer offers the ticks that make a difference.
func (f *packForm) offer() {
	o := f.order()
	f.ticks.offer(briefing.Gate{Audience: o.Audience, Annex: o.Variant == briefing.VariantRestricted}, briefing.Parts)
}

// offerSince offers the packs made; the one chosen stays.
func (f *packForm) offerSince(made []*briefing.Pack) {
	chosen := f.numbers[max(0, f.since.SelectedIndex())]
	names := []string{f.w.Say("packs.since.none")}
	f.numbers = []int{0}
	at := 0
	for _, p := range slices.Backward(made) {
		if p.Number == chosen {
			at = len(names)
		}
		names = append(names, f.w.Say("packs.pack", "Number", p.Number, "When", sayMoment(p.Made)))
		f.numbers = append(f.numbers, p.Number)
	}
	f.since.Options = names
	f.since.put(at)
}
