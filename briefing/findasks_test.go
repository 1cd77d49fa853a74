package briefing_test

import (
	"testing"

	"placard/briefing"
)

// asked reads one paragraph in a language and gives its ask; nil for none.
func asked(language, text string) *briefing.Ask {
	note := briefing.Note{Language: language, MeetingDate: "2031-05-21"}
	blocks := []briefing.Block{{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "7", Text: text}}
	asks := briefing.FindAsks(&note, blocks, briefing.DefaultTriggers())
	if len(asks) == 0 {
		return nil
	}
	return &asks[0]
}

func TestFindAsksByPhrase(t *testing.T) {
	tests := []struct {
		language, text string
		class          briefing.AskClass // empty: asks nothing
	}{
		{"en", "The Council is invited to take note of the report.", briefing.AskInvite},
		{"en", "The Committee may wish to consider the fees.", briefing.AskMayWish},
		{"en", "The Secretariat would welcome guidance on the fees.", briefing.AskViews},
		{"en", "It is proposed that the fees be raised.", briefing.AskPropose},
		{"en", "The Secretariat looks forward to the debate.", briefing.AskSoft},
		{"en", "Urges all keepers to save oil;", briefing.AskRequest},
		{"en", "Notes the report.", ""}, // formal, but no draft
		{"en", "As the Council is invited to do every year, it met.", ""},
		{"en", "The Council was invited to take note of the report.", ""},
		{"en", "The Board is not invited to comment.", ""},
		{"en", "Members usually select two topics in spring.", ""},
		{"en", "This leaves adequate time for members to provide guidance.", ""},
		{"en", "The Board requested members to send lists.", ""},
		{"fr", "Le Comité est invité à examiner les droits.", briefing.AskInvite},
		{"fr", "Le Conseil d’administration souhaitera peut-être examiner les droits.", briefing.AskMayWish},
		{"fr", "Elle souhaitera peut-être revenir.", ""},
		{"fr", "Le secrétariat propose de relever les droits.", briefing.AskPropose},
		{"es", "El Consejo tal vez desee examinar las tasas.", briefing.AskMayWish},
		{"es", "Las islas tal vez deseen otro barco.", ""},
		{"es", "La secretaría propone elevar las tasas.", briefing.AskPropose},
		{"ru", "Council is invited to take note.", ""}, // no phrases in that language
		{"en", "The right of the islanders to choose their keepers is protected.", ""},
		{"en", "Please rank the harbours by their depth.", briefing.AskChoose},
		{"en", "Reiterates its urgent call for a truce among keepers;", briefing.AskRequest},
		{"en", "Notes the report, and in this regard calls upon all keepers to save oil;", briefing.AskRequest},
		{"en", "Commends the keepers, and encourages the continuation of their work;", ""},
		{"en", "The Committee urges the State party to mend the lamps.", briefing.AskRequest},
		{"en", "Earlier sessions had discussed how to seek the views of keepers.", ""},
		{"en", "The Working Party is kindly requested to approve the list.", briefing.AskRequest},
		{"fr", "Le Comité prie instamment l’État partie de réparer les phares.", briefing.AskRequest},
		{"fr", "La Conférence est appelée à se prononcer sur les droits.", briefing.AskInvite},
		{"fr", "Renouvelle son appel aux gardiens;", briefing.AskRequest},
		{"es", "El Comité insta al Estado parte a reparar los faros.", briefing.AskRequest},
		{"es", "Los miembros están invitados a comentar la lista.", briefing.AskInvite},
		{"es", "Toma nota del informe y pide al Secretario que lo publique;", briefing.AskRequest},
		{"ru", "Комитет рекомендует государству-участнику отремонтировать маяки.", briefing.AskRequest},
		{"ru", "Настоятельно призывает все стороны беречь масло;", briefing.AskRequest},
		{"ru", "Комитет с обеспокоенностью отмечает состояние маяков.", ""},
		{"ru", "Маяк призывает корабли в гавань.", ""},
		{"ar", "يحث جميع الدول على صون المنارات؛", briefing.AskRequest},
		{"ar", "تطلب إلى الأمين العام أن يقدم تقريرا؛", briefing.AskRequest},
		{"ar", "يدين الهجوم على المنارة، ويدعو إلى وقفه؛", briefing.AskRequest},
		{"ar", "يقرر أن يبقي المسألة قيد نظره؛", ""},
		{"ar", "وتشدد اللجنة على أهمية المنارات.", ""},
		{"zh", "敦促所有国家维护灯塔；", briefing.AskRequest},
		{"zh", "注意到报告，为此要求会员国维护灯塔；", briefing.AskRequest},
		{"zh", "再次强调需要解决灯塔问题；", ""},
		{"en-GB", "Delegations are invited to comment.", briefing.AskViews},
		{"", "Le Comité est invité à agir.", briefing.AskInvite}, // language unknown: all phrases
	}
	for _, tt := range tests {
		a := asked(tt.language, tt.text)
		switch {
		case a == nil && tt.class != "":
			t.Errorf("%s %q: asks nothing, want %s", tt.language, tt.text, tt.class)
		case a != nil && a.Class != tt.class:
			t.Errorf("%s %q: got %s (%q), want %q", tt.language, tt.text, a.Class, a.Reason.Words, tt.class)
		}
	}
}

