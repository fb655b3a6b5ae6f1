"""Prints what openpyxl finds in a workbook, as JSON."""

import json
import sys

from openpyxl import load_workbook

path = sys.argv[1]
book = load_workbook(path)
results = load_workbook(path, data_only=True)


def number_of(cell):
    """The stored number of a date, which openpyxl turns into a date of its own."""
    from openpyxl.utils.datetime import to_excel

    value = cell.value
    return to_excel(value) if hasattr(value, "isoformat") else value


def look(cell):
    return [
        cell.number_format,
        cell.font.name,
        cell.font.sz,
        bool(cell.font.b),
        cell.fill.fgColor.rgb if cell.fill.fill_type else None,
        cell.alignment.horizontal,
        cell.alignment.vertical,
        bool(cell.alignment.wrap_text),
        cell.protection.locked,
        cell.border.left.style,
    ]


def section(item, part="center"):
    return getattr(item, part).text


def describe(sheet):
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None or cell.has_style]
    filled = [cell for cell in cells if cell.value is not None]
    cached = results[sheet.title]
    setup, margins, view = sheet.page_setup, sheet.page_margins, sheet.HeaderFooter
    return {
        "state": sheet.sheet_state,
        "values": {cell.coordinate: number_of(cell) for cell in filled},
        "cached": {cell.coordinate: number_of(cached[cell.coordinate]) for cell in filled},
        "looks": {cell.coordinate: look(cell) for cell in cells if type(cell).__name__ == "Cell"},
        "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
        "widths": {key: column.width for key, column in sheet.column_dimensions.items()},
        "hidden": [key for key, column in sheet.column_dimensions.items() if column.hidden],
        "heights": {key: row.ht for key, row in sheet.row_dimensions.items() if row.ht is not None},
        "tables": {
            table.name: {"ref": table.ref, "columns": [column.name for column in table.tableColumns]}
            for table in sheet.tables.values()
        },
        "validations": [
            [
                str(rule.sqref),
                rule.type,
                rule.operator,
                rule.formula1,
                rule.formula2,
                bool(rule.allowBlank),
                rule.errorStyle or "stop",
            ]
            for rule in sheet.data_validations.dataValidation
        ],
        "formats": [
            [str(area.sqref), rule.formula[0], rule.dxf.fill.bgColor.rgb, rule.dxf.font.color.rgb, rule.dxf.font.b]
            for area in sheet.conditional_formatting
            for rule in area.rules
        ],
        "protection": {
            key: getattr(sheet.protection, key)
            for key in ["sheet", "formatColumns", "formatRows", "autoFilter", "sort", "insertRows"]
        },
        "password": sheet.protection.hashValue or sheet.protection.password,
        "print": {
            "area": sheet.print_area if isinstance(sheet.print_area, str) else ",".join(sheet.print_area or []),
            "titles": sheet.print_title_rows,
            "paper": int(setup.paperSize or 0),
            "orientation": setup.orientation,
            "fit": bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage),
            "wide": setup.fitToWidth,
            "tall": setup.fitToHeight,
            "left": margins.left,
            "right": margins.right,
            "top": margins.top,
            "bottom": margins.bottom,
            "differentFirst": bool(view.differentFirst),
            "header": section(sheet.oddHeader),
            "firstHeader": section(sheet.firstHeader),
            "footer": section(sheet.oddFooter, "left"),
            "firstFooter": section(sheet.firstFooter, "left"),
        },
        "freeze": sheet.freeze_panes,
        "tab": sheet.sheet_properties.tabColor.rgb if sheet.sheet_properties.tabColor else None,
        "links": {cell.coordinate: cell.hyperlink.location for cell in filled if cell.hyperlink},
    }


names = book.defined_names
global_names = {item.name: item.attr_text for item in (names.definedName if hasattr(names, "definedName") else names.values())}
print(
    json.dumps(
        {
            "active": book.active.title,
            "title": book.properties.title,
            "created": book.properties.created.isoformat(),
            "names": {key: value for key, value in global_names.items() if not key.startswith("_xlnm.")},
            "sheets": {sheet.title: describe(sheet) for sheet in book.worksheets},
        },
        ensure_ascii=False,
    )
)
