package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
)

// made is when the batch of the tests was prepared.
var made = time.Date(2026, 11, 16, 15, 42, 7, 0, time.UTC)

var english = assets.Words("en")

func id(n byte) briefing.ID { return briefing.ID{0x01, 0x93, 0x2f, 0, 0, 0, 0x70, 0, 0x80, 15: n} }

// secrets are words of the fixture that leave only when ticked, or never.
var secrets = map[briefing.Part]string{
	briefing.PartRestricted:     "KINGFISHER",
	briefing.PartOthersClosed:   "MAGPIE",
	briefing.PartOthersOpen:     "WAGTAIL",
	briefing.PartAnnotations:    "NIGHTJAR",
	briefing.PartReasons:        "CORMORANT",
	briefing.PartCapital:        "GOLDCREST",
	briefing.PartBackgroundShut: "BITTERN",
}

// waterways is a fictional note of a fictional commission: two chapters, an
// ask for views that sums up two others, a proposal, a choice of two of
// three, an annexed agenda.
func waterways(tb testing.TB) *briefing.Dossier {
	tb.Helper()
	d := &briefing.Dossier{
		Note: &briefing.Note{
			ID: id(1), Symbol: "SWC/2026/7", Title: "Shared waterways: themes and workshops for 2027",
			Organization: "Shared Waterways Commission", Body: "Preparatory Group", Date: "2026-11-02", MeetingDate: "2026-11-24",
			Language: "en", Meeting: id(2),
		},
		Meetings: []*briefing.Meeting{{
			ID: id(2), Title: "Preparatory Group, third meeting", Start: "2026-11-24", End: "2026-11-25", Place: "Lakeside", State: briefing.DossierDrafting,
		}},
		Settings:  briefing.Settings{Author: "R. Ferris", Delegation: "Permanent Mission of Westmark", Mark: "RESTRICTED & LIMITED", Language: "en"},
		Revisions: map[briefing.Key]uint64{},
	}
	d.Text = &briefing.Text{Note: id(1), Blocks: waterwaysBlocks()}
	d.Asks = waterwaysAsks()
	d.Positions = waterwaysPositions()
	d.Delegations, d.Observations = waterwaysRoom()
	d.Annotations = []*briefing.Annotation{{
		ID: id(90), Note: id(1), Anchor: briefing.Anchor{Block: "b8"}, Kind: briefing.KindConcern,
		Text: "Check the cost of two workshops with NIGHTJAR.", Author: "R. Ferris",
	}}
	for i, p := range d.Positions {
		d.Revisions[p.Key()] = uint64(3 + i)
	}
	return d
}

func waterwaysBlocks() []briefing.Block {
	long := "River basins do not follow borders. " + strings.Repeat("Basin authorities report that early exchange of flow data has shortened the warning time for floods, while the costs of gauging stations remain unevenly shared between upstream and downstream members. ", 7)
	b := func(id string, kind briefing.Kind, label, text string) briefing.Block {
		return briefing.Block{ID: id, Kind: kind, Part: briefing.PartBody, Label: label, Text: text}
	}
	blocks := []briefing.Block{
		b("b1", briefing.KindMasthead, "", "SHARED WATERWAYS COMMISSION"),
		b("b2", briefing.KindHeading, "", "Exchange of flow data"),
		b("b3", briefing.KindParagraph, "1", "This note seeks the views of members on the theme for 2027 and on the topics of two workshops."),
		b("b4", briefing.KindParagraph, "2", long),
		b("b5", briefing.KindParagraph, "3", "The Secretariat intends to publish gauging data once a quarter, and hopes that members will add their own."),
		b("b6", briefing.KindHeading, "", "Theme and workshops for 2027"),
		b("b7", briefing.KindParagraph, "4", "The Secretariat proposes as theme “Sharing water, sharing risk”."),
		b("b8", briefing.KindParagraph, "5", "Members are requested to select two of the three topics listed below, or another topic of their own, for the workshops of 2027."),
		b("b9", briefing.KindBullet, "", "Floods and early warning: a workshop that brings forecasters and civil protection to one table."),
		b("b10", briefing.KindBullet, "", "Ports and inland navigation: how fees, locks and working hours could be aligned."),
		b("b11", briefing.KindBullet, "", "Ecological flow: what a river needs, and who pays for it in dry years."),
		b("b12", briefing.KindParagraph, "6", "Dates in the first and third quarters are under consideration."),
		{ID: "b13", Kind: briefing.KindAnnex, Part: "annex1", Text: "Annex: provisional agenda"},
		{ID: "b14", Kind: briefing.KindAgendaItem, Part: "annex1", Label: "2", Text: "Election of officers"},
	}
	for i := 8; i <= 10; i++ {
		blocks[i].Parent = "b8"
	}
	return blocks
}

