package extract

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"placard/briefing"
)

// The protocol of the child process. On its standard input: one line of JSON
// (header), then the document's bytes. On its standard output: lines of JSON
// (reply), any number with progress, then one with the outcome; behind the line
// of a picture its pixels. Then the next request may come.

// request is what is asked of a child: to read a document, or to draw a page.
type request struct {
	briefing.Original

	picture *pictureRequest
}

type pictureRequest struct {
	Page  int `json:"page"`
	Width int `json:"width"`
}

// header announces the document that follows it.
type header struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	// Password travels in the pipe alone, never as an argument or a variable.
	Password string          `json:"password,omitempty"`
	Picture  *pictureRequest `json:"picture,omitempty"`
}

// reply is one line of the child's: progress, a problem or a result.
type reply struct {
	Progress *[2]int         `json:"progress,omitempty"`
	Problem  *wireProblem    `json:"problem,omitempty"`
	Result   *wireRecognized `json:"result,omitempty"`
	Picture  *wirePicture    `json:"picture,omitempty"`
}

// wireProblem is a briefing.Problem on its way between processes. Its cause
// stays behind: it may quote the document.
type wireProblem struct {
	Code string   `json:"code"`
	Args []string `json:"args,omitempty"`
}

const (
	maxHeader = 16 << 10 // bytes of a header
	maxReply  = 64 << 20 // bytes of a line of the child's
)

// writeRequest sends a request to the child.
func writeRequest(w io.Writer, q request) error {
	line, err := json.Marshal(header{Name: q.Name, Size: int64(len(q.Data)), Password: q.Password, Picture: q.picture})
	if err != nil {
		return fmt.Errorf("write request: %w", err)
	}
	if _, err := w.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("write request: %w", err)
	}
	if _, err := w.Write(q.Data); err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	return nil
}

var errBadRequest = errors.New("malformed request")

// readRequest receives what writeRequest sent; io.EOF where nothing more comes.
func readRequest(in *bufio.Reader) (request, error) {
	line, err := readLine(in, maxHeader)
	if errors.Is(err, io.EOF) && len(line) == 0 {
		return request{}, io.EOF
	}
	if err != nil {
		return request{}, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return request{}, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	if h.Size < 0 || h.Size > maxSource {
		return request{}, briefing.ErrTooLarge.Because(nil, "Name", h.Name)
	}
	data, err := io.ReadAll(io.LimitReader(in, h.Size))
	if err != nil {
		return request{}, fmt.Errorf("read document: %w", err)
	}
	if int64(len(data)) != h.Size {
		return request{}, fmt.Errorf("read document: %w", io.ErrUnexpectedEOF)
	}
	return request{Original: briefing.Original{Name: h.Name, Data: data, Password: h.Password}, picture: h.Picture}, nil
}

var errLongLine = errors.New("line too long")

// readLine reads up to a line end, which it takes with it.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > limit {
			return nil, errLongLine
		}
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

var errBadReply = errors.New("malformed reply")

// readReplies reads lines until the outcome and tells progress on the way. The
// child's problem is its error.
func readReplies(in *bufio.Reader, progress briefing.Progress) (reply, error) {
	for {
		data, err := readLine(in, maxReply)
		if err != nil {
			return reply{}, fmt.Errorf("read reply: %w", err)
		}
		var line reply
		if err := json.Unmarshal(data, &line); err != nil {
			return reply{}, fmt.Errorf("%w: %w", errBadReply, err)
		}
		switch {
		case line.Problem != nil:
			return reply{}, line.Problem.problem()
		case line.Result != nil:
			return line, nil
		case line.Picture != nil:
			return line, line.Picture.readPixels(in)
		case line.Progress != nil:
			progress.Tell(line.Progress[0], line.Progress[1])
		default:
			return reply{}, errBadReply
		}
	}
}

// writeReply sends one line of the child's.
func writeReply(out io.Writer, r reply) error {
	if err := json.NewEncoder(out).Encode(r); err != nil {
		return err
	}
	if r.Picture == nil {
		return nil
	}
	_, err := out.Write(r.Picture.pixels)
	return err
}

func (p *wireProblem) problem() error {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = a
	}
	return &briefing.Problem{Code: p.Code, Args: args}
}

// problemOf is the wire form of an error; one that is no problem of the
// domain is an unreadable document.
func problemOf(err error) *wireProblem {
	p, ok := asProblem(err)
	if !ok {
		p = briefing.ErrUnreadable
	}
	out := &wireProblem{Code: p.Code}
	for _, a := range p.Args {
		out.Args = append(out.Args, fmt.Sprint(a))
	}
	return out
}
