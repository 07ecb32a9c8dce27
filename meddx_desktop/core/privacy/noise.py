"""Exact noise for counts that leave the site: the discrete Laplace distribution, without a float.

P(x) is proportional to exp(-|x| / scale) over the whole numbers. Floating-point samplers give
themselves away by their last bits; here every step is a draw of a whole number and a comparison
of whole numbers.

Source: Canonne, Kamath, Steinke: The Discrete Gaussian for Differential Privacy (NeurIPS 2020),
https://arxiv.org/abs/2004.00010, Algorithm 1 (Bernoulli(exp(-x))) and Algorithm 2 (discrete
Laplace); opened 2026-11-22.
"""

import secrets
from collections.abc import Callable
from fractions import Fraction

Below = Callable[[int], int]
"""A whole number from 0 to below the one given, each as likely as the others."""


def discrete_laplace(scale: Fraction, below: Below = secrets.randbelow) -> int:
    """One draw of the discrete Laplace distribution.

    Parameters
    ----------
    scale
        Sensitivity over epsilon, more than 0.
    below
        Where whole numbers come from: the system's source of secrets, unless a test brings its
        own.

    Raises
    ------
    ValueError
        `scale` is not more than 0.
    """
    if scale <= 0:
        raise ValueError("the scale must be more than 0")
    t, s = scale.numerator, scale.denominator
    while True:
        size = _geometric(t, below) // s
        negative = below(2) == 1
        if size or not negative:  # else 0 would come twice as often as it should
            return -size if negative else size


def _geometric(t: int, below: Below) -> int:
    """A whole number x from 0 on with a probability proportional to exp(-x / t)."""
    while True:
        rest = below(t)
        if bernoulli_exp(Fraction(rest, t), below):
            break
    whole = 0
    while bernoulli_exp(Fraction(1), below):
        whole += 1
    return rest + t * whole


def bernoulli_exp(gamma: Fraction, below: Below = secrets.randbelow) -> bool:
    """True with the probability exp(-`gamma`), `gamma` from 0 on.

    Raises
    ------
    ValueError
        `gamma` is negative.
    """
    if gamma < 0:
        raise ValueError("gamma must not be negative")
    while gamma > 1:
        if not _at_most_one(Fraction(1), below):
            return False
        gamma -= 1
    return _at_most_one(gamma, below)


def _at_most_one(gamma: Fraction, below: Below) -> bool:
    k = 1
    while bernoulli(gamma / k, below):
        k += 1
    return k % 2 == 1


def bernoulli(share: Fraction, below: Below = secrets.randbelow) -> bool:
    """True with the probability `share`, from 0 to 1."""
    return below(share.denominator) < share.numerator
