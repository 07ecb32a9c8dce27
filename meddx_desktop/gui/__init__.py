"""The window: the only place that imports PySide6. Widgets hold no rule."""
