"""What openpyxl sees in a workbook, and the references of its charts and notes, as JSON."""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

from openpyxl import load_workbook

path = sys.argv[1]
book = load_workbook(path)
parts = zipfile.ZipFile(path)


def texts(pattern, local):
    found = []
    for name in sorted(parts.namelist()):
        if re.search(pattern, name):
            root = ElementTree.fromstring(parts.read(name))
            found += [e.text.strip() for e in root.iter() if e.tag.split("}")[-1] == local]
    return found


def rules(sheet):
    return sorted(
        [str(area.sqref), [str(text) for rule in found for text in rule.formula]]
        for area, found in sheet.conditional_formatting._cf_rules.items()
    )


print(
    json.dumps(
        {
            "sheets": {
                sheet.title: {
                    "cells": {
                        cell.coordinate: cell.value if isinstance(cell.value, (int, float, str)) else str(cell.value)
                        for row in sheet.iter_rows()
                        for cell in row
                        if cell.value is not None
                    },
                    "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
                    "heights": {str(row): shape.height for row, shape in sheet.row_dimensions.items() if shape.customHeight},
                    "printArea": sheet.print_area if isinstance(sheet.print_area, str) else ",".join(sheet.print_area or []),
                    "titles": sheet.print_title_rows,
                    "freeze": sheet.freeze_panes,
                    "breaks": [line.id for line in sheet.row_breaks.brk],
                    "validations": sorted([str(v.sqref), v.formula1] for v in sheet.data_validations.dataValidation),
                    "rules": rules(sheet),
                    "notes": {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment},
                    "links": {cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink},
                    "tables": [table.ref for table in sheet.tables.values()],
                    "filter": sheet.auto_filter.ref,
                    "formats": {cell.coordinate: cell.number_format for row in sheet.iter_rows() for cell in row},
                    "borders": [c.coordinate for row in sheet.iter_rows() for c in row if c.border.left.style == "thin"],
                }
                for sheet in book
            },
            "names": {name.name: name.attr_text for name in book.defined_names.definedName},
            "charts": texts(r"charts/chart[^/]*\.xml$", "f"),
            "anchors": texts(r"drawings/drawing1\.xml$", "row"),
            "noteRows": texts(r"\.vml$", "Row"),
        }
    )
)
