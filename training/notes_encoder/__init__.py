"""The encoder of notes: multilingual-e5-small as ONNX, its vocabulary cut to what notes need."""
