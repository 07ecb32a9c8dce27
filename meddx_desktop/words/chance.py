"""A chance of disease in whole per cent, which never reads as "none" or "certain"."""


def whole_percent(share: float) -> str:
    """Per cent without decimals; what rounds to 0 or 100 is told as a bound instead."""
    percent = 100 * share
    if percent < 1:
        return "< 1"
    return "> 99" if percent > 99 else f"{percent:.0f}"
