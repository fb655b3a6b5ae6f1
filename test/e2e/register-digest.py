"""SHA-256 of a register as src/monitoring/register-digest.ts defines it, from the sheet as openpyxl reads it."""
import hashlib
import json
import sys

from openpyxl import load_workbook

COLUMNS = {
    "quarter": "Квартал",
    "site": "Код площадки",
    "revision": "№ корректировки",
    "edition": "Редакция",
    "row": "Код строки",
    "fact": "Факт за квартал",
    "total": "Нарастающий итог",
    "reason": "Причина отклонения",
    "evidence": "Подтверждающий документ",
    "day": "Принято",
    "file": "Файл",
    "sha256": "SHA-256",
}


def entry(value):
    if value is None:
        return None
    if value == "х":
        return {"na": True}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def digest(path, last):
    rows = list(load_workbook(path)["Реестр"].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "Код строки" in row)
    column = {key: rows[head].index(title) for key, title in COLUMNS.items()}
    text = ""
    for row in rows[head + 1 :]:
        cell = {key: row[index] for key, index in column.items()}
        if cell["quarter"] is None or cell["quarter"] > last:
            continue
        line = [
            cell["quarter"], cell["site"], int(cell["revision"]), cell["edition"], cell["row"],
            entry(cell["fact"]), entry(cell["total"]), cell["reason"] or "", cell["evidence"] or "",
            cell["day"].strftime("%Y-%m-%d"), cell["file"], cell["sha256"],
        ]
        text += json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
    return hashlib.sha256(text.encode()).hexdigest()


print(json.dumps([digest(*job) for job in json.loads(sys.argv[1])]))
