"""The arguments of `meddx models` that work on a store."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[argparse.ArgumentParser]


def add(actions: "Actions", at_store: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the actions; `at_store` adds what every command on a store takes."""
    made = {
        name: actions.add_parser(name, help=words)
        for name, words in (
            ("installed", "every version here: in use, on trial, revoked"),
            ("install", "install a package from a file, on trial"),
            ("use", "switch to another version, or back"),
            ("remove", "remove an installed version"),
            ("export", "write a package to a file, signed by this site"),
            ("pack", "make a file of a package in a folder, signed by this site"),
            ("switch", "switch a risk model of laboratory results on or off"),
            ("share", "how common a risk model's outcome is here; without a number, forget it"),
            ("signers", "whose signatures are believed, and this site's own fingerprint"),
            ("believe", "believe the signer of a file from now on"),
            ("doubt", "believe a signer no longer"),
            ("revoke", "revoke an installed version, and write the list for other sites"),
            ("revoked", "take in a list of revoked packages from another site"),
        )
    }
    for name in ("install", "believe"):
        made[name].add_argument("file", type=Path, metavar="FILE.meddxpack")
    made["install"].add_argument(
        "--type-name",
        metavar="NAME",
        default="",
        help="the package's name, typed by the owner: installs without a known signature",
    )
    made["believe"].add_argument("--name", required=True, metavar="NAME", help="what you call it")
    made["believe"].add_argument(
        "--fingerprint", required=True, metavar="TEXT", help="as told by telephone"
    )
    for name in ("use", "remove", "revoke", "export", "switch", "share"):
        made[name].add_argument("name", metavar="NAME")
    made["use"].add_argument("version", metavar="VERSION", help="or `shipped`")
    made["switch"].add_argument("state", choices=("on", "off"))
    made["share"].add_argument("share", metavar="SHARE", type=float, nargs="?", help="0.12")
    for name in ("remove", "revoke"):
        made[name].add_argument("version", metavar="VERSION")
    made["export"].add_argument("--version", metavar="V", default="", help="else the one in use")
    made["pack"].add_argument("folder", type=Path, metavar="FOLDER")
    made["revoked"].add_argument("file", type=Path, metavar="FILE.meddxrevoked")
    made["doubt"].add_argument("fingerprint", metavar="FINGERPRINT")
    for name in ("export", "pack", "revoke"):
        made[name].add_argument("--out", type=Path, required=True, metavar="FILE")
    for parser in made.values():
        at_store(parser)
