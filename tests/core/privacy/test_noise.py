"""Protects: the noise has exactly its distribution, and comes from the system's secrets."""

import ast
import inspect
import random
import secrets
from fractions import Fraction
from math import exp

import pytest

from meddx_desktop.core.privacy import noise


class _Asked(Exception):
    """The drawing went on past the choices that were given."""


class _Choices:
    """Gives the choices of one branch, then asks for the shares of the next one."""

    def __init__(self, prefix):
        self._given, self.shares = list(prefix), ()

    def choose(self, shares):
        if self._given:
            return self._given.pop(0)
        self.shares = tuple(shares)
        raise _Asked

    def below(self, n):
        return self.choose([Fraction(1, n)] * n)


def _tree(draw, smallest):
    """The probability of every answer, and what is left in branches less likely than `smallest`.

    Follows every sequence of choices; there is no chance in it.
    """
    known, left = {}, 0
    waiting = [((), Fraction(1))]
    while waiting:
        prefix, share = waiting.pop()
        choices = _Choices(prefix)
        try:
            answer = draw(choices)
        except _Asked:
            if share < smallest:
                left += share
            else:
                waiting += [
                    ((*prefix, number), share * part) for number, part in enumerate(choices.shares)
                ]
            continue
        known[answer] = known.get(answer, 0) + share
    return known, left


def _laplace(x, scale):
    q = exp(-1 / scale)
    return (1 - q) / (1 + q) * q ** abs(x)


@pytest.mark.parametrize("gamma", [Fraction(0), Fraction(1, 3), Fraction(1), Fraction(7, 4)])
def test_a_coin_falls_with_the_exact_share(gamma):
    known, left = _tree(lambda way: noise.bernoulli_exp(gamma, way.below), Fraction(1, 10**5))
    share = float(known.get(True, 0))
    assert left < Fraction(1, 500)
    assert share - 1e-12 <= exp(-gamma) <= share + float(left) + 1e-12


@pytest.mark.parametrize("scale", [Fraction(1), Fraction(2), Fraction(1, 2)])
def test_every_small_value_has_its_exact_probability(monkeypatch, scale):
    """The coins, proven above, fall here with their shares at once; else the tree is too wide."""

    def coin(gamma, below):
        return below.__self__.choose([1 - exp(-gamma), exp(-gamma)]) == 1

    monkeypatch.setattr(noise, "bernoulli_exp", coin)
    known, left = _tree(lambda way: noise.discrete_laplace(scale, way.below), 1e-5)
    assert left < 1e-2
    for x in range(-3, 4):
        wanted = _laplace(x, float(scale))
        assert known[x] - 1e-12 <= wanted <= known[x] + left + 1e-12, x
        assert known[x] == pytest.approx(known[-x]), "as likely up as down"


def test_many_draws_fit_the_distribution():
    """Chi-square over the values from -6 to 6 and both ends; the source has a fixed seed."""
    scale, draws = Fraction(5, 2), 6000
    source = random.Random(20260711)
    counts = dict.fromkeys(range(-7, 8), 0)
    for _ in range(draws):
        x = noise.discrete_laplace(scale, source.randrange)
        counts[max(-7, min(7, x))] += 1
    q = exp(-1 / float(scale))
    expected = {x: draws * _laplace(x, float(scale)) for x in range(-6, 7)}
    expected |= dict.fromkeys((-7, 7), draws * q**7 / (1 + q))
    distance = sum((counts[x] - expected[x]) ** 2 / expected[x] for x in counts)
    assert distance < 36.12, "99.9 % of chi-square with 14 degrees of freedom"


@pytest.mark.parametrize("scale", [Fraction(0), Fraction(-1)])
def test_a_scale_that_is_none_is_refused(scale):
    with pytest.raises(ValueError, match="scale"):
        noise.discrete_laplace(scale)


def test_a_negative_exponent_is_refused():
    with pytest.raises(ValueError, match="gamma"):
        noise.bernoulli_exp(Fraction(-1, 2))


def test_the_numbers_come_from_the_secrets_of_the_system():
    for draw in (noise.discrete_laplace, noise.bernoulli_exp, noise.bernoulli):
        assert inspect.signature(draw).parameters["below"].default is secrets.randbelow


def test_no_float_takes_part():
    """A float's last bits would give the noise away."""
    tree = ast.parse(inspect.getsource(noise))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert not any(isinstance(value, float) for value in constants)
    called = {node.func.id for node in ast.walk(tree)
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    assert not called & {"float", "exp", "log"}
