"""Writing a file so that a cut never leaves half of it: temporary, fsync, replace."""

import os
import tempfile
from pathlib import Path


def write_replacing(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write `content` to `path`; readers see the old file or the new one, never a part.

    Raises
    ------
    OSError
        As the system says; the old file is untouched and no temporary file stays.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
