"""Events in the field's standards: PLOVER types, modes and contexts, quad classes, CAMEO codes."""

from communique.read.events.coding import code, code_encounter, code_statement

__all__ = ["code", "code_encounter", "code_statement"]
