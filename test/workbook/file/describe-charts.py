"""Prints as JSON what openpyxl reads of the charts, data bars and icons of every sheet."""

import json
import sys
import warnings
import zipfile
from xml.etree import ElementTree

from openpyxl import load_workbook

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def words(title):
    if title is None:
        return None
    return "".join(run.t for part in title.tx.rich.p for run in part.r or [])


def reference(source):
    if source is None:
        return None
    return (source.numRef or source.strRef).f


def series(one):
    points = hasattr(one, "xVal") and one.xVal is not None
    look = one.spPr
    return {
        "name": one.tx.v or one.tx.strRef.f,
        "categories": reference(one.xVal if points else one.cat),
        "values": reference(one.yVal if points else one.val),
        "fill": look.solidFill.srgbClr if look and look.solidFill else None,
        "marker": (one.marker.symbol or "none") if one.marker else None,
        "line": not (look and look.ln and look.ln.noFill),
    }


def axis(one):
    return {
        "title": words(one.title),
        "min": one.scaling.min,
        "max": one.scaling.max,
        "step": getattr(one, "majorUnit", None),
        "format": one.numFmt.formatCode if one.numFmt else None,
        "reversed": one.scaling.orientation == "maxMin",
        "labels": one.tickLblPos,
        "grid": one.majorGridlines is not None,
    }


def chart(one):
    start, end = one.anchor._from, getattr(one.anchor, "to", one.anchor._from)
    return {
        "kind": type(one).__name__ + (one.barDir if hasattr(one, "barDir") else ""),
        "grouping": getattr(one, "grouping", None),
        "title": words(one.title),
        "area": [start.row + 1, start.col + 1, end.row, end.col],
        "series": [series(item) for item in one.series],
        "x": axis(one.x_axis),
        "y": axis(one.y_axis),
        "legend": one.legend.position if one.legend else None,
        "blanks": one.display_blanks,
    }


def picture(area, rule):
    bar, icons = rule.dataBar, rule.iconSet
    values = [[item.type, item.val] for item in (bar or icons).cfvo]
    if bar:
        return {"kind": "bar", "area": area, "values": values, "ink": bar.color.rgb}
    return {"kind": icons.iconSet, "area": area, "values": values, "shown": icons.showValue}


def frames(path):
    """Names and descriptions of the frames, which openpyxl does not keep, by drawing."""
    with zipfile.ZipFile(path) as package:
        found = []
        for name in sorted(package.namelist()):
            if name.startswith("xl/drawings/drawing"):
                root = ElementTree.fromstring(package.read(name))
                found.append([[p.get("name"), p.get("descr"), p.get("id")] for p in root.iter(DRAWING + "cNvPr")])
        return found


warnings.simplefilter("ignore")
book = load_workbook(sys.argv[1])
sheets = {}
for sheet in book:
    rules = [
        picture(str(area.sqref), rule)
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.type in ("dataBar", "iconSet")
    ]
    sheets[sheet.title] = {"charts": [chart(one) for one in sheet._charts], "pictures": rules}
print(json.dumps({"sheets": sheets, "frames": frames(sys.argv[1])}))
