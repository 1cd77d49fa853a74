// Package papertest is a fictional note of a fictional organization with all
// that a pack can hold, for the tests of publishers.
package papertest

import (
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/pack"
)

// Dossier is all that is held on the note.
func Dossier() *briefing.Dossier {
	id := func(n byte) briefing.ID { return briefing.ID{15: n} }
	served := &briefing.Meeting{
		ID: id(1), Title: "Informal consultation on the lighthouse programme", Organization: "Coastal Waters Organization",
		Place: "Rotterdam", Room: "Room B", Start: "2026-03-17", End: "2026-03-17",
		Documents: []briefing.Document{
			{Title: "Background paper on automatic lights", Status: briefing.DocumentExpected},
			{Title: "Report of the winter workshop", Symbol: "CWO/W/4", Status: briefing.DocumentAvailable},
		},
	}
	council := &briefing.Meeting{
		ID: id(2), Title: "Forty-first session of the Council", Organization: "Coastal Waters Organization",
		Place: "Rotterdam", Room: "Great Hall", Start: "2026-05-28", End: "2026-06-01",
		Agenda: &briefing.Agenda{Symbol: "CWO/C/41/1", Items: []briefing.AgendaItem{
			{Label: "1", Title: "Opening of the session", Slot: slot("2026-05-28", "10:00", "11:00"), Cluster: "Opening and elections", Block: "i1"},
			{Label: "2", Title: "Election of officers", Slot: slot("2026-05-28", "10:00", "11:00"), Cluster: "Opening and elections", Block: "i2", Lead: "Deputy head"},
			{Label: "3", Title: "Adoption of the agenda", Slot: slot("2026-05-28", "11:00", "12:30"), Cluster: "Programme", Block: "i3"},
			{Label: "4", Title: "Lighthouse programme 2027", Slot: slot("2026-05-29", "10:00", "13:00"), Block: "i4", Lead: "Head of delegation"},
		}},
	}
	return &briefing.Dossier{
		Note: &briefing.Note{
			ID: id(3), Symbol: "CWO/IC/2026/3", Title: "Lights for the next decade", Date: "2026-03-02",
			Language: "en", Meeting: id(1),
		},
		Text:         &briefing.Text{Note: id(3), Blocks: theBlocks()},
		Meetings:     []*briefing.Meeting{served, council},
		Asks:         theAsks(),
		Positions:    thePositions(),
		Observations: theObservations(),
		Delegations: []*briefing.Delegation{
			delegation(21, "Aurelia"), delegation(22, "Borealia"), delegation(23, "Cordia"), delegation(24, "Group of Islands"),
		},
		Annotations: []*briefing.Annotation{
			{ID: id(71), Anchor: briefing.Anchor{Block: "b9"}, Kind: briefing.KindConcern, Text: "Ask who pays for the second workshop."},
			{ID: id(72), Anchor: briefing.Anchor{Block: "b3"}, Kind: briefing.KindFact, Text: "Our own lights were automated in 2019."},
		},
		Settings: briefing.Settings{Delegation: "Delegation of Meridia", Mark: "RESTRICTED", Demo: true},
	}
}

func slot(d briefing.Date, from, to string) briefing.Slot {
	return briefing.Slot{Date: d, Start: from, End: to}
}

func delegation(n byte, name string) *briefing.Delegation {
	return &briefing.Delegation{ID: briefing.ID{15: n}, Names: map[string]string{"en": name}}
}

