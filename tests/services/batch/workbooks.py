"""Makes small XLSX and ODS files, cell by cell."""

import io
from collections.abc import Mapping
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_XLSX = "http://schemas.openxmlformats.org/"
_MAIN = f'xmlns="{_XLSX}spreadsheetml/2006/main" xmlns:r="{_XLSX}officeDocument/2006/relationships"'
DATE, ZEROS, SCIENTIFIC = 1, 2, 3
"""Styles of XLSX cells."""
_STYLES = f"""<styleSheet {_MAIN}>
<numFmts><numFmt numFmtId="164" formatCode="&quot;n&quot;00000"/>
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="11"/></cellXfs></styleSheet>"""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def number(place: str, value: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def xlsx_parts(sheets: Mapping[str, str], hidden: tuple[str, ...] = ()) -> dict[str, str | bytes]:
    """Return the parts of a workbook of sheets by name; each is rows, or rows and what follows `</sheetData>`."""
    relation = f"{_XLSX}officeDocument/2006/relationships"
    packages = f"{_XLSX}package/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    states = [' state="hidden"' if name in hidden else "" for name in sheets]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{state}/>'
        for n, name, state in zip(numbers, sheets, states, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{relation}/worksheet" Target="worksheets/s{n}.xml"/>' for n in numbers
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_XLSX}package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{types}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}"><Relationship Id="rId1" '
        f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<workbook {_MAIN}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}">{related}</Relationships>',
        "xl/styles.xml": _STYLES,
    }
    for n, content in zip(numbers, sheets.values(), strict=True):
        rows, _, rest = content.partition("</sheetData>")
        parts[f"xl/worksheets/s{n}.xml"] = f"<worksheet {_MAIN}><sheetData>{rows}</sheetData>{rest}</worksheet>"
    return parts


def xlsx(rows: str) -> bytes:
    """Make a workbook of one sheet."""
    return packed(xlsx_parts({"Casos": rows}))


def ods_cell(value: str = "", *, kind: str = "string", shown: str | None = None, more: str = "") -> str:
    named = {"string": "", "float": f'office:value="{value}"', "date": f'office:date-value="{value}"'}[kind]
    paragraph = f"<text:p>{escape(value if shown is None else shown)}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {named} {more}>{paragraph}</table:table-cell>'


def ods_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def ods(tables: Mapping[str, str], *, protected: bool = False) -> bytes:
    """Make a workbook of tables by name."""
    part = 'manifest:full-path="content.xml" manifest:media-type="text/xml"'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in tables.items())
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    secret = "<manifest:encryption-data/>" if protected else ""
    return packed(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OFFICE}manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry {part}>{secret}'
            "</manifest:file-entry></manifest:manifest>",
            "content.xml": f"<office:document-content {spaces} {calc}><office:body><office:spreadsheet>{content}"
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )
