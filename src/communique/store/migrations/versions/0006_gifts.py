"""Deliveries tell giver, presenter, recipient and worth."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Float, String

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the five columns."""
    for name in ("giver", "presenter", "recipient", "currency"):
        op.add_column("undertakings", Column(name, String))
    op.add_column("undertakings", Column("worth", Float))


def downgrade() -> None:
    """Take them out again."""
    for name in ("worth", "currency", "recipient", "presenter", "giver"):
        op.drop_column("undertakings", name)
