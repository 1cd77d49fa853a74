package briefing

import "time"

// AnnotationKind says what a remark is for.
type AnnotationKind string

// The kinds of annotation.
const (
	KindRemark     AnnotationKind = "remark"
	KindQuestion   AnnotationKind = "question"
	KindProposal   AnnotationKind = "proposal"
	KindConcern    AnnotationKind = "concern"
	KindFact       AnnotationKind = "fact"
	KindToDo       AnnotationKind = "todo"
	KindBackground AnnotationKind = "background"
)

// AnnotationKinds lists the kinds in the order of menus.
var AnnotationKinds = []AnnotationKind{KindRemark, KindQuestion, KindProposal, KindConcern, KindFact, KindToDo, KindBackground}

// Annotation is a reader's remark on a paragraph or a phrase.
type Annotation struct {
	ID      ID             `cbor:"1,keyasint" json:"id"`
	Note    ID             `cbor:"2,keyasint" json:"note"`
	Anchor  Anchor         `cbor:"3,keyasint" json:"anchor"`
	Kind    AnnotationKind `cbor:"4,keyasint" json:"kind"`
	Tags    []string       `cbor:"5,keyasint,omitempty" json:"tags,omitempty"`
	Text    string         `cbor:"6,keyasint" json:"text"`
	Private bool           `cbor:"7,keyasint,omitempty" json:"private,omitempty"`
	Author  string         `cbor:"8,keyasint,omitempty" json:"author,omitempty"`
	Created time.Time      `cbor:"9,keyasint" json:"created"`
	Changed time.Time      `cbor:"10,keyasint" json:"changed"`
	// From is the annotation on an earlier version of the note that this one was
	// carried over from.
	From ID `cbor:"11,keyasint,omitempty" json:"from,omitempty"`
}
