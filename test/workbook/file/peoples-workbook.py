"""Opens the first workbook, adds what people add, and saves it as the second."""

import sys

from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

source, result = sys.argv[1:]
book = load_workbook(source)

notes = book.create_sheet("Мои заметки", 1)
notes["A1"] = "Свод"
notes["A1"].font = Font(name="Verdana", size=17, color="FF7030A0")
notes["A1"].fill = PatternFill("solid", fgColor="FFFFC000")
notes["A2"] = "=SUM('Форма д''Арк'!D4:D5)"
notes["A2"].number_format = '0.000" чел."'
notes["A1"].comment = Comment("Проверить до пятницы", "Иванова")
notes["C1"], notes["D1"], notes["C2"], notes["D2"] = "х", "у", 1, 2
notes.add_table(Table(displayName="Mine", ref="C1:D2"))

form = book["Форма д'Арк"]
form["H4"].comment = Comment("Примечание на листе реестра", "Петров")
chart = BarChart()
chart.add_data(Reference(form, min_col=4, min_row=3, max_row=5), titles_from_data=True)
form.add_chart(chart, "H8")

name = DefinedName("Моё", attr_text="'Мои заметки'!$A$1:$A$2")
if hasattr(book.defined_names, "append"):
    book.defined_names.append(name)
else:
    book.defined_names["Моё"] = name

book.save(result)