func theBlocks() []briefing.Block {
	body := func(id string, k briefing.Kind, label, text string) briefing.Block {
		return briefing.Block{ID: id, Kind: k, Part: briefing.PartBody, Label: label, Text: text}
	}
	withRuns := func(b briefing.Block, runs ...briefing.Run) briefing.Block {
		b.Runs = runs
		return b
	}
	under := func(parent string, b briefing.Block) briefing.Block {
		b.Parent = parent
		return b
	}
	annex := func(id string, k briefing.Kind, label, text string) briefing.Block {
		return briefing.Block{ID: id, Kind: k, Part: "annex1", Label: label, Text: text}
	}
	heading := body("b0", briefing.KindHeading, "", "The programme so far")
	heading.Level = 1
	next := body("b6", briefing.KindHeading, "", "Themes for 2027")
	next.Level = 1
	table := body("b11", briefing.KindTable, "", "")
	table.Rows = [][]string{{"Year", "Lights", "Keepers"}, {"2024", "212", "41"}, {"2025", "219", "33"}}
	return []briefing.Block{
		body("m1", briefing.KindMasthead, "", "COASTAL WATERS ORGANIZATION"),
		body("m2", briefing.KindMasthead, "", "CWO/IC/2026/3 · Rotterdam, 2 March 2026 · Original: English"),
		heading,
		body("b1", briefing.KindParagraph, "1", "This note informs members of the work on lights since the autumn and seeks their views on the theme and the workshops of 2027."),
		withRuns(body("b3", briefing.KindParagraph, "2", "The winter workshop was attended by 140 keepers and officials from the UN and several NGO networks. Its report is available from the secretariat.1 Many asked that automatic lights keep a person within reach."),
			briefing.Run{Start: 145, End: 146, Style: briefing.Superscript, NoteRef: "f1"}),
		body("f1", briefing.KindFootnote, "1", "CWO/W/4, at https://example.org/cwo/w4 (accessed in February 2026)."),
		body("b4", briefing.KindParagraph, "3", "The programme rests on three strands:"),
		under("b4", body("b4a", briefing.KindBullet, "", "maintenance of existing lights,")),
		under("b4", body("b4b", briefing.KindBullet, "", "training of keepers, and")),
		under("b4", body("b4c", briefing.KindBullet, "", "exchange of data with ships.")),
		body("b5", briefing.KindParagraph, "4", "The secretariat looks forward to the contributions of members to the fund for training."),
		next,
		body("b8", briefing.KindParagraph, "5", "The secretariat proposes Lights and People as the theme of 2027. Earlier themes dealt with machines; little was said of those who tend them, on whom, as referred to in paragraph 2, the safety of ships still depends."),
		body("b9", briefing.KindParagraph, "6", "The secretariat seeks the views of members on the two workshops of 2027. It requests delegations to consider the three topics below, or any other that they may propose, and to select two of them at the consultation."),
		under("b9", withRuns(body("o1", briefing.KindBullet, "", "Fog and climate: warmer seas bring more fog. The workshop would bring keepers and weather services together."), briefing.Run{Start: 0, End: 16, Style: briefing.Bold})),
		under("b9", withRuns(body("o2", briefing.KindBullet, "", "South–South training: most new lights stand in the South, most schools in the North."), briefing.Run{Start: 0, End: 22, Style: briefing.Bold})),
		under("b9", withRuns(body("o3", briefing.KindBullet, "", "Keepers’ health: isolation, night work and what employers owe to those who do it."), briefing.Run{Start: 0, End: 15, Style: briefing.Bold})),
		body("b10", briefing.KindParagraph, "7", "Dates in the first and third quarters of 2027 are being looked at. The table shows the numbers."),
		table,
		body("ar", briefing.KindText, "", "تعيد تأكيد التزامها بسلامة الملاحة (الفقرة 5) وفقا لوثيقة CWO/W/4."),
		annex("a0", briefing.KindAnnex, "", "Annex: provisional agenda of the forty-first session"),
		annex("d1", briefing.KindAgendaDay, "", "Thursday, 28 May 2026"),
		annex("i1", briefing.KindAgendaItem, "1", "Opening of the session"),
		annex("i2", briefing.KindAgendaItem, "2", "Election of officers"),
		annex("i3", briefing.KindAgendaItem, "3", "Adoption of the agenda"),
		annex("i4", briefing.KindAgendaItem, "4", "Lighthouse programme 2027"),
	}
}

