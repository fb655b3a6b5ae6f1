"""Prints everything that the two writers must agree on, as openpyxl finds it in a workbook; argument: the file."""

import json
import sys

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

BLACK = "FF000000"
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


def conditional_formats(sheet):
    found = [
        (
            rule.priority,
            [str(area.sqref), rule.type, rule.formula[0], rule.dxf.fill.bgColor.rgb, color(rule.dxf.font.color), bool(rule.dxf.font.b)],
        )
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def describe(sheet):
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
json.dump(
    {
        "names": names(book),
        "sheets": {sheet.title: describe(sheet) for sheet in book.worksheets},
    },
    sys.stdout,
    ensure_ascii=False,
)
