"""How the encoder's heads are trained: `python -m training DATA`. Never imported by the package."""
