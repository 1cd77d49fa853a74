// Package spelling reads the dictionaries of hunspell that the system has
// installed and tells which words of a text they do not know. It knows roots
// with their prefixes and suffixes, one and twofold, as the .aff file describes
// them; compounds are taken apart at hyphens only, which serves English, French
// and Spanish and not German or Hungarian.
package spelling