func waterwaysAsks() []*briefing.Ask {
	return []*briefing.Ask{
		{ID: id(20), Note: id(1), Code: "1", Block: "b3", Class: briefing.AskViews, Strength: briefing.Strong, SummaryOf: []string{"4", "5"}},
		{ID: id(21), Note: id(1), Code: "4", Block: "b7", Class: briefing.AskPropose, Strength: briefing.Strong},
		{
			ID: id(22), Note: id(1), Code: "5", Block: "b8", Class: briefing.AskChoose, Strength: briefing.Strong, Choose: 2, OwnOption: true,
			Options: []briefing.Option{
				{Code: "1", Block: "b9", Title: "Floods and early warning"},
				{Code: "2", Block: "b10", Title: "Ports and inland navigation"},
				{Code: "3", Block: "b11", Title: "Ecological flow"},
			},
		},
	}
}

func on(kind briefing.SubjectKind, block, ask, option string) briefing.Subject {
	return briefing.Subject{Kind: kind, Block: block, Ask: ask, Option: option}
}

func waterwaysPositions() []*briefing.Position {
	p := func(n byte, s briefing.Subject, state briefing.PositionState, stance briefing.Stance, texts map[briefing.Field]string) *briefing.Position {
		return &briefing.Position{ID: id(n), Note: id(1), Subject: s, State: state, Stance: stance, Texts: texts, Changed: made}
	}
	all := []*briefing.Position{
		p(30, on(briefing.OnParagraph, "b5", "", ""), briefing.StateDraft, briefing.StanceAccepts, map[briefing.Field]string{
			briefing.FieldLine:     "=HYPERLINK(\"http://example.org\",\"We can accept quarterly data\") if costs stay with the budget.",
			briefing.FieldPoints:   "Data once a quarter is enough.\r\nMonthly data would need two more posts.",
			briefing.FieldFallback: "KINGFISHER: monthly data if the budget pays.",
			briefing.FieldRedLine:  "KINGFISHER: no raw data before it is checked.",
			briefing.FieldQuestion: "May we offer our own stations?", briefing.FieldMinistry: "Ministry of Water",
			briefing.FieldBackgroundClosed: "BITTERN", briefing.FieldRationale: "CORMORANT",
		}),
		p(31, on(briefing.OnAsk, "b7", "4", ""), briefing.StateReady, briefing.StanceSupports, map[briefing.Field]string{
			briefing.FieldLine: "Westmark supports the theme “Sharing water, sharing risk”.", briefing.FieldMinistry: "Ministry of Water",
			briefing.FieldCapitalComment: "GOLDCREST", briefing.FieldLandingZone: "CORMORANT: the theme with a footnote on costs.",
		}),
		p(32, on(briefing.OnAsk, "b8", "5", ""), briefing.StateDraft, briefing.StanceFlexible, map[briefing.Field]string{
			briefing.FieldLine: "We prefer floods and ecological flow.", briefing.FieldOwnOption: "Groundwater across borders",
			briefing.FieldMinistry: "Ministry of the Interior",
		}),
		p(33, on(briefing.OnOption, "b10", "5", "2"), briefing.StateDraft, briefing.StanceRedLine, map[briefing.Field]string{
			briefing.FieldLine: "Fees are a matter of national law.", briefing.FieldMinistry: "Ministry of Transport",
		}),
		p(34, on(briefing.OnItem, "b14", "", ""), briefing.StateCleared, briefing.StanceSupports, map[briefing.Field]string{
			briefing.FieldLine: "Westmark supports the chair’s list.",
		}),
	}
	all[1].Priority = briefing.PriorityMust
	all[2].Ranking = []briefing.Rank{{Option: "1", Place: 1}, {Option: "3", Place: 2}}
	all[4].Clearance = &briefing.Clearance{Name: "A. Lund", Department: "GOLDCREST Department", Date: "2026-11-12", Reference: "WD/441"}
	return all
}