func theAsks() []*briefing.Ask {
	reason := func(class briefing.AskClass, start, end int) briefing.Reason {
		return briefing.Reason{Class: class, Start: start, End: end}
	}
	return []*briefing.Ask{
		{ID: briefing.ID{15: 31}, Code: "1", Block: "b1", Class: briefing.AskViews, Strength: briefing.Strong, SummaryOf: []string{"5", "6"}, Reason: reason(briefing.AskViews, 70, 90)},
		{ID: briefing.ID{15: 32}, Code: "4", Block: "b5", Class: briefing.AskSoft, Strength: briefing.Soft, Reason: reason(briefing.AskSoft, 16, 29)},
		{ID: briefing.ID{15: 33}, Code: "5", Block: "b8", Class: briefing.AskPropose, Strength: briefing.Strong, Reason: reason(briefing.AskPropose, 4, 24)},
		{
			ID: briefing.ID{15: 34}, Code: "6", Block: "b9", Class: briefing.AskChoose, Strength: briefing.Strong,
			Reason: reason(briefing.AskChoose, 79, 110), Choose: 2, OwnOption: true,
			Options: []briefing.Option{
				{Code: "1", Block: "o1", Title: "Fog and climate"},
				{Code: "2", Block: "o2", Title: "South–South training"},
				{Code: "3", Block: "o3", Title: "Keepers’ health"},
			},
		},
	}
}

func thePositions() []*briefing.Position {
	type texts = map[briefing.Field]string
	return []*briefing.Position{
		{
			ID: briefing.ID{15: 41}, Subject: briefing.Subject{Kind: briefing.OnAsk, Block: "b9", Ask: "6"}, State: briefing.StateCleared,
			Stance: briefing.StanceAccepts, Priority: briefing.PriorityMust, Intervene: briefing.InterveneYes, Seconds: 60,
			Clearance: &briefing.Clearance{Name: "A. Lindqvist", Department: "Maritime Affairs", Date: "2026-03-12", Reference: "MA/26/118"},
			Ranking:   []briefing.Rank{{Option: "1", Place: 2}, {Option: "3", Place: 1}, {Option: "own", Place: 3}},
			Marks:     map[briefing.Field]string{briefing.FieldRedLine: "CONFIDENTIAL"},
			Texts: texts{
				briefing.FieldOneLiner:  "Keepers’ health first, fog second; no third workshop.",
				briefing.FieldObjective: "Two workshops within the present budget, with keepers’ health as one of them.",
				briefing.FieldLine:      "We favour keepers’ health and fog as the two topics of 2027, within the resources already approved.",
				briefing.FieldSpeakingNote: "Thank you, Chair.\nWe thank the secretariat for a clear note. Of the three topics we would choose keepers’ health first. " +
					"It has waited for years; those who tend the lights have told us so, and the winter workshop heard the same.\n" +
					"Our second choice is fog and climate, where keepers and weather services have much to tell each other. " +
					"We see merit in training between countries of the South and would gladly return to it in 2028.\nBoth workshops should be held within the resources already approved. Thank you.",
				briefing.FieldPoints:           "- Health of keepers has never had a workshop of its own\n- Fog: our weather service offers a speaker and its data of ten years\n- Two workshops are what the budget allows",
				briefing.FieldIfRaised:         "On a third workshop: we would like to see the cost first.",
				briefing.FieldIfPressed:        "We can note the interest and ask for a paper by the autumn.",
				briefing.FieldWording:          "to hold two workshops in 2027, within the resources approved for the programme, on keepers’ health and on fog and climate;",
				briefing.FieldFallback:         "Training in place of fog, if the Group of Islands insists.",
				briefing.FieldRedLine:          "No third workshop financed from assessed contributions.",
				briefing.FieldTactics:          "Speak after Borealia, who will propose the same order.",
				briefing.FieldOwnOption:        "A day on keepers’ families, in the margins",
				briefing.FieldRationale:        "Our union of keepers asked for it in January, and the minister answered in Parliament.",
				briefing.FieldBackgroundOpen:   "Meridia keeps 31 lights, 4 of them with a resident keeper. A study of 2024 found that one keeper in three sleeps badly.",
				briefing.FieldBackgroundClosed: "The ministry of finance has not agreed to the travel of more than two officials.",
				briefing.FieldQuestion:         "May we offer to host the second workshop?",
				briefing.FieldMinistry:         "Ministry of Transport",
				briefing.FieldCapitalComment:   "Not before the summer.",
				briefing.FieldPressLine:        "Meridia supports a programme that thinks of people as well as lamps.",
				briefing.FieldEOP:              "We join consensus on the understanding that both workshops stay within approved resources.",
				briefing.FieldLandingZone:      "Health and training in 2027, fog first in 2028.",
			},
		},
		{
			ID: briefing.ID{15: 42}, Subject: briefing.Subject{Kind: briefing.OnOption, Block: "o1", Ask: "6", Option: "1"},
			State: briefing.StateDraft, Stance: briefing.StanceSupports,
			Texts: texts{briefing.FieldLine: "We support fog and climate as the second topic.", briefing.FieldPoints: "Ten years of data\nA speaker from our weather service"},
		},
		{
			ID: briefing.ID{15: 43}, Subject: briefing.Subject{Kind: briefing.OnOption, Block: "o2", Ask: "6", Option: "2"},
			State: briefing.StateNoObjection, Stance: briefing.StanceFlexible, Texts: texts{briefing.FieldLine: "We see merit in it for 2028."},
		},
		{
			ID: briefing.ID{15: 44}, Subject: briefing.Subject{Kind: briefing.OnParagraph, Block: "b5"}, State: briefing.StateDraft,
			Stance: briefing.StanceRedLine, Texts: texts{briefing.FieldLine: "Contributions to the fund remain voluntary.", briefing.FieldRedLine: "No scale of contributions."},
		},
		{
			ID: briefing.ID{15: 45}, Subject: briefing.Subject{Kind: briefing.OnItem, Block: "i2"}, State: briefing.StateReady,
			Stance: briefing.StanceSponsors, Intervene: briefing.InterveneWithGroup,
			Texts: texts{briefing.FieldLine: "We nominate Ms. Okafor of Cordia for the chair and thank the outgoing bureau."},
		},
	}
}

