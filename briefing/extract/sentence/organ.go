package sentence

import (
	"regexp"
)

// Organ matches the words for bodies that take decisions.
var Organ = regexp.MustCompile(`(?i)\b(council|assembly|committee|commission|conference|board|congress|parties|meeting|forum|body|bureau|panel|working (?:party|group)|task force)\b|` +
	`conseil|assemblée|comité|conférence|congrès|réunion|groupe de travail|consejo|asamblea|comisión|conferencia|junta|congreso|reunión|grupo de trabajo|` +
	`совет|ассамблея|комитет|комиссия|конференция|مجلس|جمعية|الجمعية|لجنة|اللجنة|مؤتمر|المؤتمر|理事会|大会|委员会|会议`)
