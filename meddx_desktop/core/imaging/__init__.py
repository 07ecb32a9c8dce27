"""From a file to a Study and its pixels: reading, decoding, windowing, drawing."""
