package sentence

import (
	"regexp"
	"strings"
)

// introduction matches headings that begin a body and are no titles.
var introduction = regexp.MustCompile(`(?i)^(?:introduction|introductory remarks|background|context|summary|executive summary|overview|purpose|mandate|foreword|preface|` +
	`contexte|généralités|résumé|historique|objet|avant-propos|mandat|` +
	`introducción|antecedentes|resumen|contexto|objeto|panorama general|` +
	`введение|предисловие|резюме|общие сведения|справочная информация|` +
	`مقدمة|موجز|معلومات أساسية|خلفية|导言|摘要|背景|引言|概述)[.:]?$`)

// Introduces tells whether the text is a heading that begins a body and is no
// title.
func Introduces(text string) bool { return introduction.MatchString(strings.TrimSpace(text)) }