func theObservations() []*briefing.Observation {
	on := briefing.Subject{Kind: briefing.OnAsk, Block: "b9", Ask: "6"}
	return []*briefing.Observation{
		{ID: briefing.ID{15: 51}, Subject: on, Delegation: briefing.ID{15: 21}, Stance: briefing.StanceSupports, Text: "Health and training", Source: briefing.SourceStated, Date: "2026-02-20", SourceText: "winter workshop"},
		{ID: briefing.ID{15: 52}, Subject: on, Delegation: briefing.ID{15: 22}, Stance: briefing.StanceSupports, Text: "Same order as ours", Source: briefing.SourceTold, Date: "2026-03-03", SourceText: "lunch with their deputy", Confidence: "high"},
		{ID: briefing.ID{15: 53}, Subject: on, Delegation: briefing.ID{15: 24}, Stance: briefing.StanceConcerns, Text: "Training is their first and only wish", Source: briefing.SourcePublished, Date: "2026-02-27", SourceText: "statement on their site"},
		{ID: briefing.ID{15: 54}, Subject: on, Delegation: briefing.ID{15: 23}, Stance: briefing.StanceOpposes, Text: "Wants no workshop at all this year", Source: briefing.SourceHearsay, Date: "2026-03-05", Confidence: "low"},
	}
}

// Pack is the order for a paper of a variant.
func Pack(v briefing.Variant, a briefing.Audience) *briefing.Pack {
	return &briefing.Pack{
		Number: 3, Audience: a, Variant: v, Language: "en", Made: time.Date(2026, 3, 14, 9, 30, 0, 0, time.UTC), Author: "P. Desk",
	}
}

// Paper builds a paper as a desk would.
func Paper(tb testing.TB, v briefing.Variant, a briefing.Audience, language string) *briefing.Paper {
	tb.Helper()
	p := Pack(v, a)
	p.Language = language
	gate := briefing.Gate{Audience: a, Ticked: map[briefing.Part]bool{briefing.PartRestricted: true}, Annex: v == briefing.VariantRestricted}
	paper, err := pack.Builder{}.Pack(Dossier(), p, gate, assets.Words("en"))
	if err != nil {
		tb.Fatalf("build %s for %s: %v", v, a, err)
	}
	return paper
}
