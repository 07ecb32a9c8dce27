"""A table read in one go, for the tests of its reader."""

from meddx_desktop.core.labs.read_table import guess_columns, open_table, read_table


def read(text, *mappings, encoding="utf-8"):
    return read_table(open_table(text.encode(encoding)), mappings)


def one(text, *mappings):
    (report,) = read(text, *mappings)
    return report


def codes(reasons):
    return [reason.code for reason in reasons]


def guess(text):
    return guess_columns(open_table(text.encode()).sheets[0])
