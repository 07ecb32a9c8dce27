"""What the tests of sealing share."""

import pytest

from meddx_desktop.core.errors import StoreDamaged

KEY = bytes(range(32))


def refused(function, *args):
    with pytest.raises(StoreDamaged) as caught:
        function(*args)
    return caught.value.code
