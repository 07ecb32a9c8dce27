"""Text in pictures, English and Chinese, found on this machine alone.

Owns the two networks in `resources/ocr` (their `SOURCE.md` says where they come from). Nothing here
is imported before somebody asks for text, and nothing here can fetch a model from elsewhere.
"""

import os

# onnxruntime reports to its maker over the network unless it is told not to before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from meddx_desktop.core.ocr.find import TextBox, find_text

__all__ = ["TextBox", "find_text"]
