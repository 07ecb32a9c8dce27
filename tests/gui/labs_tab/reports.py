"""Reports of one invented patient, as a small hospital's computer would write them."""

HEAD = "报告项目,检验项目,结果,单位,参考区间,提示,采样时间,状态\n"
_DAYS = ("2024-01-08 07:40", "2024-02-05 08:10", "2024-02-28 07:55", "2024-03-01 06:30")
_COUNT = (
    ("白细胞", ("6.1", "7.4", "15.2", "18.6"), "10^9/L", "3.5-9.5"),
    ("血红蛋白", ("131", "128", "109", "96"), "g/L", "115-150"),
    ("血小板", ("210", "198", "120", "88"), "10^9/L", "125-350"),
)
_CHEMISTRY = (
    ("钾", ("4.1", "4.4", "5.2", "6.8"), "mmol/L", "3.5-5.3"),
    ("钠", ("140", "139", "134", "128"), "mmol/L", "137-147"),
    ("肌酐", ("71", "74", "96", "188"), "umol/L", "41-73"),
    ("丙氨酸氨基转移酶", ("22", "24", "58", "61"), "U/L", "7-40"),
    ("天门冬氨酸氨基转移酶", ("20", "21", "66", "72"), "U/L", "13-35"),
    ("白蛋白", ("43", "42", "35", "31"), "g/L", "40-55"),
    ("总胆红素", ("11", "10.4", "19", "24"), "umol/L", ""),
    ("C反应蛋白", ("<0.5", "3.1", "88", "164"), "mg/L", "0-8"),
    ("葡萄糖", ("5.1", "5.4", "7.9", "9.6"), "mmol/L", "3.9-6.1"),
)


def table():
    """Four visits in one table, with a trap, a test nobody knows and a line that is no result."""
    lines = [
        f"{panel},{name},{values[visit]},{unit},{limits},,{day},最终"
        for visit, day in enumerate(_DAYS)
        for panel, rows in (("血常规", _COUNT), ("生化", _CHEMISTRY))
        for name, values, unit, limits in rows
    ]
    newest = _DAYS[-1]
    lines += [
        f"生化,PCT,0.9,,,,{newest},最终",
        f"其他,某新指标,12,U,0-10,↑,{newest},最终",
        f"生化,乳酸脱氢酶,245,,120-250,,{newest},最终",
        f"生化,尿素,,mmol/L,,,{newest},取消",
        "???,,,,,,,",
    ]
    return HEAD + "\n".join(lines) + "\n"


def large(count):
    """A table of so many results over years."""
    lines = [
        f"血常规,{name},{float(values[0]) + place % 7:.1f},{unit},{limits},,"
        f"{2000 + place // 300}-{1 + place % 12:02d}-{1 + place % 28:02d} {place % 24:02d}:00,最终"
        for place in range(count // len(_COUNT))
        for name, values, unit, limits in _COUNT
    ]
    return HEAD + "\n".join(lines) + "\n"
