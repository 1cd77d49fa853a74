// Package e2e drives the real program from outside: a real window on a virtual
// X display, keys and clicks by xdotool, screenshots by ImageMagick. Its tests
// need the build tag e2e and PLACARD_BIN, the program's path; "make e2e" sets
// both. Screenshots are left in out/e2e.
package e2e
