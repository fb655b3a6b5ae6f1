"""Prints everything that the two writers must agree on, as openpyxl finds it in a workbook; argument: the file."""

import json
import posixpath
import sys
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

BLACK = "FF000000"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
SIDES = [("top", -1, 0, "bottom"), ("bottom", 1, 0, "top"), ("left", 0, -1, "right"), ("right", 0, 1, "left")]


def color(item):
    if item is None or item.type != "rgb" or item.rgb == "00000000":
        return BLACK
    return item.rgb


def content(cell):
    value = cell.value
    if hasattr(value, "isoformat"):
        value = to_excel(value)
    return [cell.data_type if cell.data_type != "d" else "n", value]


def line(side):
    return None if side is None or side.style is None else [side.style, color(side.color)]


def edges(sheet, cell):
    """A line between two cells is one line, whichever of them has it."""
    found = {}
    for name, down, across, facing in SIDES:
        row, column = cell.row + down, cell.column + across
        own = line(getattr(cell.border, name))
        other = sheet._cells.get((row, column))
        found[name] = own or (line(getattr(other.border, facing)) if other is not None else None)
    return found


def look(sheet, cell):
    font, alignment = cell.font, cell.alignment
    return {
        "format": cell.number_format,
        "font": [font.name, font.sz, bool(font.b), bool(font.i), font.u or "none", color(font.color)],
        "fill": cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None,
        "align": [alignment.horizontal or "general", alignment.vertical or "bottom", bool(alignment.wrap_text)],
        "locked": cell.protection.locked,
        "edges": edges(sheet, cell),
    }


def covered(sheet):
    return {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col)
    }


def columns(sheet):
    """Widths and hidden columns, one by one."""
    found = {}
    for dimension in sheet.column_dimensions.values():
        dimension.reindex()
        for number in range(dimension.min or 0, (dimension.max or -1) + 1):
            found[get_column_letter(number)] = [round(dimension.width, 3), bool(dimension.hidden)]
    return found


def print_area(sheet):
    area = sheet.print_area
    one = area[0] if isinstance(area, list) and area else area
    return one.replace("$", "").split("!")[-1] if one else None


def pages(sheet):
    setup, margins, view = sheet.page_setup, sheet.page_margins, sheet.HeaderFooter
    fit = bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
    parts = [
        [getattr(getattr(page, part), field) for part in ("left", "center", "right") for field in ("text", "size", "font")]
        for page in (sheet.oddHeader, sheet.oddFooter, sheet.firstHeader, sheet.firstFooter)
    ]
    return {
        "area": print_area(sheet),
        "breaks": [each.id for each in sheet.row_breaks.brk],
        "titles": sheet.print_title_rows,
        "paper": int(setup.paperSize or 0),
        "orientation": setup.orientation or "portrait",
        "fit": [fit, setup.fitToWidth if fit else None, setup.fitToHeight if fit else None],
        "margins": [round(getattr(margins, side), 3) for side in ("left", "right", "top", "bottom", "header", "footer")],
        "differentFirst": bool(view.differentFirst),
        "parts": parts if view.differentFirst else parts[:2],
    }


def protection(sheet):
    kinds = ["sheet", "objects", "scenarios", "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows"]
    kinds += ["insertHyperlinks", "deleteColumns", "deleteRows", "sort", "autoFilter", "pivotTables"]
    kinds += ["selectLockedCells", "selectUnlockedCells"]
    locks = sheet.protection
    if not locks.sheet:
        return None
    return {**{kind: bool(getattr(locks, kind)) for kind in kinds}, "password": locks.password or locks.hashValue}


def validations(sheet):
    # Where nothing is said, the comparison is «between»; a list has none.
    return sorted(
        [
            str(rule.sqref),
            rule.type,
            None if rule.type == "list" else rule.operator or "between",
            rule.formula1,
            rule.formula2,
            bool(rule.allowBlank),
            rule.errorStyle or "stop",
            bool(rule.showErrorMessage),
            rule.errorTitle or "",
            rule.error or "",
        ]
        for rule in sheet.data_validations.dataValidation
    )


def rule_of(rule):
    """A look by a formula, a bar or icons."""
    if rule.type == "dataBar":
        ends = [[end.type, str(end.val)] for end in rule.dataBar.cfvo]
        return ["dataBar", ends, rule.dataBar.color.rgb, rule.dataBar.showValue is not False]
    if rule.type == "iconSet":
        icons = rule.iconSet
        # The first icon stands for whatever is below the second.
        ends = [[end.type, str(end.val), end.gte is not False] for end in icons.cfvo[1:]]
        return ["iconSet", icons.iconSet, icons.showValue is not False, bool(icons.reverse), ends]
    look = rule.dxf
    return [rule.type, rule.formula[0], look.fill.bgColor.rgb, color(look.font.color), bool(look.font.b)]


