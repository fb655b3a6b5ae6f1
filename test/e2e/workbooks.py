"""Reads, fills and changes workbooks with openpyxl, which knows nothing of the product. Argument: a JSON list of jobs."""

import json
import sys

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment


def plain(value):
    return value if value is None or isinstance(value, (int, float, str, bool)) else str(value)


def dump(job):
    """Every cell that holds something: sheet → address → value (or formula)."""
    book = openpyxl.load_workbook(job["file"], data_only=job.get("values", False))
    return {
        sheet.title: {
            cell.coordinate: plain(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book
    }


def header_of(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "Код строки":
                return cell.row, {other.value: other.column for other in row if other.value is not None}
    raise SystemExit("no header")


def list_cells(sheet):
    """Addresses with a list of «да» and «нет»."""
    return {
        cell.coordinate
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
        for area in rule.sqref.ranges
        for row in sheet[area.coord if ":" in area.coord else f"{area.coord}:{area.coord}"]
        for cell in row
    }


def fill(job):
    """Enters a fact, the running total that follows from it, and a reason into every unlocked cell of a form."""
    book = openpyxl.load_workbook(job["file"])
    title = book["Титул"]
    for row in title.iter_rows(min_col=1, max_col=2):
        label, cell = row[0].value or "", row[1]
        if label.startswith(("Руководитель", "Исполнитель")):
            cell.value = "Иванов Иван Иванович"
        if label.startswith("Телефон"):
            cell.value = "(0000) 00-00-00"
        if label.startswith("Номер корректировки"):
            cell.value = job.get("revision", 0)
    form = book["Форма"]
    top, columns = header_of(form)
    choices = list_cells(form)
    for row in range(top + 1, form.max_row + 1):
        code = form.cell(row, columns["Код строки"]).value
        fact = form.cell(row, columns["Факт за квартал"])
        total = form.cell(row, columns["Нарастающий итог с начала года"])
        if code is None or fact.protection.locked:
            continue
        given = job["facts"].get(code, job["facts"].get("*"))
        fact.value = "да" if fact.coordinate in choices else given
        if not total.protection.locked:
            before = form.cell(row, columns["Итог на начало квартала"]).value
            total.value = round((before or 0) + given, 2) if isinstance(given, (int, float)) else given
        if job.get("reason", True):
            form.cell(row, columns["Причина отклонения"]).value = "Набор групп продолжен в следующем квартале"
    for code, reason in job.get("reasons", {}).items():
        for row in range(top + 1, form.max_row + 1):
            if form.cell(row, columns["Код строки"]).value == code:
                cell = form.cell(row, columns["Причина отклонения"])
                cell.value = reason
                cell.data_type = "s"
    book.save(job["out"])


def change(job):
    book = openpyxl.load_workbook(job["file"])
    for step in job["steps"]:
        sheet = book[step["sheet"]] if "sheet" in step and step["sheet"] in book.sheetnames else None
        kind = step["do"]
        if kind == "set":
            sheet[step["cell"]] = step["value"]
        elif kind == "rename":
            sheet.title = step["to"]
        elif kind == "remove":
            book.remove(sheet)
        elif kind == "insertRows":
            sheet.insert_rows(step["at"], step["count"])
        elif kind == "unmerge":
            sheet.unmerge_cells(step["area"])
        elif kind == "deleteRow":
            sheet.delete_rows(step["at"])
        elif kind == "move":
            sheet.move_range(step["area"], rows=step["rows"], cols=step.get("columns", 0))
        elif kind == "note":
            sheet[step["cell"]].comment = Comment(step["text"], "Иванова")
        elif kind == "addSheet":
            own = book.create_sheet(step["sheet"], step.get("index"))
            for line in step["rows"]:
                own.append(line)
        elif kind == "chart":
            chart = BarChart()
            chart.title = step["title"]
            chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
            sheet.add_chart(chart, step["cell"])
        else:
            raise SystemExit(f"unknown step {kind}")
    book.save(job["out"])


def extras(job):
    """What people add: sheets in order, notes, charts."""
    book = openpyxl.load_workbook(job["file"])
    return {
        "sheets": book.sheetnames,
        "notes": {
            f"{sheet.title}!{cell.coordinate}": cell.comment.text
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.comment
        },
        "charts": {sheet.title: len(sheet._charts) for sheet in book if sheet._charts},
    }


def pages(job):
    book = openpyxl.load_workbook(job["file"])
    return {
        sheet.title: {
            "paper": int(sheet.page_setup.paperSize or 0),
            "orientation": sheet.page_setup.orientation,
            "titleRows": sheet.print_title_rows,
            "state": sheet.sheet_state,
            "protected": sheet.protection.sheet,
            "password": sheet.protection.password,
        }
        for sheet in book
    }


JOBS = {"dump": dump, "fill": fill, "change": change, "extras": extras, "pages": pages}
json.dump([JOBS[job["job"]](job) for job in json.loads(sys.argv[1])], sys.stdout, ensure_ascii=False)
