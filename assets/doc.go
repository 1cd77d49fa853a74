// Package assets holds what ships inside the program: people's words in three
// languages, the reference list of delegations, the sample and the icon. It
// knows the domain's types and nothing of the window, the store or any file
// format of documents.
package assets
