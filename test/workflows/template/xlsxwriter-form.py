"""Makes test/fixtures/forms/xlsxwriter.xlsx: a form by XlsxWriter, with threaded comments put in as Excel writes them.

Needs XlsxWriter; the file is kept, so that the tests don't."""

import datetime
import io
import struct
import sys
import zipfile
import zlib

import xlsxwriter

out = sys.argv[1]
raw = io.BytesIO()


def png(color):
    rows = b"".join(b"\0" + bytes(color) * 40 for _ in range(20))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


book = xlsxwriter.Workbook(raw, {"in_memory": True})
book.set_properties({"title": "Форма", "created": datetime.datetime(2022, 1, 1)})
sheet = book.add_worksheet("Сведения 'о' школах")
head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center", "bg_color": "#DDEBF7"})
cell = book.add_format({"border": 1, "text_wrap": True})
number = book.add_format({"border": 1, "num_format": "0.0"})
share = book.add_format({"border": 1, "num_format": "0.0%"})
day = book.add_format({"border": 1, "num_format": "dd.mm.yyyy"})
bold = book.add_format({"bold": True, "font_color": "#C00000"})
sheet.merge_range("A1:F1", "{{координатор}}, {{период}}", head)
sheet.merge_range("A3:A4", "Школа", head)
sheet.merge_range("B3:C3", "Обучающиеся", head)
sheet.write("B4", "Факт", head)
sheet.write("C4", "Доля", head)
sheet.merge_range("D3:D4", "Открыта", head)
sheet.merge_range("E3:F4", "Примечание", head)
sheet.set_row(4, 30)
sheet.write("A5", "{{школа: краткое название}}", cell)
sheet.write("B5", "{{показатель 1: факт; школа|нет данных}}", number)
sheet.write_formula("C5", "=IFERROR(B5/$B$6,0)", share)
sheet.write("D5", "{{школа: дата открытия}}", day)
sheet.merge_range("E5:F5", "", cell)
sheet.write_rich_string("E5", "Код ", bold, "{{школа: код}}", " оператора", cell)
sheet.write("A6", "Всего", head)
sheet.write_formula("B6", "=SUM(B5:B5)", number)
sheet.write_formula("C6", "=SUM(C5:C5)", share)
sheet.conditional_format("B5:B5", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#63C384"})
sheet.conditional_format("B5:B5", {"type": "icon_set", "icon_style": "3_traffic_lights"})
sheet.conditional_format("C5:C5", {"type": "2_color_scale"})
sheet.conditional_format("A5:F5", {"type": "formula", "criteria": "=$B5<$B$6/4", "format": bold})
sheet.data_validation("D5", {"validate": "date", "criteria": ">", "value": datetime.date(2019, 1, 1)})
sheet.data_validation("E8", {"validate": "list", "source": "=Перечень"})
sheet.write("A8", "Руководитель")
sheet.write("B8", "{{подпись: фамилия|____}}")
sheet.write("E8", "да")
sheet.add_table("A10:B12", {"name": "Codes", "columns": [{"header": "Код"}, {"header": "Значение"}], "data": [["а", 1], ["б", 2]]})
sheet.write_comment("B6", "Считается само", {"author": "Оператор"})
sheet.insert_image("H1", "logo.png", {"image_data": io.BytesIO(png((0, 90, 160)))})
sheet.set_header("&L&G&C{{год}}", {"image_left": "head.png", "image_data_left": io.BytesIO(png((160, 30, 0)))})
sheet.set_footer("&RСтраница &P из &N")
for kind, place in (("column", "H5"), ("pie", "H22")):
    chart = book.add_chart({"type": kind})
    chart.add_series(
        {
            "name": ["Сведения 'о' школах", 3, 1],
            "categories": ["Сведения 'о' школах", 4, 0, 4, 0],
            "values": ["Сведения 'о' школах", 4, 1, 4, 1],
        }
    )
    chart.set_title({"name": "По школам"})
    sheet.insert_chart(place, chart)
sheet.print_area("A1:F8")
sheet.repeat_rows(2, 3)
sheet.freeze_panes(4, 1)
sheet.set_landscape()
sheet.set_paper(9)
sheet.fit_to_pages(1, 0)
sheet.set_column("A:A", 30)
lists = book.add_worksheet("Списки")
lists.write_column("A1", ["да", "нет"])
lists.write_formula("C1", "='Сведения ''о'' школах'!B6")
lists.hide()
book.define_name("Перечень", "=Списки!$A$1:$A$2")
book.define_name("Строки", "='Сведения ''о'' школах'!$A$5:$F$5")
book.close()

# A threaded comment at B6, as Excel keeps one: the thread, who wrote it, and how they hang together.
PERSON = "{6C4D7B1E-0000-4000-8000-000000000001}"
SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
added = {
    "xl/persons/person.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="{SPACE}"><person displayName="Оператор" id="{PERSON}" userId="op" providerId="None"/></personList>',
    "xl/threadedComments/threadedComment1.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ThreadedComments xmlns="{SPACE}"><threadedComment ref="B6" dT="2022-01-01T10:00:00.00" personId="{PERSON}" id="{{6C4D7B1E-0000-4000-8000-000000000002}}"><text>Считается само</text></threadedComment></ThreadedComments>',
}
REL = '<Relationship Id="{0}" Type="http://schemas.microsoft.com/office/2017/10/relationships/{1}" Target="{2}"/></Relationships>'
TYPE = '<Override PartName="/{0}" ContentType="application/vnd.ms-excel.{1}+xml"/></Types>'
edits = {
    "xl/_rels/workbook.xml.rels": ("</Relationships>", REL.format("rIdP", "person", "persons/person.xml")),
    "xl/worksheets/_rels/sheet1.xml.rels": (
        "</Relationships>",
        REL.format("rIdT", "threadedComment", "../threadedComments/threadedComment1.xml"),
    ),
    "[Content_Types].xml": (
        "</Types>",
        TYPE.format("xl/persons/person.xml", "person").replace("</Types>", "")
        + TYPE.format("xl/threadedComments/threadedComment1.xml", "threadedcomments"),
    ),
    "xl/comments1.xml": ("<author>Оператор</author>", "<author>tc={6C4D7B1E-0000-4000-8000-000000000002}</author>"),
}
with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
    for name in source.namelist():
        text = source.read(name)
        if name in edits:
            before, after = edits[name]
            assert before.encode() in text, name
            text = text.replace(before.encode(), after.encode())
        target.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    for name, text in added.items():
        target.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
