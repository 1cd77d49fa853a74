// Package strength rates passphrases by how many guesses they withstand and
// makes good ones. Its lists of words are read when they are first needed:
// most processes of this program never rate anything.
package strength
