"""Durations and dates: how long, since when; a date that can't be told apart stays open."""

import pytest

from meddx_desktop.core.notes.find.times import times


def _said(text: str) -> list[tuple[object, ...]]:
    found = sorted(times(text), key=lambda one: one.span)
    return [
        (
            one.kind.value,
            *(((m := one.measured[0]).name, m.value, m.unit) if one.measured else (one.concept,)),
        )
        for one in found
    ]


def _for(value: float, unit: str):
    return ("duration", "duration", value, unit)


def _ago(value: float, unit: str):
    return ("date", "ago", value, unit)


def _on(day: str | None):
    return ("date", f"date:{day}" if day else None)


ROWS = [
    ("for 3 days", [_for(3, "d")]),
    ("x 3 days", [_for(3, "d")]),
    ("x3d", [_for(3, "d")]),
    ("x2/7", [_for(2, "d")]),
    ("x 3/52", [_for(3, "wk")]),
    ("3-day history of cough", [_for(3, "d")]),
    ("cough for two weeks", [_for(2, "wk")]),
    ("for a week", [_for(1, "wk")]),
    ("over the last 6 months", [_for(6, "mo")]),
    ("2 hours of chest pain", [_for(2, "h")]),
    ("for 10 years", [_for(10, "a")]),
    ("30 minutes", [_for(30, "min")]),
    ("3 days ago", [_ago(3, "d")]),
    ("two weeks ago", [_ago(2, "wk")]),
    ("a year ago", [_ago(1, "a")]),
    ("2 months prior", [_ago(2, "mo")]),
    ("since yesterday", [_on(None)]),
    ("2 to 3 days", [("duration", None)]),
    ("2024-03-05", [_on("2024-03-05")]),
    ("2024/3/5", [_on("2024-03-05")]),
    ("March 5, 2024", [_on("2024-03-05")]),
    ("5 March 2024", [_on("2024-03-05")]),
    ("March 2024", [_on("2024-03")]),
    ("25/03/2024", [_on("2024-03-25")]),
    ("03/25/2024", [_on("2024-03-25")]),
    ("05/03/2024", [_on(None)]),
    ("咳嗽3天", [_for(3, "d")]),
    ("发热三天", [_for(3, "d")]),
    ("咳嗽2周", [_for(2, "wk")]),
    ("头痛半年", [_for(0.5, "a")]),
    ("腹痛3小时", [_for(3, "h")]),
    ("反复咳嗽10余年", [_for(10, "a")]),
    ("胸闷2个月", [_for(2, "mo")]),
    ("腹泻两天", [_for(2, "d")]),
    ("发热1天半", [_for(1.5, "d")]),
    ("3天前", [_ago(3, "d")]),
    ("两周前", [_ago(2, "wk")]),
    ("2个月前", [_ago(2, "mo")]),
    ("十年前", [_ago(10, "a")]),
    ("昨日", [_on(None)]),
    ("2024年3月5日", [_on("2024-03-05")]),
    ("2024年3月", [_on("2024-03")]),
    ("3月5日", [_on(None)]),
    ("每天3次", []),
    ("每日2次", []),
    ("6 months old", []),
    ("45-year-old", []),
    ("二〇二五年三月入院", []),
    ("三月份起咳嗽", []),
    ("3个月大", []),
    ("once a day", []),
    ("31/31/2024", []),
    ("2024-13-40", []),
]


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_times(text, said):
    assert _said(text)[: len(said) or None] == said
