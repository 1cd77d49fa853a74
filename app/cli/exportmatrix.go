package cli

import (
	"io"
	"path/filepath"
	"strings"

	"placard/briefing"
)

// matrixOrder is the comparison that the flags describe, and its file.
func (c *call) matrixOrder() (*briefing.Desk, briefing.MatrixOrder, string, error) {
	desk, x, path, err := c.export()
	if err != nil {
		return nil, briefing.MatrixOrder{}, "", err
	}
	audience, err := c.audience()
	if err != nil {
		return nil, briefing.MatrixOrder{}, "", err
	}
	order := briefing.MatrixOrder{Note: x.Note.ID, Audience: audience, Language: c.text("language"), Mark: c.text("mark"), Ticked: c.ticked()}
	if earlier := c.text("earlier"); earlier != "" {
		note, err := desk.FindNote(c.ctx, earlier)
		if err != nil {
			return nil, order, "", err
		}
		order.Earlier = note.ID
	}
	return desk, order, path, nil
}

func exportMatrix(c *call) error {
	desk, order, path, err := c.matrixOrder()
	if err != nil {
		return err
	}
	return briefing.WriteFile(path, func(w io.Writer) error { return desk.ExportMatrix(c.ctx, w, order) })
}

// exportMap draws the stance map in the format that the file's name asks for.
func exportMap(c *call) error {
	desk, order, path, err := c.matrixOrder()
	if err != nil {
		return err
	}
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	return briefing.WriteFile(path, func(w io.Writer) error { return desk.ExportMap(c.ctx, w, order, format) })
}