func TestFindAsksDueDate(t *testing.T) {
	for text, want := range map[string]briefing.Date{
		"Members are requested to send lists no later than 12 May 2031.": "2031-05-12",
		"Members are requested to send lists by June 2031.":              "2031-06",
		"Members are requested to send lists.":                           "2031-05-21",
		"The Secretariat hopes for lists.":                               "", // soft asks fall due nowhere
	} {
		a := asked("en", text)
		if a == nil || a.Due != want {
			t.Errorf("%q: got %+v, want due %q", text, a, want)
		}
	}
}

// TestFindAsksFallDueAfterTheNote: a session's printed span may have begun
// before the note was written.
func TestFindAsksFallDueAfterTheNote(t *testing.T) {
	blocks := []briefing.Block{{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "The Council is invited to vote."}}
	for _, tt := range []struct{ written, meeting, want briefing.Date }{
		{"2031-05-01", "2031-05-21", "2031-05-21"},
		{"2031-05-22", "2031-05-21", ""},
		{"2031-05-22", "2031-05", "2031-05"},
		{"", "2031-05-21", "2031-05-21"},
	} {
		note := briefing.Note{Language: "en", Date: tt.written, MeetingDate: tt.meeting}
		if got := briefing.FindAsks(&note, blocks, briefing.DefaultTriggers())[0].Due; got != tt.want {
			t.Errorf("written %q for %q: due %q, want %q", tt.written, tt.meeting, got, tt.want)
		}
	}
}

// TestFindAsksKnowsAdoptedResolutions by what stands above them: what they
// decide is decided, what they want of others is still asked.
func TestFindAsksKnowsAdoptedResolutions(t *testing.T) {
	for masthead, want := range map[string]int{
		"Draft resolution": 2, "WHA66.8 Lamps": 1, "EB152.R3": 1, "Resolution A.1006(25)": 1, "LC/RES/31/2": 1, "LC/EA.5/Res.14": 1, "Adopted by the Council on 3 May 2031": 1,
	} {
		blocks := []briefing.Block{
			{ID: "b1", Kind: briefing.KindMasthead, Part: briefing.PartBody, Text: masthead},
			{ID: "b2", Kind: briefing.KindPreamble, Part: briefing.PartBody, Text: "Recalling its resolutions on lamps,"},
			{ID: "b3", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "Adopts the plan of the lamps;"},
			{ID: "b4", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "2", Text: "Urges all keepers to save oil."},
		}
		if got := len(briefing.FindAsks(&briefing.Note{Language: "en"}, blocks, briefing.DefaultTriggers())); got != want {
			t.Errorf("under %q: %d asks, want %d", masthead, got, want)
		}
	}
}

// TestFindAsksKnowsHeadingsThatNameDocuments: what is under discussion asks for
// nothing by its name.
func TestFindAsksKnowsHeadingsThatNameDocuments(t *testing.T) {
	for heading, want := range map[string]int{
		"Draft decision": 1, "Action requested": 1, "Recommendations": 1,
		"Draft resolution (LC/31/L.6)": 0, "Recommendations on posts": 0,
	} {
		blocks := []briefing.Block{
			{ID: "b1", Kind: briefing.KindHeading, Part: briefing.PartBody, Level: 1, Text: heading},
			{ID: "b2", Kind: briefing.KindText, Part: briefing.PartBody, Text: "The oil of the lamps costs more each year."},
		}
		if got := len(briefing.FindAsks(&briefing.Note{Language: "en"}, blocks, briefing.DefaultTriggers())); got != want {
			t.Errorf("under %q: %d asks, want %d", heading, got, want)
		}
	}
}

func TestFindAsksOfPartsBelongToTheParagraph(t *testing.T) {
	note := briefing.Note{Language: "en"}
	blocks := []briefing.Block{
		{ID: "b1", Kind: briefing.KindParagraph, Part: "annex1", Label: "3", Text: "The clerk notes:"},
		{ID: "b2", Kind: briefing.KindBullet, Part: "annex1", Parent: "b1", Text: "that members are requested to send lists."},
		{ID: "b3", Kind: briefing.KindText, Part: "annex1", Text: "Delegations are invited to comment."},
	}
	asks := briefing.FindAsks(&note, blocks, briefing.DefaultTriggers())
	if len(asks) != 2 || asks[0].Block != "b1" || asks[0].Code != "annex1:3" || asks[1].Code != "b3" {
		t.Fatalf("got %+v", asks)
	}
	if asks[0].Reason.End != 0 || asks[0].Reason.Words == "" {
		t.Errorf("the words stand in the bullet, not at %d of the paragraph", asks[0].Reason.Start)
	}
}

func TestFindAsksCodesAreUnique(t *testing.T) {
	blocks := []briefing.Block{
		{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "Members are requested to sit."},
		{ID: "b2", Kind: briefing.KindParagraph, Part: briefing.PartBody, Series: "s2", Label: "1", Text: "Members are requested to rise."},
	}
	asks := briefing.FindAsks(&briefing.Note{Language: "en"}, blocks, briefing.DefaultTriggers())
	if len(asks) != 2 || asks[0].Code == asks[1].Code {
		t.Errorf("got %+v", asks)
	}
}