// waterwaysRoom has two groups, of which the first speaks as one for a member
// that joined in time and one that did not, and four states.
func waterwaysRoom() ([]*briefing.Delegation, []*briefing.Observation) {
	name := func(n byte, code, en, fr string) *briefing.Delegation {
		return &briefing.Delegation{ID: id(n), Code: code, Kind: briefing.KindState, Names: map[string]string{"en": en, "fr": fr}}
	}
	basin := name(50, "UBU", "Upper Basin Union", "Union du haut bassin")
	basin.Kind, basin.Rule = briefing.KindGroup, briefing.GroupSpeaksAsOne
	basin.Members = []briefing.Member{{Delegation: id(51), From: "2020-01-01"}, {Delegation: id(52), From: "2027-01-01"}}
	delta := name(55, "DG", "Delta Group", "Groupe du delta")
	delta.Kind, delta.Rule = briefing.KindGroup, briefing.GroupInformation
	delta.Members = []briefing.Member{{Delegation: id(53)}}
	states := []*briefing.Delegation{
		basin, name(51, "NO", "Norland", "Norlande"), name(52, "SU", "Sudria", "Sudrie"), name(53, "ES", "Estovia", "Estovie"), name(54, "KA", "Karst", "Karst"), delta,
	}
	o := func(n byte, s briefing.Subject, who byte, stance briefing.Stance, source briefing.SourceKind, date briefing.Date, said string) *briefing.Observation {
		return &briefing.Observation{
			ID: id(n), Note: id(1), Subject: s, Delegation: id(who), Stance: stance, Source: source, Date: date, Text: said,
			SourceText: "MAGPIE, counsellor", Confidence: "medium", Author: "R. Ferris", Created: made,
		}
	}
	theme, ports, data := on(briefing.OnAsk, "b7", "4", ""), on(briefing.OnOption, "b10", "5", "2"), on(briefing.OnParagraph, "b5", "", "")
	return states, []*briefing.Observation{
		o(60, theme, 50, briefing.StanceSupports, briefing.SourceStated, "2026-11-10", "WAGTAIL: a good theme."),
		o(61, theme, 52, briefing.StanceOpposes, briefing.SourceTold, "2026-11-11", "MAGPIE: prefers last year’s theme."),
		o(62, theme, 53, briefing.StanceReservation, briefing.SourceStated, "2026-11-09", "WAGTAIL: still studying it."),
		o(63, theme, 53, briefing.StanceConcerns, briefing.SourceHearsay, "2026-11-13", "MAGPIE: will say no."),
		o(64, ports, 54, briefing.StanceSponsors, briefing.SourcePublished, "2026-11-01", "WAGTAIL: proposed this topic."),
		o(65, data, 55, briefing.StanceFlexible, briefing.SourceStated, "2026-11-10", "WAGTAIL: once a quarter or twice a year."),
		o(66, data, 51, briefing.StanceRedLine, briefing.SourceStated, "2026-11-12", "WAGTAIL: never."),
	}
}

// fleet is a dossier of many positions, for measuring.
func fleet(tb testing.TB, rows int) *briefing.Dossier {
	tb.Helper()
	d := waterways(tb)
	d.Positions, d.Asks = nil, nil
	for i := range rows {
		block := briefing.Block{
			ID: fmt.Sprintf("f%d", i), Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: fmt.Sprint(i + 1),
			Text: strings.Repeat("Members that share a basin exchange their data in good time and at their own cost. ", 4),
		}
		d.Text.Blocks = append(d.Text.Blocks, block)
		p := &briefing.Position{
			ID: briefing.ID{1, 14: byte(i >> 8), 15: byte(i)}, Note: id(1), State: briefing.StateDraft, Stance: briefing.StanceAccepts,
			Subject: on(briefing.OnParagraph, block.ID, "", ""),
			Texts: map[briefing.Field]string{
				briefing.FieldLine:   "We can accept the paragraph if the costs stay with the budget of the Commission.",
				briefing.FieldPoints: "Good data saves lives. The budget has room for it.", briefing.FieldMinistry: "Ministry of Water",
			},
		}
		d.Positions = append(d.Positions, p)
		d.Revisions[p.Key()] = 1
	}
	return d
}
