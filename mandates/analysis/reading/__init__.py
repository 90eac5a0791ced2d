"""What the ``read`` step is made of: one module per format, and the cleaning that all formats share."""
