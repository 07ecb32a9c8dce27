"""What this site decided about a finding, in the words beneath its score."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.finding import Call, Finding
from meddx_desktop.gui.assessment_panel.score_bar import points
from meddx_desktop.words.chance import whole_percent


def site_lines(finding: Finding) -> list[str]:
    """Lines to show; none where the site decided nothing.

    A chance stands there only after the owner entered how common the finding is here, and always
    beside the share that it was corrected for.
    """
    site, said = finding.site, []
    if site is None:
        return []
    if site.since is not None and site.shipped is not None:
        words = QCoreApplication.translate(
            "site_lines", "Site threshold since {date}; the model's own: {shipped}."
        )
        said.append(words.format(date=site.since.isoformat(), shipped=points(site.shipped)))
    if site.probability is not None and site.prevalence is not None:
        words = QCoreApplication.translate(
            "site_lines",
            "Corrected for a share of {share} % here: {chance} % chance of the finding.",
        )
        said.append(
            words.format(share=f"{site.prevalence * 100:g}", chance=whole_percent(site.probability))
        )
    if site.ppv is not None and finding.call is not Call.NEGATIVE:
        words = QCoreApplication.translate(
            "site_lines", "Of 100 films found like this here, about {ppv} have the finding."
        )
        said.append(words.format(ppv=points(site.ppv)))
    return said
