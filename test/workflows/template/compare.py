"""Whether a part is the same in two workbooks but for the contents of the cells named, results of formulas, and the order to calculate."""

import sys
import zipfile
from xml.etree import ElementTree

before, after, part, cells = sys.argv[1:]
named = set(cells.split())


def local(element):
    return element.tag.split("}")[-1]


def canonical(path):
    root = ElementTree.fromstring(zipfile.ZipFile(path).read(part))
    for parent in root.iter():
        for child in list(parent):
            if local(child) == "calcPr":
                parent.remove(child)
    for cell in root.iter():
        if local(cell) != "c":
            continue
        has_formula = any(local(child) == "f" for child in cell)
        if cell.get("r") in named or has_formula:
            cell.attrib.pop("t", None)
            for child in list(cell):
                if cell.get("r") in named or local(child) == "v":
                    cell.remove(child)
    return ElementTree.canonicalize(ElementTree.tostring(root, encoding="unicode"))


print("same" if canonical(before) == canonical(after) else "different")
