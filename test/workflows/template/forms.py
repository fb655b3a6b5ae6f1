"""Three forms as an operator may send them, into the folder given."""

import io
import struct
import sys
import zlib
from pathlib import Path

import openpyxl.drawing.image as images
from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

folder = Path(sys.argv[1])


def png(color):
    """A picture of 32 × 16 points of one color."""
    rows = b"".join(b"\0" + bytes(color) * 32 for _ in range(16))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 32, 16, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Opened:
    """What openpyxl asks of a picture; so that no library of pictures is needed."""

    size = (32, 16)
    format = "PNG"

    def __init__(self, fp):
        self.fp = fp


class Pictures:
    Image = Opened
    open = staticmethod(Opened)


images.PILImage = Pictures


def logo(sheet, anchor, color):
    picture = images.Image(io.BytesIO(png(color)))
    sheet.add_image(picture, anchor)


def named(book, name, target):
    defined = DefinedName(name, attr_text=target)
    if hasattr(book.defined_names, "append"):
        book.defined_names.append(defined)
    else:
        book.defined_names[name] = defined


THIN = Side(style="thin", color="FF808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD = Font(name="Times New Roman", size=12, bold=True)
GREY = PatternFill("solid", fgColor="FFD9E1F2")


def quarterly():
    """A row for every school, a total below it, a chart below the total, names and a print area over all."""
    book = Workbook()
    form = book.active
    form.title = "Отчёт оператору"
    logo(form, "A1", (0, 102, 204))
    form.merge_cells("B1:F1")
    form["B1"] = "Отчёт за {{период}}, {{регион}}"
    form["B1"].font = HEAD
    form["B1"].alignment = Alignment(horizontal="center", wrap_text=True)
    form.row_dimensions[1].height = 42
    form["A2"] = "Дата отчёта"
    form["B2"] = "{{дата отчёта}}"
    form["B2"].number_format = "dd.mm.yyyy"
    form["C2"] = "Сдано форм: {{принято форм}} из {{ожидается форм}}"
    form["E2"] = "{{дата отчёта}}"
    for column, title in enumerate(["№", "Школа", "План", "Факт", "Выполнение", "Причина"], 1):
        cell = form.cell(4, column, title)
        cell.font, cell.fill, cell.border = HEAD, GREY, BOX
    row = [
        "{{школа: номер}}",
        "{{школа: название}}",
        "{{показатель 1: план; школа}}",
        "{{показатель 1: факт; школа|нет данных}}",
        '=IF(N(C5)=0,"",D5/C5)',
        "{{показатель 1: причина; школа}}",
    ]
    for column, text in enumerate(row, 1):
        form.cell(5, column, text).border = BOX
    form["C5"].number_format = '#,##0" чел."'
    form["D5"].number_format = "#,##0.00"
    form["E5"].number_format = "0.0%"
    form.row_dimensions[5].height = 27
    form.merge_cells("A6:B6")
    form["A6"] = "Всего"
    form["C6"] = "=SUM(C5:C5)"
    form["D6"] = "=SUM(D5:D5)"
    form["E6"] = "=COUNTA(B5:B5)"
    form.row_dimensions[6].height = 33
    form["A8"] = "Должность"
    form["B8"] = "{{подпись: должность|____________}}"
    form["D8"] = "выбор"
    form["D8"].comment = Comment("Выберите из списка", "Оператор")
    form["A9"] = '=HYPERLINK("#D8","к выбору")'
    choice = DataValidation(type="list", formula1="$A$6:$A$8", allow_blank=True)
    choice.add("D8")
    whole = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    whole.add("D5")
    form.add_data_validation(choice)
    form.add_data_validation(whole)
    red = PatternFill("solid", bgColor="FFFFC7CE")
    form.conditional_formatting.add("D5", FormulaRule(formula=["AND(ISNUMBER(D5),D5<$C$6)"], fill=red))
    form.conditional_formatting.add("A8:B9", CellIsRule(operator="equal", formula=['"х"'], fill=red))
    chart = BarChart()
    chart.title = "Факт по школам"
    chart.add_data(Reference(form, min_col=4, min_row=4, max_row=5), titles_from_data=True)
    chart.set_categories(Reference(form, min_col=2, min_row=5, max_row=5))
    form.add_chart(chart, "A11")
    form.print_area = "A1:F9"
    form.print_title_rows = "4:4"
    form.freeze_panes = "A5"
    form.row_breaks.append(Break(id=9))
    form.column_dimensions["B"].width = 40
    named(book, "Итого", "'Отчёт оператору'!$C$6:$D$6")
    named(book, "Школы", "'Отчёт оператору'!$B$5:$B$5")
    notes = book.create_sheet("Пояснения")
    notes["A1"] = "Всего по форме"
    notes["B1"] = "='Отчёт оператору'!D6"
    notes["B2"] = "=Итого"
    untouched = book.create_sheet("Справка оператора")
    untouched["A1"] = "Заполняется оператором"
    untouched["A2"] = "=1+1"
    logo(untouched, "C3", (200, 30, 30))
    book.save(folder / "quarterly.xlsx")


def figures():
    """No repeating rows: figures of the region and of one school, an unknown placeholder, a native table, a chart."""
    book = Workbook()
    form = book.active
    form.title = "Показатели"
    logo(form, "D1", (0, 150, 80))
    form.merge_cells("A1:C2")
    form["A1"] = "{{показатель 1: название}}"
    form["A1"].alignment = Alignment(wrap_text=True, vertical="top")
    form["A4"], form["B4"], form["C4"] = "Строка", "План", "Факт"
    form.append(["1", "{{показатель 1: план|не установлен}}", "{{показатель 1: факт}}"])
    form.append(["2", "{{показатель 2: план|не установлен}}", "{{ Показатель 2 : Факт }}"])
    form.append(["4", "{{показатель 4: план|не установлен}}", "{{показатель 4: факт}}"])
    form["C7"].number_format = "0.0"
    form["C6"].number_format = "@"
    table = Table(displayName="Figures", ref="A4:C7")
    form.add_table(table)
    form["A9"] = "{{показатель 1: факт; школа Кинешма № 8}}"
    form["B9"] = "{{показатель 1: факт; Шуя № 9|нет данных}}"
    form["C9"] = "{{показатель 1: фкат}}"
    form["A10"] = "{{перод}}"
    form["B10"] = "Кв. {{квартал}}, {{чужое поле}}"
    form["C10"] = "{{показатель 7.7: факт}}"
    form["A11"] = "{{показатель 1: факт; школа Вичуга № 1}}"
    form["B11"] = "{{показатель 1: факт"
    form["C11"] = '="{{период}}"&A1'
    form["A12"] = "<b>&amp;</b> {{период}}"
    form["B12"] = "{{показатель 1: выполнение}}"
    form["C12"] = "=C5*2"
    kinds = DataValidation(type="list", formula1='"первичный,уточнённый"')
    kinds.add("B13")
    form.add_data_validation(kinds)
    line = LineChart()
    line.add_data(Reference(form, min_col=3, min_row=4, max_row=7), titles_from_data=True)
    form.add_chart(line, "F3")
    form.print_area = "A1:C13"
    form.oddHeader.center.text = "Форма за {{период}}"
    named(book, "Факт", "Показатели!$C$5:$C$7")
    hidden = book.create_sheet("Списки")
    hidden["A1"] = "{{год}}"
    hidden.sheet_state = "hidden"
    book.save(folder / "figures.xlsx")


def readiness():
    """Blocks of two rows with merges inside, a table of the operator's below, links, checkpoints of the roadmap."""
    book = Workbook()
    form = book.active
    form.title = "Готовность"
    logo(form, "A1", (90, 0, 120))
    form.merge_cells("B1:E2")
    form["B1"] = "Мониторинг за {{год}} год: {{координатор}}"
    for column, title in enumerate(["Школа", "Вид", "Дата", "Закупка", "Примечание"], 1):
        form.cell(4, column, title).border = BOX
    form.merge_cells("A5:A6")
    form["A5"] = "{{школа: краткое название}}"
    form["B5"] = "открытие"
    form["C5"] = "{{школа: дата открытия}}"
    form["C5"].number_format = "dd.mm.yyyy"
    form["D5"] = "{{мероприятие 5: статус}}"
    form["B6"] = "муниципалитет"
    form.merge_cells("C6:D6")
    form["C6"] = "{{школа: муниципалитет}}"
    form["E6"] = "=C5+1"
    form["A8"] = "Справочно"
    form.append(["Код", "Значение"])
    form.append(["а", 1])
    form.append(["б", 2])
    form.add_table(Table(displayName="Codes", ref="A9:B11"))
    form["D9"] = "=SUM(B10:B11)"
    form["D10"] = "к списку"
    form["D10"].hyperlink = Hyperlink(ref="D10", location="'Готовность'!A9")
    chart = BarChart()
    chart.add_data(Reference(form, min_col=2, min_row=9, max_row=11), titles_from_data=True)
    form.add_chart(chart, "G9")
    form.auto_filter.ref = "A4:E6"
    form.print_area = "A1:E11"
    form.conditional_formatting.add("C5:C6", FormulaRule(formula=["$C5>TODAY()"], font=Font(bold=True)))
    dates = DataValidation(type="date", operator="greaterThan", formula1="36526")
    dates.add("C5")
    form.add_data_validation(dates)
    book.save(folder / "readiness.xlsx")


quarterly()
figures()
readiness()
