"""Encounters tell who was host or guest, what larger occasion they belong to and who invited to them."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, String, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NONE_TOLD = text("'[]'")  # what readings made before this step know of it


def upgrade() -> None:
    """Add the three columns."""
    op.add_column("encounters", Column("parts", JSON, server_default=_NONE_TOLD))
    op.add_column("encounters", Column("within", String))
    op.add_column("encounters", Column("invited_by", JSON, server_default=_NONE_TOLD))


def downgrade() -> None:
    """Take them out again."""
    for name in ("invited_by", "within", "parts"):
        op.drop_column("encounters", name)
