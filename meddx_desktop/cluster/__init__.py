"""Films of an archive screened on the site's own machines, by Dask: the extra ``cluster``.

The one importer of Dask, and no part of the installed program. Encrypted connections only; what
travels is the path of a file and what was found in it, never a picture.
"""
