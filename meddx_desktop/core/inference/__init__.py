"""Model packages and running them: knows tensors, not medicine."""

import os

# onnxruntime reports to its maker over the network unless it is told not to before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
