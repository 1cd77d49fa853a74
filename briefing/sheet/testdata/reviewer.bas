Option Explicit

' What a reviewer at capital does to a workbook, one edit a copy. The files
' come out beside the one that went in: 01.xlsx, 02.xlsx and so on, then
' same.xlsx and same.ods, which were only opened and saved.

Dim Folder As String
Dim Doc As Object
Dim Review As Object

Sub Main(where As String)
	Dim n As Integer
	Folder = where
	For n = 1 To 25
		Take("sent.xlsx")
		Edit(n)
		Leave(Format(n, "00") & ".xlsx", "Calc MS Excel 2007 XML")
	Next n
	Take("sent.xlsx")
	Leave("same.xlsx", "Calc MS Excel 2007 XML")
	Take("sent.xlsx")
	Leave("same.ods", "calc8")
	Take("same.ods")
	Leave("again.xlsx", "Calc MS Excel 2007 XML")
End Sub

Sub Take(file As String)
	Dim hidden(0) As New com.sun.star.beans.PropertyValue
	hidden(0).Name = "Hidden"
	hidden(0).Value = True
	Doc = StarDesktop.loadComponentFromURL(ConvertToURL(Folder & "/" & file), "_blank", 0, hidden())
	Review = Doc.Sheets.getByName("Review")
End Sub

Sub Leave(file As String, filter As String)
	Dim how(0) As New com.sun.star.beans.PropertyValue
	how(0).Name = "FilterName"
	how(0).Value = filter
	Doc.storeToURL(ConvertToURL(Folder & "/" & file), how())
	Doc.close(True)
End Sub

' Column under a head, from 0.
Function At(head As String) As Integer
	Dim i As Integer
	For i = 0 To 60
		If Review.getCellByPosition(i, 0).String = head Then
			At = i
			Exit Function
		End If
	Next i
	At = -1
End Function

Function Cell(head As String, row As Integer) As Object
	Cell = Review.getCellByPosition(At(head), row - 1)
End Function

Sub Say(head As String, row As Integer, text As String)
	Cell(head, row).String = text
End Sub

Sub Edit(n As Integer)
	Dim part As Object, c As Object, here As Object, i As Integer
	Dim order(0) As New com.sun.star.table.TableSortField
	Dim how(1) As New com.sun.star.beans.PropertyValue
	Review.unprotect("")
	Select Case n
	Case 1: Say("Decision", 2, "Approve")
	Case 2: Say("Decision", 2, " approve. ")
	Case 3: Say("Decision", 2, "Approuver")
	Case 4: Say("Decision", 2, "OK but see below")
	Case 5
		Say("Decision", 2, "Approve with changes")
		Cell("Capital’s text", 2).String = "We “agree”," & Chr(10) & "at no cost: موافق 👍 _x0041_"
	Case 6: Say("Stance, if different", 3, "can accept")
	Case 7
		Cell("Date", 2).Formula = "2026-11-18"
		Say("Decision", 2, "Approve")
	Case 8: Say("Date", 2, "4/10/2026")
	Case 9: Review.Annotations.insertNew(Cell("Text", 3).CellAddress, "See our cable.")
	Case 10: Cell("Proposed position", 3).CharStrikeout = 1
	Case 11
		c = Cell("Proposed position", 3).createTextCursor()
		c.gotoStart(False)
		c.goRight(8, True)
		c.CharStrikeout = 1
	Case 12: Cell("Comment", 3).Formula = "=1+1"
	Case 13
		Review.Rows.insertByIndex(2, 1)
		Say("Comment", 3, "What of groundwater?")
	Case 14: Review.Rows.removeByIndex(2, 1)
	Case 15
		Review.Rows.insertByIndex(2, 1)
		here = Review.getCellRangeByPosition(0, 1, 40, 1).RangeAddress
		Review.copyRange(Review.getCellByPosition(0, 2).CellAddress, here)
		Say("Decision", 3, "Approve")
	Case 16
		Review.Columns.insertByIndex(5, 1)
		Review.getCellByPosition(5, 0).String = "Desk"
		Review.getCellByPosition(5, 1).String = "Treasury looks at it"
	Case 17: Review.Columns.removeByIndex(At("Comment"), 1)
	Case 18: Review.Columns.removeByIndex(0, 3)
	Case 19, 20
		For i = 2 To 5
			Say("Decision", i, Choose(i - 1, "Redraft", "Defer", "Approve", "No objection"))
			Say("Comment", i, "row " & i)
		Next i
		order(0).IsAscending = (n = 20)
		If n = 19 Then
			part = Review.getCellRangeByPosition(0, 1, 40, 4)
			order(0).Field = At("Ref")
		Else
			part = Review.getCellRangeByPosition(At("Decision"), 1, At("Date"), 4)
			order(0).Field = 0
		End If
		how(0).Name = "SortFields"
		how(0).Value = order()
		how(1).Name = "ContainsHeader"
		how(1).Value = False
		part.sort(how())
	Case 21: Review.getCellRangeByPosition(At("Comment"), 1, At("Comment"), 2).merge(True)
	Case 22
		Review.Rows.getByIndex(1).IsVisible = False
		Say("Decision", 2, "Approve")
	Case 23
		Doc.Sheets.copyByName("Review", "Review_2", 2)
		Say("Decision", 2, "Approve")
	Case 24: Say("Proposed position", 3, "We do not support it.")
	Case 25
		Review = Doc.Sheets.getByName("New points")
		Review.getCellByPosition(0, 4).String = "11"
		Review.getCellByPosition(1, 4).String = "The theme"
		Review.getCellByPosition(3, 4).String = "Ask for a shorter theme."
	End Select
End Sub
