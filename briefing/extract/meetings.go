package extract

import (
	"regexp"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/sentence"
)

// proposeMeetings gives the meeting the note serves and those whose agenda it
// annexes.
func (b *builder) proposeMeetings(n *briefing.Note, of map[string]metadata) []briefing.Meeting {
	var out []briefing.Meeting
	if served := b.served(n, of[briefing.PartBody]); served != nil {
		out = append(out, *served)
	}
	for i, annex := range n.Annexes {
		m := of[annex.Part]
		items := b.agendaOf(annex.Part)
		if items == nil && (m.from == "" || m.session == "") {
			continue
		}
		meeting := briefing.Meeting{
			Organization: n.Organization, Session: sessionNumber(m.session), Place: m.place, Room: m.room,
			Start: m.from, End: m.to, Role: briefing.RoleAnnexed,
			Agenda: &briefing.Agenda{Symbol: annex.Symbol, Title: annex.Title, Date: annex.Date, Items: items},
		}
		meeting.Title = meetingTitle(n, &n.Annexes[i], meeting.Session)
		out = append(out, meeting)
	}
	return out
}

// served is the meeting that the note itself is for: the one its title lines
// date or name, or the one whose agenda it is. nil where it names none.
func (b *builder) served(n *briefing.Note, m metadata) *briefing.Meeting {
	items := b.agendaOf(briefing.PartBody)
	if n.MeetingDate == "" && n.Body == "" && items == nil {
		return nil
	}
	meeting := &briefing.Meeting{
		Title: n.Body, Organization: n.Organization, Session: sessionNumber(n.Session), Place: m.place, Room: m.room,
		Start: n.MeetingDate, End: m.to, Role: briefing.RoleServes,
	}
	if items != nil {
		meeting.Agenda = &briefing.Agenda{Symbol: n.Symbol, Title: n.Title, Date: n.Date, Items: items}
		if meeting.Start == "" {
			meeting.Start, meeting.End = items[0].Slot.Date, items[len(items)-1].Slot.Date
		}
	}
	if meeting.Title == "" {
		meeting.Title = n.Title
	}
	return meeting
}

// meetingTitle names the meeting of an annexed agenda: the organ that the note
// says the agenda is of, its organization before it and its session behind.
func meetingTitle(n *briefing.Note, annex *briefing.Annex, session string) string {
	organ := agendaOrgan(n.Documents, annex.Title)
	if organ != "" && n.Organization != "" && !strings.Contains(organ, n.Organization) {
		organ = n.Organization + " " + organ
	}
	switch {
	case organ == "" && session == "":
		return annex.Title
	case organ == "":
		return session
	case session == "":
		return organ
	}
	return organ + ", " + session
}

var ofOrgan = regexp.MustCompile(`(?i)^.*?(?:\bof the\b|\bof\b|\bdu\b|\bde la\b|\bde l['’]|\bdel\b) ?(?:\pL+(?:th|st|nd|rd|e)? session of the )?(\p{Lu}.*)$`)

// agendaOrgan is the organ in the name of the attached agenda: "Provisional
// Agenda of the Council".
func agendaOrgan(documents []briefing.Document, title string) string {
	for _, d := range documents {
		if d.Status != briefing.DocumentAttached || title == "" || !strings.HasPrefix(strings.ToLower(d.Title), strings.ToLower(title)) {
			continue
		}
		if m := ofOrgan.FindStringSubmatch(d.Title[len(title):]); m != nil && sentence.Organ.MatchString(m[1]) {
			return m[1]
		}
	}
	return ""
}

// agendaOf lists the items of a part with the time and the cluster they stand
// under; nil where the part has none.
func (b *builder) agendaOf(part string) []briefing.AgendaItem {
	var out []briefing.AgendaItem
	clusters := map[string]string{}
	for _, block := range b.blocks {
		if block.Part != part {
			continue
		}
		switch block.Kind {
		case briefing.KindAgendaSlot:
			clusters[block.ID] = block.Text
		case briefing.KindAgendaItem:
			item := briefing.AgendaItem{Label: block.Label, Title: block.Text, Cluster: clusters[block.Parent], Block: block.ID}
			if block.Slot != nil {
				item.Slot = *block.Slot
			}
			out = append(out, item)
		case briefing.KindMasthead, briefing.KindHeading, briefing.KindParagraph, briefing.KindSubparagraph, briefing.KindBullet,
			briefing.KindContinuation, briefing.KindQuotation, briefing.KindPreamble, briefing.KindText, briefing.KindFootnote,
			briefing.KindAgendaDay, briefing.KindTable, briefing.KindAnnex, briefing.KindFurniture:
		}
	}
	return out
}
