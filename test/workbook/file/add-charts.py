"""Opens the first workbook, adds a chart, a picture and a note of a person's to its charts, and saves it as the second.

openpyxl forgets the names of charts, and needs another library for pictures, so both are written into the package.
"""

import struct
import sys
import zipfile
import zlib

from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

source, result = sys.argv[1:]


def png():
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")


def names(path):
    with zipfile.ZipFile(path) as package:
        text = package.read("xl/drawings/drawing1.xml").decode()
    return [part.split('name="', 1)[1].split('"', 1)[0] for part in text.split("<xdr:cNvPr ")[1:]]


def chart_of(sheet, title):
    chart = BarChart()
    chart.title = title
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=5), titles_from_data=True)
    return chart


PICTURE = """<xdr:oneCellAnchor xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row>
<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="90000" cy="90000"/><xdr:pic><xdr:nvPicPr>
<xdr:cNvPr id="77" name="Логотип"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdPicture"/>
<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>
</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"""
RELATION = """<Relationship Id="rIdPicture" Target="/xl/media/logo.png"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>"""


def changed(name, text):
    """A part's text with the names of the charts and the picture in it."""
    if name == "[Content_Types].xml":
        return text.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    if name == "xl/drawings/_rels/drawing1.xml.rels":
        return text.replace("</Relationships>", RELATION + "</Relationships>")
    if name == "xl/drawings/drawing1.xml":
        for number, own_name in enumerate(own, 1):
            text = text.replace(f'name="Chart {number}"', f'name="{own_name}"', 1)
        end = text.rindex("</")
        return text[:end] + PICTURE + text[end:]
    return text


own = names(source)
book = load_workbook(source)
sheet = book.worksheets[1]
sheet.add_chart(chart_of(sheet, "Моя диаграмма"), "J3")
sheet["A1"].comment = Comment("Проверить", "Иванова")
mine = book.create_sheet("Мой лист")
mine.add_chart(chart_of(sheet, "Чужая по сводке"), "A1")
book.save(result)

with zipfile.ZipFile(result) as package:
    parts = [(item, package.read(item.filename)) for item in package.infolist()]
with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
    for item, data in parts:
        known = item.filename.endswith((".xml", ".rels"))
        package.writestr(item, changed(item.filename, data.decode()).encode() if known else data)
    package.writestr("xl/media/logo.png", png())