def conditional_formats(sheet):
    found = [
        (rule.priority, [str(area.sqref), *rule_of(rule)])
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def rich_text(title):
    if title is None or title.tx is None or title.tx.rich is None:
        return None
    return "".join(run.t for paragraph in title.tx.rich.p for run in paragraph.r or [])


def title_font(title):
    font = title.tx.rich.p[0].r[0].rPr
    return [font.sz, bool(font.b), font.latin.typeface if font.latin is not None else None]


def solid(properties):
    fill = properties.solidFill if properties is not None else None
    return fill.srgbClr if fill is not None else None


def series_name(sheet, title):
    """The text that a reader sees, whether it stands in the chart or in a cell."""
    if title.strRef is None:
        return title.v
    return sheet[title.strRef.f.rsplit("!", 1)[1].replace("$", "")].value


def reference(data):
    if data is None:
        return None
    found = data.numRef or getattr(data, "strRef", None)
    return found.f.replace("$", "") if found is not None else None


def marker_of(series):
    marker = series.marker
    if marker is None or marker.symbol in (None, "none"):
        return None
    return [marker.symbol, marker.size, solid(marker.spPr)]


def series_of(sheet, series, is_points):
    found = {
        "name": series_name(sheet, series.tx),
        "categories": reference(series.xVal if is_points else series.cat),
        "values": reference(series.yVal if is_points else series.val),
    }
    look = series.spPr
    if not is_points:
        return {**found, "fill": solid(look)}
    line = look.ln if look is not None else None
    drawn = None if line is None or line.noFill else [solid(line), line.w]
    return {**found, "marker": marker_of(series), "line": drawn}


def axis_of(axis):
    scale, grid = axis.scaling, axis.majorGridlines
    return {
        "title": rich_text(axis.title),
        "min": scale.min,
        "max": scale.max,
        "step": getattr(axis, "majorUnit", None),
        "format": axis.numFmt.formatCode if axis.numFmt is not None and not axis.numFmt.sourceLinked else None,
        "reversed": scale.orientation == "maxMin",
        "ticks": [axis.majorTickMark, axis.minorTickMark],
        "labels": axis.tickLblPos or "nextTo",
        "grid": None if grid is None else solid(grid.spPr.ln if grid.spPr is not None else None),
        "shown": not axis.delete,
        "position": axis.axPos,
    }


def charts(sheet, frames):
    found = []
    for name, chart in zip(frames, sheet._charts):
        is_points = chart.tagname == "scatterChart"
        start, end = chart.anchor._from, chart.anchor.to
        found.append(
            {
                "name": name,
                "kind": [chart.tagname, getattr(chart, "barDir", None), getattr(chart, "grouping", None)],
                "gap": [getattr(chart, "gapWidth", None), getattr(chart, "overlap", None) or 0],
                "title": [rich_text(chart.title), *title_font(chart.title)],
                "blanks": chart.display_blanks,
                "legend": [chart.legend.position, bool(chart.legend.overlay)] if chart.legend else None,
                "area": [start.row, start.col, end.row, end.col],
                "series": [series_of(sheet, series, is_points) for series in chart.series],
                "axes": [axis_of(chart.x_axis), axis_of(chart.y_axis)],
            }
        )
    return sorted(found, key=lambda chart: chart["name"])


def frame_names(archive, sheet_path):
    """Names of the frames around charts, which openpyxl passes over."""
    relations = sheet_path.replace("worksheets/", "worksheets/_rels/") + ".rels"
    if relations not in archive.namelist():
        return []
    for relation in ElementTree.fromstring(archive.read(relations)):
        if relation.get("Type").endswith("/drawing"):
            part = posixpath.normpath(posixpath.join("/xl/worksheets", relation.get("Target"))).lstrip("/")
            drawing = ElementTree.fromstring(archive.read(part))
            return [
                frame.find(f"{DRAWING}nvGraphicFramePr/{DRAWING}cNvPr").get("name")
                for frame in drawing.iter(f"{DRAWING}graphicFrame")
            ]
    return []


def describe(sheet, frames):
    hidden = covered(sheet)
    cells = [sheet._cells[key] for key in sorted(sheet._cells) if key not in hidden]
    return {
        "state": sheet.sheet_state,
        "tab": sheet.sheet_properties.tabColor.rgb if sheet.sheet_properties.tabColor else None,
        "contents": {cell.coordinate: content(cell) for cell in cells if cell.value is not None},
        "looks": {cell.coordinate: look(sheet, cell) for cell in cells if cell.value is not None or cell.has_style},
        "links": {cell.coordinate: cell.hyperlink.location for cell in cells if cell.hyperlink},
        "notes": {cell.coordinate: cell.comment.text for cell in cells if cell.comment},
        "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
        "columns": columns(sheet),
        "heights": {str(key): row.ht for key, row in sheet.row_dimensions.items() if row.ht is not None},
        "tables": {
            table.name: [
                table.ref,
                [column.name for column in table.tableColumns],
                table.tableStyleInfo.name,
                bool(table.tableStyleInfo.showRowStripes),
                table.autoFilter is not None,
            ]
            for table in sheet.tables.values()
        },
        "validations": validations(sheet),
        "conditionalFormats": conditional_formats(sheet),
        "charts": charts(sheet, frames),
        "protection": protection(sheet),
        "freeze": sheet.freeze_panes,
        "print": pages(sheet),
    }


def names(book):
    """Names of the workbook; lists in older openpyxl, mappings in newer."""
    found = book.defined_names
    items = found.definedName if hasattr(found, "definedName") else found.values()
    return {
        item.name: item.attr_text.replace("'", "")
        for item in items
        if item.localSheetId is None and not item.name.startswith("_xlnm.")
    }


book = load_workbook(sys.argv[1])
with ZipFile(sys.argv[1]) as archive:
    # Parts of sheets are numbered in the order of the sheets by both writers.
    frames = [
        frame_names(archive, f"xl/worksheets/sheet{number + 1}.xml") for number in range(len(book.worksheets))
    ]
json.dump(
    {
        "names": names(book),
        "sheets": {sheet.title: describe(sheet, found) for sheet, found in zip(book.worksheets, frames)},
    },
    sys.stdout,
    ensure_ascii=False,
)
