package briefing

// Note is what is known of a session document, without its blocks: small
// enough to list hundreds. Its blocks are a Text under the same id.
type Note struct {
	ID               ID     `cbor:"1,keyasint" json:"id"`
	Symbol           string `cbor:"2,keyasint,omitempty" json:"symbol,omitempty"`
	Title            string `cbor:"3,keyasint,omitempty" json:"title,omitempty"`
	Organization     string `cbor:"4,keyasint,omitempty" json:"organization,omitempty"`
	Body             string `cbor:"5,keyasint,omitempty" json:"body,omitempty"`
	Session          string `cbor:"6,keyasint,omitempty" json:"session,omitempty"`
	Date             Date   `cbor:"7,keyasint,omitempty" json:"date,omitempty"`
	MeetingDate      Date   `cbor:"8,keyasint,omitempty" json:"meeting_date,omitempty"`
	Language         string `cbor:"9,keyasint,omitempty" json:"language,omitempty"`
	OriginalLanguage string `cbor:"10,keyasint,omitempty" json:"original_language,omitempty"`
	// Meeting is the meeting the note serves: its asks fall due there.
	Meeting    ID          `cbor:"11,keyasint,omitempty" json:"-"`
	Annexes    []Annex     `cbor:"12,keyasint,omitempty" json:"annexes,omitempty"`
	References []Reference `cbor:"13,keyasint,omitempty" json:"references,omitempty"`
	// Documents the note announces or attaches (paragraph 8: "is preparing a background paper").
	Documents []Document `cbor:"14,keyasint,omitempty" json:"documents,omitempty"`
	Source    Source     `cbor:"15,keyasint" json:"source"`
	// Paragraphs counts the numbered paragraphs of the body.
	Paragraphs int `cbor:"16,keyasint,omitempty" json:"paragraphs,omitempty"`
	Doubts     int `cbor:"17,keyasint,omitempty" json:"doubt_count,omitempty"`
	// Revises is the earlier note of the vault that this one replaces, Related
	// those of its family: its addenda, its corrigenda.
	Revises ID   `cbor:"18,keyasint,omitempty" json:"-"`
	Related []ID `cbor:"19,keyasint,omitempty" json:"-"`
}

// Annex is the metadata an annex prints of itself.
type Annex struct {
	Part             string `cbor:"1,keyasint" json:"part"`
	Heading          string `cbor:"2,keyasint,omitempty" json:"heading,omitempty"`
	Symbol           string `cbor:"3,keyasint,omitempty" json:"symbol,omitempty"`
	Title            string `cbor:"4,keyasint,omitempty" json:"title,omitempty"`
	Date             Date   `cbor:"5,keyasint,omitempty" json:"date,omitempty"`
	OriginalLanguage string `cbor:"6,keyasint,omitempty" json:"original_language,omitempty"`
}

// Reference is a paragraph's mention of another paragraph of the same note.
type Reference struct {
	From string `cbor:"1,keyasint" json:"from"` // block id
	To   string `cbor:"2,keyasint" json:"to"`   // block id
	Text string `cbor:"3,keyasint" json:"text"` // as printed: "paragraph 3"
}

// DocumentStatus is how far a document of a dossier has come.
type DocumentStatus string

// The states of a document.
const (
	DocumentExpected  DocumentStatus = "expected"
	DocumentAvailable DocumentStatus = "available"
	DocumentAttached  DocumentStatus = "attached"
	DocumentReceived  DocumentStatus = "received"
)

// Document is a paper of the dossier: held, attached or only announced.
type Document struct {
	Title  string         `cbor:"1,keyasint" json:"title"`
	Symbol string         `cbor:"2,keyasint,omitempty" json:"symbol,omitempty"`
	Status DocumentStatus `cbor:"3,keyasint" json:"status"`
	Note   ID             `cbor:"4,keyasint,omitempty" json:"-"`
	Block  string         `cbor:"5,keyasint,omitempty" json:"block,omitempty"` // where it is announced
	Link   string         `cbor:"6,keyasint,omitempty" json:"link,omitempty"`
}

// Source is the file a note was read from. Its bytes are kept apart, under
// the same id, byte for byte.
type Source struct {
	Name   string `cbor:"1,keyasint" json:"name"` // base name, never a path
	Format string `cbor:"2,keyasint" json:"format"`
	Size   int64  `cbor:"3,keyasint" json:"size"`
	SHA256 string `cbor:"4,keyasint" json:"sha256"`
}

// Text is the blocks of a note, in reading order.
type Text struct {
	Note   ID      `cbor:"1,keyasint" json:"-"`
	Blocks []Block `cbor:"2,keyasint" json:"blocks"`
	// Corrections are what a person corrected since the document was read, in order.
	Corrections []Correction `cbor:"3,keyasint,omitempty" json:"-"`
}

// File is the bytes of a note's source, or of a pack that was frozen.
type File struct {
	Note  ID     `cbor:"1,keyasint"` // or the pack
	Bytes []byte `cbor:"2,keyasint"`
}

// Block finds a block by its id; nil when there is none.
func (t *Text) Block(id string) *Block {
	for i := range t.Blocks {
		if t.Blocks[i].ID == id {
			return &t.Blocks[i]
		}
	}
	return nil
}

// Children lists the blocks whose parent is id, in order.
func (t *Text) Children(id string) []*Block {
	var out []*Block
	for i := range t.Blocks {
		if t.Blocks[i].Parent == id {
			out = append(out, &t.Blocks[i])
		}
	}
	return out
}
