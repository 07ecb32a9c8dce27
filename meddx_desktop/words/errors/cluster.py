"""Screening an archive on the site's own machines: certificates, workers, the file of results."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

CLUSTER_ERRORS: dict[str, str] = {
    "cluster_not_installed": QT_TRANSLATE_NOOP(
        "words",
        "Screening on a cluster is not part of this program. Install the extra with: pip install meddx-desktop[cluster].",
    ),
    "cluster_out_missing": QT_TRANSLATE_NOOP(
        "words", "Results of a cluster go into a file. Name it with --out results.jsonl."
    ),
    "cluster_out_alone": QT_TRANSLATE_NOOP(
        "words",
        "--out belongs to --cluster. Without a cluster, send the output of --format json into a file.",
    ),
    "cluster_option_unfit": QT_TRANSLATE_NOOP(
        "words", "{option} can't be used with --cluster. Leave it out."
    ),
    "cluster_no_certificates": QT_TRANSLATE_NOOP(
        "words",
        "No certificates are named. Give --tls-ca and --tls-cert; `meddx cluster certificates` makes both files.",
    ),
    "cluster_certificate_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "{file} can't be used as a certificate. Give the files that `meddx cluster certificates` made.",
    ),
    "cluster_certificates_exist": QT_TRANSLATE_NOOP(
        "words",
        "There are certificates in {folder} already. Choose another folder, or remove those two files to begin anew on all machines.",
    ),
    "cluster_file_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "{file} is no scheduler file. Start `meddx cluster scheduler` and name the file that it writes.",
    ),
    "cluster_not_encrypted": QT_TRANSLATE_NOOP(
        "words",
        "The scheduler of {file} listens without encryption and is not used. Start it with `meddx cluster scheduler` and certificates.",
    ),
    "cluster_unreachable": QT_TRANSLATE_NOOP(
        "words",
        "There is no secure connection to {address}. Check that the scheduler runs and that all machines have the certificates that were made together.",
    ),
    "cluster_no_worker": QT_TRANSLATE_NOOP(
        "words",
        "No worker is there. Start `meddx cluster worker` on the machines that are to screen; what is written stays, and the same command goes on.",
    ),
    "cluster_open_page": QT_TRANSLATE_NOOP(
        "words",
        "The scheduler shows its work on a page without encryption. Start it with `meddx cluster scheduler`, which does not.",
    ),
    "cluster_versions_differ": QT_TRANSLATE_NOOP(
        "words",
        "A worker has another version of the program or of a model than this computer. Install the same everywhere; what is written stays, and the same command goes on.",
    ),
    "cluster_not_private": QT_TRANSLATE_NOOP(
        "words",
        "The log of a worker may name patients. Start workers with `meddx cluster worker`, which keeps names out.",
    ),
    "cluster_unseen": QT_TRANSLATE_NOOP(
        "words",
        "{workers} workers don't see the films. Make the archive readable there under the same path.",
    ),
    "cluster_lost": QT_TRANSLATE_NOOP(
        "words",
        "The connection to the scheduler is lost. What is written stays; the same command goes on once it runs again.",
    ),
    "cluster_film_bug": QT_TRANSLATE_NOOP(
        "words",
        "Something unexpected happened to this film; the place is in the worker's local log. Have the film read by somebody.",
    ),
    "cluster_film_kills": QT_TRANSLATE_NOOP(
        "words",
        "{times} workers stopped under this film, and it is not tried again. Have it read by somebody, and keep the file apart.",
    ),
    "cluster_results_other": QT_TRANSLATE_NOOP(
        "words",
        "{file} was begun with another version, other models or other choices. Name another file for these results.",
    ),
    "cluster_results_damaged": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of {file} is no result of this program. Name another file, or take that line out.",
    ),
    "cluster_results_in_use": QT_TRANSLATE_NOOP(
        "words", "Another run writes to {file}. Wait for it, or name another file."
    ),
    "cluster_results_not_written": QT_TRANSLATE_NOOP(
        "words",
        "{file} can't be written. Check the folder and free disk space; the same command goes on with what is missing.",
    ),
}

TERMINAL_CLUSTER: dict[str, str] = {
    "cluster_keep_key": QT_TRANSLATE_NOOP(
        "words",
        "Both files belong on every machine of the cluster, and on no other: whoever has them can run programs there. They hold for {days} days.",
    ),
    "cluster_scheduler": QT_TRANSLATE_NOOP(
        "words", "scheduler; its address is written to {file}. Ctrl+C ends it"
    ),
    "cluster_workers": QT_TRANSLATE_NOOP("words", "{n} workers. Ctrl+C ends them"),
    "cluster_begins": QT_TRANSLATE_NOOP(
        "words", "{n} workers answer. {file} names patients: keep it safe"
    ),
    "cluster_done": QT_TRANSLATE_NOOP(
        "words", "{now} files done, {before} were done before; {failed} of all failed"
    ),
}
