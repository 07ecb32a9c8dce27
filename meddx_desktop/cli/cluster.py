"""`meddx cluster`: certificates, a scheduler, workers. Imported only where the extra is."""

import argparse

from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, say
from meddx_desktop.cluster import certificates, serve
from meddx_desktop.cluster.connect import Certificates
from meddx_desktop.words import terminal


def run(options: argparse.Namespace) -> int:
    """Do what the options name; scheduler and workers run until they are stopped."""
    translate = translation()
    if options.action == "certificates":
        for path in certificates.make(options.folder, days=options.days):
            line(str(path))
        say(terminal("cluster_keep_key", translate, days=options.days))
        return 0
    named = Certificates(options.tls_ca, options.tls_cert, options.tls_key)
    if options.action == "scheduler":
        say(terminal("cluster_scheduler", translate, file=options.scheduler_file))
        serve.scheduler(options.scheduler_file, named, host=options.host, port=options.port)
    else:
        say(terminal("cluster_workers", translate, n=options.processes))
        serve.workers(options.scheduler_file, named, host=options.host, processes=options.processes)
    return 0
